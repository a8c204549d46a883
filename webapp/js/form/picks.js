/** A field for some of many values, each of which is explained. */
import { el, say } from '../dom.js';
import { freshId } from './field.js';

/** @param {Object} items the schema of one @returns {boolean} whether its values are explained (`enumDescriptions`, as editors know it) */
export const isExplained = (items) => items.enum?.length > 0 && items.enumDescriptions?.length === items.enum.length;

/** @param {{title: string, schema: Object, items: Object}} about @returns {import('./field.js').Field} */
export function picksField({ title, schema, items }) {
  const id = freshId();
  const most = schema.maxItems ?? Infinity;
  const error = el('p', { class: 'field-error', id: `${id}-error`, hidden: true });
  const chosen = el('span', { class: 'soft', role: 'status' });
  const search = el('input', { type: 'search', id: `${id}-search`, autocomplete: 'off', spellcheck: 'false', oninput: () => narrow() });
  const entries = items.enum.map((value, index) => makeEntry(`${id}-${index}`, value, items.enumDescriptions[index]));
  const picked = () => entries.filter(({ box }) => box.checked).map(({ value }) => value);
  const refresh = () => {
    const values = picked();
    entries.forEach(({ box }) => { box.disabled = values.length >= most && !box.checked; });
    say(chosen, values.length > 0 ? values.join(', ') : 'None.');
    say(error, '');
  };
  const narrow = () => {
    const words = search.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    entries.forEach(({ element, text }) => { element.hidden = !words.every((word) => text.includes(word)); });
  };
  const summary = el('summary', {}, 'Choose');
  const field = {
    title,
    element: el('div', { class: 'field picks', role: 'group', 'aria-labelledby': id, 'aria-describedby': error.id },
      el('p', { class: 'many-title', id }, title), schema.description && el('p', { class: 'hint' }, schema.description), chosen,
      el('details', {}, summary, el('label', { for: search.id }, 'Search'), search,
        el('ul', { class: 'faults', onchange: refresh }, ...entries.map(({ element }) => element))), error),
    target: summary,
    read: () => (picked().length > 0 ? picked() : undefined),
    fill: (values = []) => {
      entries.forEach(({ box, value }) => { box.checked = values.includes(value); });
      refresh();
    },
    check: () => [],
    clear: () => say(error, ''),
    flag: (message) => say(error, message),
    find: (rest) => ({ field, rest }),
  };
  refresh();
  return field;
}

function makeEntry(id, value, words) {
  const box = el('input', { type: 'checkbox', id, 'aria-describedby': `${id}-what` });
  return {
    value, box, text: `${value} ${words}`.toLowerCase(),
    element: el('li', { class: 'fault' }, box, el('label', { for: id }, el('code', {}, String(value))), el('p', { class: 'small soft', id: `${id}-what` }, words)),
  };
}
