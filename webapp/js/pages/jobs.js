/** The list of jobs, at /jobs: finds them, follows them, and does things with several at once. */
import { askJson, serverNow } from '../api.js';
import { el, say } from '../dom.js';
import { makeActs } from '../jobs/acts.js';
import { makeControls } from '../jobs/controls.js';
import { empty } from '../jobs/empty.js';
import { makeFeed } from '../jobs/feed.js';
import { makeSearchState } from '../jobs/further.js';
import { inWords, pageAddress, readFilter } from '../jobs/filter.js';
import { makeKeys } from '../jobs/keys.js';
import { makeLiveList } from '../jobs/live-list.js';
import { makeLiveState } from '../jobs/live-state.js';
import { makePager } from '../jobs/pager.js';
import { makeSaved } from '../jobs/saved.js';
import { makeSelection } from '../jobs/selection.js';
import { makeTable } from '../jobs/table.js';
import { whoCalls } from '../session.js';
import { reason, trouble } from '../trouble.js';
import { counted } from '../words.js';

const page = document.getElementById('page');
const place = el('div', { class: 'list-place' });
const told = el('p', { class: 'unseen', role: 'status' });
const types = new Map();
let filter = readFilter(location.search);
/** Whether the page before this one or the next has jobs that match, too. */
let beyond = false;

const title = (name) => types.get(name)?.title ?? name;
const describe = (some) => inWords(some, title, serverNow());
const table = makeTable({ title, narrow: (label) => controls.narrow(label) });
const saved = makeSaved({ go, describe });
const controls = makeControls(go, saved.button);
const pager = makePager(turn);
const selection = makeSelection(table, chosen);
const acts = makeActs({
  refuge: table.heading, clear: selection.clear, did: (row, job) => list.tell(row, job), over, filter: () => filter, describe: () => describe(filter),
});
const list = makeLiveList(table, fetchTypes(), { drawn, changed, failed, lags });
const feed = makeFeed({ opened: list.look, news: list.news, state: (kind, words) => live.show(kind, words) });
const live = makeLiveState(feed);
const search = makeSearchState({ stop: list.stop, goOn: list.search });
const refresh = el('button', { class: 'button small refresh', type: 'button', onclick: () => list.load(filter) }, 'Refresh');
const keys = makeKeys([
  { keys: 'j', words: 'Next job', act: () => step(1) },
  { keys: 'k', words: 'Job before', act: () => step(-1) },
  { keys: 'Enter', words: 'Open the job', act: enter },
  { keys: 'x', words: 'Select the job, or not any more', act: () => here((row) => selection.toggle(row, false)) },
  { keys: 'X', words: 'Select all from the last one to this', act: () => here((row) => selection.toggle(row, true)) },
  { keys: 'a', words: 'To what can be done with the selected jobs', act: () => acts.focus() },
  { keys: 'r', words: 'Refresh, and show new jobs', act: () => refresh.click() },
  { keys: '/', words: 'Search', act: toSearch },
]);

/** Shows what a filter finds, at an address of its own. */
function go(next, replace) {
  const same = pageAddress(next) === pageAddress(filter);
  history[replace || same ? 'replaceState' : 'pushState'](null, '', pageAddress(next));
  return open(next);
}

function open(next) {
  filter = next;
  controls.show(filter);
  saved.show(filter);
  feed.follow(filter);
  place.setAttribute('aria-busy', 'true');
  return list.load(filter);
}

async function turn(next) {
  await go(next, false);
  bar.scrollIntoView();
  table.heading.focus({ preventScroll: true });
}

function drawn(next) {
  document.title = [describe(filter), 'Jobs', 'Accepted'].filter(Boolean).join(' · ');
  const rows = table.rows();
  const state = list.searched();
  const content = rows.length > 0 ? table.element
    : empty(filter, { words: describe(filter), unsure: state !== undefined, clear: controls.clearAll, newest: () => turn({ ...filter, cursor: '' }) });
  if (content !== place.firstChild) {
    place.replaceChildren(content);
  }
  ready();
  search.show(state, rows.length);
  pager.show(filter, state ? undefined : next);
  beyond = next !== undefined || filter.cursor !== '';
  chosen();
  controls.learnFrom(rows.map((row) => row.job()));
  if (state?.going) {
    say(told, 'Searching older jobs');
    return;
  }
  say(told, rows.length > 0 ? `${counted(rows.length, 'job')} shown` : place.querySelector('h2').textContent);
}

function failed(error) {
  place.replaceChildren(trouble('The list could not be fetched', error, () => list.load(filter)));
  search.show(undefined, 0);
  pager.show(filter, undefined);
  ready();
}

function ready() {
  place.removeAttribute('aria-busy');
  page.removeAttribute('aria-busy');
  selection.draw();
  changed();
}

function lags(error) {
  place.removeAttribute('aria-busy');
  live.late(error ? `This may be out of date. ${reason(error)}` : '');
}

function changed() {
  const words = list.freshWords();
  if (words && !refresh.classList.contains('primary')) {
    say(told, 'There are new jobs.');
  }
  refresh.classList.toggle('primary', words !== '');
  say(refresh, words || 'Refresh');
  chosen();
}

function chosen() {
  acts.update(selection.chosen(), beyond && selection.isWhole());
}

/** Rows that were removed by the visitor's own act go; all others only change when they are asked to. */
function over(kind) {
  selection.draw();
  if (kind.action === 'remove') {
    list.load(filter);
  }
}

function here(act) {
  const row = table.rowOf(document.activeElement);
  return row ? act(row) : false;
}

function enter() {
  return here((row) => (document.activeElement === row.box ? row.link.click() : false));
}

function toSearch() {
  controls.search.focus();
  controls.search.select();
}

function step(by) {
  const rows = table.rows();
  const at = rows.indexOf(table.rowOf(document.activeElement));
  rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))]?.link.focus();
}

/** Coming back from a job's page leads to its row. */
function rememberWhere(event) {
  if (event.target.closest('a.job-open')) {
    history.replaceState({ at: table.rowOf(event.target).job().id }, '');
  }
}

function returnWhere() {
  if (performance.getEntriesByType('navigation')[0]?.type === 'back_forward') {
    table.row(history.state?.at)?.link.focus();
  }
}

/** Their titles are a nicety: without them the list has their names. */
async function fetchTypes() {
  const answer = await askJson('/api/types').catch(() => ({ types: [] }));
  answer.types.forEach((type) => types.set(type.name, type));
  controls.offer(answer.types);
}

/** Others' jobs are told apart only by who sees some; where nobody signs in, all are one's own. */
async function fetchRoles() {
  const session = await whoCalls();
  if (session?.signedIn && session.roles.some((role) => role === 'observe' || role === 'admin')) {
    controls.offerOwner();
  }
}

const bar = el('div', { class: 'list-bar' }, selection.element, live.element, refresh);
page.replaceChildren(
  el('div', { class: 'page-head' }, el('h1', {}, 'Jobs'), keys),
  controls.element, saved.element, bar, table.heading, place, search.element, pager.element, acts.element, told);
table.element.addEventListener('click', rememberWhere);
addEventListener('popstate', () => open(readFilter(location.search)));
fetchRoles();
open(filter).then(returnWhere);
