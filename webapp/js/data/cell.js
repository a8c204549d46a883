/** One value of a table, as a cell. */
import { el } from '../dom.js';
import { count } from '../words.js';

const LONG = 200;
const NUMBERS = ['integer', 'decimal'];
const WHOLE = ['integer', 'decimal', 'date', 'timestamp', 'boolean'];

/** @param {string} type of a column @returns {string} the classes of its cells */
export const kindOf = (type) => [NUMBERS.includes(type) && 'number', WHOLE.includes(type) && 'whole'].filter(Boolean).join(' ');

/**
 * @param {*} value null for none @param {string} type of the column
 * @returns {HTMLTableCellElement}
 */
export function cell(value, type) {
  const kind = kindOf(type);
  if (value === null || value === undefined) {
    return el('td', { class: `${kind} nothing` }, 'empty');
  }
  const text = type === 'timestamp' ? String(value).replace('T', ' ') : String(value);
  return el('td', { class: kind }, ...(text.length > LONG ? shortened(text) : [text]));
}

/** A text that is long is shown as far as it fits, and whole when it is asked for. */
function shortened(text) {
  const shown = el('span');
  const button = el('button', { class: 'more', type: 'button', onclick: () => set(button.getAttribute('aria-expanded') !== 'true') });
  const set = (whole) => {
    shown.textContent = whole ? text : `${text.slice(0, LONG)}…`;
    button.textContent = whole ? 'Show less' : `Show all ${count(text.length)} characters`;
    button.setAttribute('aria-expanded', String(whole));
  };
  set(false);
  return [shown, ' ', button];
}
