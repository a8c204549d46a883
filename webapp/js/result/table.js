/** A table that scrolls by itself instead of widening the page. */
import { cell } from '../data/cell.js';
import { el } from '../dom.js';

const NUMBER = /^-?[\d.,]+%?$/;

/**
 * @param {string} caption @param {string[]} head names of the columns @param {string[][]} rows
 * @returns {HTMLElement}
 */
export function table(caption, head, rows) {
  const numeric = head.map((_, column) => rows.length > 0 && rows.every((row) => (row[column] ?? '') === '' || NUMBER.test(row[column])));
  const kind = (column) => ({ class: numeric[column] && 'number' });
  return el('div', { class: 'scroller grid', tabindex: 0, role: 'region', 'aria-label': caption },
    el('table', {}, el('caption', {}, caption),
      el('thead', {}, el('tr', {}, ...head.map((name, column) => el('th', { scope: 'col', ...kind(column) }, name)))),
      el('tbody', {}, ...rows.map((row) => el('tr', {}, ...head.map((_, column) => cell(row[column] ?? '', numeric[column] ? 'decimal' : 'text')))))));
}
