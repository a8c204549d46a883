/** A JSON result for people: plain members as a list, lists of objects as tables, the text itself below. */
import { el } from '../dom.js';
import { count } from '../words.js';
import { titleOf } from '../form/schema.js';
import { table } from './table.js';

const MOST_ROWS = 200;

/** @param {string} text @returns {HTMLElement} */
export function jsonSummary(text) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return raw(text, true);
  }
  const members = isObject(value) ? Object.entries(value) : [];
  const plain = members.filter(([, member]) => !isObject(member) && !Array.isArray(member));
  const lists = (Array.isArray(value) ? [['rows', value]] : members).filter(([, member]) => isTable(member));
  const empty = plain.length === 0 && lists.length === 0;
  return el('div', { class: 'stack' },
    plain.length > 0 && el('dl', { class: 'facts wide' }, ...plain.map(([name, member]) =>
      el('div', {}, el('dt', {}, titleOf({}, name)), el('dd', {}, words(member))))),
    ...lists.map(([name, rows]) => objectTable(titleOf({}, name), rows)),
    raw(JSON.stringify(value, null, 2), empty));
}

function objectTable(caption, rows) {
  const names = [...new Set(rows.flatMap(Object.keys))];
  const title = rows.length > MOST_ROWS ? `${caption}: the first ${MOST_ROWS} of ${count(rows.length)}` : caption;
  return table(title, names, rows.slice(0, MOST_ROWS).map((row) => names.map((name) => words(row[name]))));
}

function raw(text, open) {
  return el('details', { open }, el('summary', {}, 'As JSON'),
    el('div', { class: 'scroller', tabindex: 0, role: 'region', 'aria-label': 'The result as JSON' }, el('pre', {}, text)));
}

function words(value) {
  if (value === undefined || value === null) {
    return '';
  }
  if (typeof value === 'boolean') {
    return value ? 'yes' : 'no';
  }
  return typeof value === 'number' ? count(value) : typeof value === 'string' ? value : JSON.stringify(value);
}

const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
const isTable = (value) => Array.isArray(value) && value.length > 0 && value.every(isObject);
