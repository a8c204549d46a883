/** A field for some of a few values: a checkbox for each. */
import { el, say } from '../dom.js';
import { freshId } from './field.js';

/**
 * @param {Object} about
 * @param {string} about.title
 * @param {string} [about.hint]
 * @param {boolean} [about.required] whether at least one has to be chosen
 * @param {Array<{value: string, title: string}>} about.values
 * @returns {import('./field.js').Field} whose value is a list; undefined if none is chosen
 */
export function checksField({ title, hint, required, values }) {
  const id = freshId();
  const error = el('p', { class: 'field-error', id: `${id}-error`, hidden: true });
  const note = hint && el('p', { class: 'hint', id: `${id}-hint` }, hint);
  const boxes = values.map(({ value }) => el('input', { type: 'checkbox', id: `${id}-${value}`, value }));
  const ticks = values.map((one, index) => el('div', { class: 'tick' }, boxes[index], el('label', { for: boxes[index].id }, one.title)));
  const element = el('fieldset', { class: 'field checks', 'aria-describedby': [note && note.id, error.id].filter(Boolean).join(' ') },
    el('legend', { class: 'many-title' }, title, required && el('span', { class: 'need' }, ' required')), note, el('div', { class: 'ticks' }, ...ticks), error);
  const flag = (message) => say(error, message);
  element.addEventListener('change', () => flag(''));
  const chosen = () => boxes.filter(({ checked }) => checked).map(({ value }) => value);
  const field = {
    title, element, flag, target: boxes[0],
    read: () => (chosen().length > 0 ? chosen() : undefined),
    fill: (value) => boxes.forEach((box) => { box.checked = value?.includes(box.value) ?? false; }),
    clear: () => flag(''),
    check: () => (required && chosen().length === 0 ? [{ path: [], detail: 'Choose at least one.' }] : []),
    find: () => ({ field, rest: [] }),
  };
  return field;
}
