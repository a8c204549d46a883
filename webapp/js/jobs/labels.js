/** The labels that are asked for: a field that knows those of late, and a mark for each that was chosen. */
import { el, say } from '../dom.js';
import { keep, kept } from './storage.js';

const MOST = 100;
const KEY = 'labels';

/** @param {{add: function(string): void, remove: function(string): void}} page */
export function makeLabels({ add, remove }) {
  const options = el('datalist', { id: 'known-labels' });
  const complaint = el('span', { class: 'bad-words small', id: 'label-complaint', hidden: true });
  const field = el('input', { type: 'text', list: 'known-labels', placeholder: 'name:value', autocomplete: 'off', maxlength: 500, spellcheck: 'false', 'aria-describedby': 'label-complaint' });
  const chosen = el('ul', { class: 'chosen-labels', 'aria-label': 'Labels that are asked for' });
  let labels = [];
  let known = readKnown();

  const take = () => {
    const label = field.value.trim();
    const fits = label === '' || label.indexOf(':') > 0;
    field.setAttribute('aria-invalid', String(!fits));
    say(complaint, fits ? '' : 'A label is written as name:value.');
    if (fits && label) {
      field.value = '';
      learn([label]);
      add(label);
    }
  };
  const learn = (more) => {
    const next = [...new Set([...more, ...known])].slice(0, MOST);
    if (next.join('\n') !== known.join('\n')) {
      known = next;
      keep(KEY, known);
    }
    options.replaceChildren(...known.map((value) => el('option', { value })));
  };
  field.addEventListener('change', take);
  field.addEventListener('keydown', (event) => event.key === 'Enter' && take());
  field.addEventListener('input', (event) => event.inputType === 'insertReplacementText' && take());
  learn([]);

  return {
    field: el('div', {}, el('label', {}, 'Label', field), options, complaint),
    chosen,
    /** @param {string[]} shown labels that the list is asked for */
    show(shown) {
      if (shown.join('\n') === labels.join('\n')) {
        return;
      }
      const hadFocus = chosen.contains(document.activeElement);
      labels = shown;
      chosen.replaceChildren(...shown.map((label) => el('li', { class: 'tag' }, label.replace(':', ': '), ' ',
        el('button', { class: 'cross', type: 'button', 'aria-label': `Without the label ${label}`, onclick: () => remove(label) }, '×'))));
      if (hadFocus) {
        field.focus();
      }
    },
    /** @param {Object[]} jobs whose labels may be wanted, too */
    learnFrom: (jobs) => learn([...new Set(jobs.flatMap((job) => Object.entries(job.labels ?? {}).map(([name, value]) => `${name}:${value}`)))].slice(0, MOST)),
  };
}

function readKnown() {
  const labels = kept(KEY);
  return Array.isArray(labels) ? labels.filter((label) => typeof label === 'string').slice(0, MOST) : [];
}
