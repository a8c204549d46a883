/** The list of imported tables. */
import { amend, said } from '../address.js';
import { askJson, Refused } from '../api.js';
import { el, say } from '../dom.js';
import { reconcile } from '../keyed.js';
import { listen } from '../live.js';
import { moment } from '../moment.js';
import { trouble } from '../trouble.js';
import { count, counted } from '../words.js';

const IMPORTED = '/api/events?type=import&event=succeeded&limit=0';
/** So many take searching. */
const MANY = 12;
const NEW = { class: 'button', href: '/submit/imports' };

/** @param {HTMLElement} page gets the list, which then follows what is imported */
export function showList(page) {
  const parts = new Map();
  const total = el('p', { class: 'soft' });
  const body = el('tbody');
  const shelf = el('div', { class: 'scroller', tabindex: 0, role: 'region', 'aria-label': 'Datasets', hidden: true }, el('table', {},
    el('thead', {}, el('tr', {}, head('Name'), head('Rows', 'number'), head('Columns', 'number minor'), head('Loaded'))), body));
  const empty = el('div', { class: 'empty', hidden: true },
    el('p', {}, 'No tables yet. Import a CSV file, and reports can be made of it.'),
    el('p', {}, el('a', { class: 'button primary', href: NEW.href }, 'Import a file')));
  const none = el('p', { class: 'empty', hidden: true }, 'No table has that in its name.');
  const problem = el('div');
  let all = [];
  const finder = makeFinder(() => draw());
  const draw = () => {
    const shown = all.filter(({ name }) => name.includes(finder.text()));
    reconcile(body, parts, shown, ({ name }) => name, row);
    say(total, all.length > 0 ? counted(all.length, 'table') : '');
    finder.element.hidden = all.length < MANY && finder.text() === '';
    shelf.hidden = shown.length === 0;
    empty.hidden = all.length > 0;
    none.hidden = all.length === 0 || shown.length > 0;
  };
  let asked = 0;
  const load = async () => {
    asked += 1;
    const mine = asked;
    let fetched;
    let failed;
    try {
      fetched = (await askJson('/api/datasets')).datasets;
    } catch (error) {
      failed = trouble('The list of tables could not be fetched', error, load);
    }
    if (mine < asked) {
      return;
    }
    problem.replaceChildren(...(failed ? [failed] : []));
    if (fetched) {
      all = fetched;
      draw();
    }
    page.removeAttribute('aria-busy');
  };
  page.replaceChildren(el('div', { class: 'page-head' }, el('h1', {}, 'Datasets'), total, el('a', NEW, 'Import a file')),
    problem, finder.element, shelf, empty, none);
  load();
  follow(load);
}

/** Names are in small letters. */
function makeFinder(draw) {
  const field = el('input', { type: 'search', value: said().get('q'), autocomplete: 'off', spellcheck: 'false' });
  field.addEventListener('input', () => {
    amend({ q: field.value.trim() });
    draw();
  });
  return { element: el('div', { class: 'toolbar', hidden: true }, el('label', { class: 'wide' }, 'Find by name', field)), text: () => field.value.trim().toLowerCase() };
}

/** The stream tells nothing of what was before it was open, or while it could not be had. */
async function follow(load) {
  try {
    for await (const { name, open } of listen(IMPORTED, new AbortController().signal)) {
      if (name || open) {
        load();
      }
    }
  } catch (refused) {
    if (!(refused instanceof Refused)) {
      throw refused;
    }
    // A server that tells nobody of its events still has tables.
    console.info('Imports are not followed:', refused.message);
  }
}

const head = (title, kind) => el('th', { scope: 'col', class: kind }, title);

function row({ name }) {
  const rows = el('td', { class: 'number' });
  const columns = el('td', { class: 'number minor' });
  const loaded = el('td');
  let drawn;
  return {
    element: el('tr', {}, el('th', { scope: 'row', class: 'name' }, el('a', { href: `/datasets/${encodeURIComponent(name)}` }, name)), rows, columns, loaded),
    update(dataset) {
      say(rows, count(dataset.rows));
      say(columns, count(dataset.columns.length));
      if (drawn !== dataset.updatedAt) {
        drawn = dataset.updatedAt;
        loaded.replaceChildren(moment(drawn));
      }
    },
  };
}
