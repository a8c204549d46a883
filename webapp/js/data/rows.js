/** The rows of a table, page by page. */
import { ask } from '../api.js';
import { addressWith, goTo, leadsTo, onReturn, said } from '../address.js';
import { el, say } from '../dom.js';
import { steps } from '../pager.js';
import { trouble } from '../trouble.js';
import { count } from '../words.js';
import { cell, kindOf } from './cell.js';
import { parseExactly } from './exact.js';

const LIMITS = [20, 50, 100, 500];
/** A page of more cells than this takes a browser long to lay out. */
const CELLS = 20_000;

/**
 * @param {Object} dataset as the API represents it
 * @returns {HTMLElement} which fills itself with the page that the address names
 */
export function rowsSection(dataset) {
  const heading = el('h2', { id: 'rows-title', tabindex: -1 }, 'Rows');
  const told = el('p', { class: 'soft', role: 'status' });
  const place = el('div', { 'aria-busy': 'true' });
  const pager = el('nav', { class: 'pager', 'aria-label': 'Pages of rows' });
  const chooser = makeChooser(dataset, () => load(true));
  let latest = 0;

  const load = async (moved) => {
    const mine = (latest += 1);
    place.setAttribute('aria-busy', 'true');
    try {
      const page = await read(dataset);
      if (mine === latest) {
        draw(page, moved);
      }
    } catch (error) {
      if (mine === latest) {
        inTrouble(error);
      }
    }
  };
  const draw = ({ columns, rows, next }, moved) => {
    say(told, position(dataset, rows.length));
    place.replaceChildren(columns.length > 0 ? grid(dataset.name, columns, rows) : '');
    pager.replaceChildren(...steps({ next, draw: () => load(true), along: { from: knowsFirst() ? first() + rows.length : undefined } }));
    place.removeAttribute('aria-busy');
    if (moved) {
      heading.focus({ preventScroll: true });
      heading.scrollIntoView({ block: 'nearest' });
    }
  };
  const inTrouble = (error) => {
    say(told, '');
    pager.replaceChildren();
    place.replaceChildren(error.problem?.parameter === 'cursor' ? outdated(load) : trouble('The rows could not be fetched', error, () => load(true)));
    place.removeAttribute('aria-busy');
  };
  onReturn(() => { chooser.set(); load(true); });
  load(false);
  return el('section', { class: 'rows-section', 'aria-labelledby': 'rows-title' },
    el('div', { class: 'section-head' }, heading, told, dataset.rows > LIMITS[0] && chooser.element), place, pager);
}

async function read({ name, columns }) {
  const asked = said();
  const query = new URLSearchParams({ limit: asked.get('limit') ?? usual(columns.length) });
  if (asked.has('cursor')) {
    query.set('cursor', asked.get('cursor'));
  }
  const answer = await ask(`/api/datasets/${encodeURIComponent(name)}/rows?${query}`, { headers: { Accept: 'application/json' } });
  return parseExactly(await answer.text());
}

const usual = (columns) => LIMITS.findLast((limit) => limit <= 100 && limit * columns <= CELLS) ?? LIMITS[0];

/** The first row's number goes along in the address: a cursor doesn't tell. */
const first = () => Math.max(1, Math.trunc(Number(said().get('from'))) || 1);

/** The first page needs no number. */
const knowsFirst = () => !said().has('cursor') || said().has('from');

function position({ rows }, shown) {
  if (shown === 0) {
    return rows === 0 ? 'There are none.' : 'None on this page.';
  }
  const from = first();
  if (!knowsFirst()) {
    return `${count(shown)} of ${count(rows)}`;
  }
  return shown === rows ? `All ${count(rows)}` : `${count(from)} to ${count(from + shown - 1)} of ${count(rows)}`;
}

function grid(name, columns, rows) {
  return el('div', { class: 'scroller grid', tabindex: 0, role: 'region', 'aria-label': `Rows of ${name}` },
    el('table', {},
      el('thead', {}, el('tr', {}, ...columns.map((column) => el('th', { scope: 'col', class: kindOf(column.type) },
        column.name, el('span', { class: 'column-type' }, column.type))))),
      el('tbody', {}, ...rows.map((row) => el('tr', {}, ...row.map((value, index) => cell(value, columns[index].type)))))));
}

function makeChooser({ columns }, draw) {
  const select = el('select', {}, ...LIMITS.map((limit) => el('option', { value: limit }, String(limit))));
  const set = () => {
    const limit = said().get('limit') ?? String(usual(columns.length));
    if (![...select.options].some(({ value }) => value === limit)) {
      select.append(el('option', { value: limit }, limit));
    }
    select.value = limit;
  };
  set();
  select.addEventListener('change', () => goTo(addressWith({ limit: select.value, cursor: undefined, from: undefined }), draw));
  return { element: el('label', { class: 'chooser' }, 'Rows a page ', select), set };
}

function outdated(load) {
  const link = el('a', { class: 'button small', href: addressWith({ cursor: undefined, from: undefined }) }, 'From the beginning');
  leadsTo(link, () => load(true));
  return el('div', { class: 'notice wait', role: 'alert' },
    el('p', {}, 'This page of rows is gone: the table was loaded anew since, or the address is incomplete.'), el('p', {}, link));
}
