/** One imported table: what it is made of, what can be done with it, its rows. */
import { ask, askJson, Refused } from '../api.js';
import { el, say } from '../dom.js';
import { confirmed } from '../job/confirm.js';
import { moment } from '../moment.js';
import { reason, trouble } from '../trouble.js';
import { count, counted } from '../words.js';
import { lastImport } from './last-import.js';
import { rowsSection } from './rows.js';

/** @param {HTMLElement} page gets the table @param {string} name */
export async function showDataset(page, name) {
  const path = `/api/datasets/${encodeURIComponent(name)}`;
  try {
    const dataset = await askJson(path);
    document.title = `${name} · Datasets · Accepted`;
    page.replaceChildren(el('p', { class: 'eyebrow' }, el('a', { href: '/datasets' }, 'Datasets')), el('h1', { class: 'dataset-name' }, name),
      facts(dataset), actions(page, dataset, path), columns(dataset), rowsSection(dataset));
  } catch (error) {
    page.replaceChildren(error instanceof Refused && error.code === 404 ? missing(name)
      : el('div', {}, el('h1', {}, name), trouble('The table could not be fetched', error, () => showDataset(page, name))));
  }
  page.removeAttribute('aria-busy');
}

function facts(dataset) {
  const list = el('dl', { class: 'facts wide' },
    fact('Rows', count(dataset.rows)),
    fact('Columns', count(dataset.columns.length)),
    fact('Last loaded', moment(dataset.updatedAt)));
  // That import may be gone, or another's to see: the table is there all the same.
  lastImport(dataset).then((found) => found && list.append(...origin(found)), (error) => console.info('The import is not known:', error.message));
  return list;
}

function origin({ job, rejected }) {
  const file = `/api/jobs/${encodeURIComponent(job.id)}/files/rejected.csv`;
  return [
    fact('By', el('a', { href: `/jobs/${encodeURIComponent(job.id)}` }, 'this import')),
    rejected > 0 && fact('Left out', el('a', { href: file, download: 'rejected.csv' }, counted(rejected, 'row'), ' (CSV)')),
  ].filter(Boolean);
}

const fact = (name, what) => el('div', {}, el('dt', {}, name), el('dd', {}, what));

function actions(page, { name, rows }, path) {
  const error = el('p', { class: 'field-error', role: 'alert', hidden: true });
  const query = new URLSearchParams({ dataset: name });
  const remove = el('button', { class: 'button danger', type: 'button' }, 'Remove');
  remove.addEventListener('click', async () => {
    const sure = await confirmed({ title: `Remove ${name}?`, yes: 'Remove it', no: 'Keep it',
      body: `${rows === 1 ? 'Its one row is' : `Its ${counted(rows, 'row')} are`} deleted. Reports that were made of it stay.` });
    if (!sure || remove.getAttribute('aria-disabled') === 'true') {
      return;
    }
    remove.setAttribute('aria-disabled', 'true');
    say(error, '');
    try {
      await ask(path, { method: 'DELETE' });
      page.replaceChildren(gone('Removed', `The table ${name} and its rows are gone.`));
      page.querySelector('h1').focus();
    } catch (problem) {
      remove.removeAttribute('aria-disabled');
      say(error, reason(problem));
    }
  });
  return el('div', { class: 'dataset-actions' },
    el('div', { class: 'actions' },
      el('a', { class: 'button primary', href: `/submit/reports?${query}` }, 'Make a report of it'),
      el('a', { class: 'button', href: `/submit/imports?${query}` }, 'Import into it again'), remove),
    error);
}

/** All columns at a glance, where the table of rows is wider than the screen. */
function columns(dataset) {
  return el('details', { class: 'columns-list' },
    el('summary', {}, `${counted(dataset.columns.length, 'column')} and their types`),
    el('ol', { tabindex: 0, 'aria-label': 'Columns' }, ...dataset.columns.map(({ name, type }) => el('li', {}, el('code', {}, name), ' ', el('span', { class: 'soft' }, type)))));
}

const missing = (name) => gone('There is no such table', `Nothing was imported as ${name}, or it was removed, or it belongs to someone else.`, '404');

function gone(title, body, code) {
  document.title = `${title} · Accepted`;
  return el('div', { class: 'panel stack lone' }, code && el('p', { class: 'code' }, code), el('h1', { tabindex: -1 }, title), el('p', {}, body),
    el('p', {}, el('a', { class: 'button primary', href: '/datasets' }, 'To the tables')));
}
