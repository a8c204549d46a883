/** What was done to what is there, and by whom: newest first, page by page. */
import { askJson } from '../api.js';
import { addressWith, goTo, onReturn, said } from '../address.js';
import { el, say } from '../dom.js';
import { moment } from '../moment.js';
import { steps } from '../pager.js';
import { trouble } from '../trouble.js';
import { count } from '../words.js';
import { ACTS, pageOf } from './acts.js';

const FILTERS = ['act', 'actor', 'subject'];

/** @returns {{element: HTMLElement, load: function(boolean=): Promise<void>}} what the address asks for of it */
export function makeAudit() {
  const heading = el('h2', { id: 'audit', tabindex: -1 }, 'What was done');
  const told = el('p', { class: 'soft', role: 'status' });
  const place = el('div');
  const pager = el('nav', { class: 'pager', 'aria-label': 'Pages of the log' });
  let latest = 0;
  const load = async (moved) => {
    const mine = (latest += 1);
    try {
      const { entries, next } = await askJson(`/api/admin/audit?${query()}`);
      if (mine !== latest) {
        return;
      }
      place.replaceChildren(entries.length > 0 ? el('ol', { class: 'entries log', 'aria-labelledby': 'audit' }, ...entries.map(row)) : el('p', { class: 'empty' }, 'There is nothing like that in the log.'));
      say(told, entries.length > 0 ? entries.length === 1 ? '1 entry' : `${count(entries.length)} entries` : 'None');
      pager.replaceChildren(...steps({ next, draw: () => load(true) }));
    } catch (error) {
      place.replaceChildren(trouble('The log could not be fetched', error, load));
      pager.replaceChildren();
      say(told, '');
    }
    if (moved) {
      heading.focus();
    }
  };
  const filters = makeFilters(load);
  onReturn(() => { filters.set(); load(); });
  return { element: el('section', { class: 'admin-section', 'aria-labelledby': 'audit' }, el('div', { class: 'section-head' }, heading, told), filters.element, place, pager), load };
}

function query() {
  const asked = said();
  return new URLSearchParams([...FILTERS, 'cursor'].filter((name) => asked.get(name)).map((name) => [name, asked.get(name)]));
}

function makeFilters(load) {
  const act = el('select', { name: 'act' }, el('option', { value: '' }, 'Anything'), ...Object.entries(ACTS).map(([value, words]) => el('option', { value }, words)));
  const fields = { act, actor: text('actor'), subject: text('subject') };
  const set = () => FILTERS.forEach((name) => { fields[name].value = said().get(name) ?? ''; });
  const element = el('form', { class: 'toolbar', role: 'search', 'aria-label': 'The log' },
    el('label', {}, 'What', act), el('label', { class: 'wide' }, 'Who', fields.actor), el('label', { class: 'wide' }, 'To what (its name or id)', fields.subject),
    el('button', { class: 'button small', type: 'submit' }, 'Show'));
  const apply = () => goTo(addressWith({ ...Object.fromEntries(FILTERS.map((name) => [name, fields[name].value.trim()])), cursor: undefined }), load);
  element.addEventListener('submit', (event) => { event.preventDefault(); apply(); });
  act.addEventListener('change', apply);
  set();
  return { element, set };
}

const text = (name) => el('input', { type: 'text', name, autocomplete: 'off', spellcheck: 'false' });

function row(entry) {
  const page = pageOf(entry);
  const subject = el('code', {}, entry.subject);
  const detail = Object.entries(entry.detail ?? {}).map(([name, value]) => `${name}: ${value}`).join(', ');
  return el('li', {},
    el('p', { class: 'moment' }, moment(entry.at)),
    el('div', {}, el('p', {}, entry.actor), entry.address && el('p', { class: 'small soft' }, entry.address)),
    el('div', {}, el('p', { class: 'entry-name' }, ACTS[entry.act] ?? entry.act), el('p', { class: 'small' }, page ? el('a', { href: page }, subject) : subject),
      entry.tenant && el('p', { class: 'small soft' }, `of ${entry.tenant}`)),
    el('p', { class: 'small soft' }, detail));
}
