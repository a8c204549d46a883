/** Finding words in the lines of a log that are in the page. */
import { el, say } from '../dom.js';
import { keep, seen } from '../view.js';
import { count } from '../words.js';

const PARAMETER = 'find';

/**
 * @param {function(): HTMLElement[]} lines
 * @returns {{element: HTMLElement, again: function(): void}} `again` looks once more, since there are other lines
 */
export function makeFind(lines) {
  const field = el('input', { type: 'search', value: seen(PARAMETER) ?? '', autocomplete: 'off', spellcheck: 'false' });
  const told = el('span', { class: 'small soft', role: 'status' });
  const step = (words, by) => el('button', { class: 'button small', type: 'button', hidden: true, onclick: () => go(by) }, words);
  const previous = step('Previous', -1);
  const next = step('Next', 1);
  let hits = [];
  let current;

  const look = () => {
    const wanted = field.value.trim().toLowerCase();
    hits.forEach((line) => line.classList.remove('hit'));
    hits = wanted ? lines().filter((line) => line.lastElementChild.textContent.toLowerCase().includes(wanted)) : [];
    hits.forEach((line) => line.classList.add('hit'));
    if (!hits.includes(current)) {
      mark(undefined);
    }
    previous.hidden = next.hidden = hits.length === 0;
    tell(wanted);
  };
  const mark = (line) => {
    current?.classList.remove('current');
    current = line;
    current?.classList.add('current');
  };
  const tell = (wanted) => say(told, !wanted ? '' : hits.length === 0 ? 'Not in these lines.'
    : current ? `${count(hits.indexOf(current) + 1)} of ${count(hits.length)} lines` : `In ${count(hits.length)} of the lines.`);
  /** From the newest, as logs are read; the region scrolls, and the page stays where it is. */
  const go = (by) => {
    if (hits.length > 0) {
      const index = current ? hits.indexOf(current) + by : (by < 0 ? -1 : 0);
      mark(hits.at(index % hits.length));
      current.scrollIntoView({ block: 'nearest' });
      tell(field.value);
    }
  };
  field.addEventListener('input', () => { keep(PARAMETER, field.value.trim()); look(); });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      go(event.shiftKey ? -1 : 1);
    }
  });
  return { element: el('div', { class: 'find' }, el('label', { class: 'wide' }, 'Find', field), previous, next, told), again: () => field.value.trim() && look() };
}
