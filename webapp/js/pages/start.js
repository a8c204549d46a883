/** The start page: a card for each job type. */
import { askJson } from '../api.js';
import { el } from '../dom.js';
import { fileRule } from '../form/file-rule.js';
import { trouble } from '../trouble.js';

/** Where there is more to it than a form. */
const PAGES = { inspections: '/inspector' };

const place = document.getElementById('types');

/** @param {Object} type an entry of GET /api/types */
function card(type) {
  if (!type.available) {
    return el('li', { class: 'type off' },
      el('h3', {}, type.title),
      el('p', { class: 'soft' }, type.description),
      el('p', { class: 'meta' }, `Not on this server: ${type.unavailableReason ?? 'it is switched off.'}`));
  }
  return el('li', { class: 'type' },
    el('h3', {}, el('a', { href: PAGES[type.collection] ?? `/submit/${type.collection}` }, type.title)),
    el('p', {}, type.description),
    el('p', { class: 'meta' }, fileRule(type)));
}

async function load() {
  try {
    const { types } = await askJson('/api/types');
    const sorted = [...types].sort((a, b) => Number(b.available) - Number(a.available) || a.title.localeCompare(b.title));
    place.replaceChildren(sorted.length > 0
      ? el('ul', { class: 'types' }, ...sorted.map(card))
      : el('p', { class: 'notice' }, 'This server has no job types installed.'));
  } catch (error) {
    place.replaceChildren(trouble('The list of jobs could not be fetched', error, load));
  }
  place.removeAttribute('aria-busy');
}

load();
