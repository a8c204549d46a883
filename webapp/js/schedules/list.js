/** The list of schedules. */
import { addressWith, leadsTo, said } from '../address.js';
import { askJson } from '../api.js';
import { shown, sleep } from '../client/wait.js';
import { el } from '../dom.js';
import { reconcile } from '../keyed.js';
import { steps } from '../pager.js';
import { trouble } from '../trouble.js';
import { mayChange } from './permission.js';
import { makeSchedule } from './schedule.js';

/** Seconds until the next look. */
const PAUSE = 15;
const WORDS = 'Jobs that are submitted again and again, each at its times.';

/**
 * @param {Object} about
 * @param {HTMLElement} about.page gets the list, which then follows what happens
 * @param {function(): void} about.draw shows what the address says
 * @param {AbortSignal} about.signal ends that
 */
export async function showList({ page, draw, signal }) {
  const parts = new Map();
  const list = el('div', { class: 'stack' });
  const problem = el('div');
  const empty = el('div', { class: 'empty', hidden: true });
  const pager = el('nav', { class: 'pager', 'aria-label': 'Pages' });
  const head = el('div', { class: 'page-head' }, el('h1', { tabindex: -1 }, 'Schedules'));
  page.replaceChildren(head, el('p', { class: 'page-words soft' }, WORDS), problem, list, empty, pager);
  // A nicety: without them the list shows the types' names.
  const types = askJson('/api/types').then((answer) => answer.types, () => []);
  let titleOf;
  let session;
  const make = ({ id }) => makeSchedule({ id, titleOf, open: said().get('times') === id, again: look, edit: draw,
    toggled: (open) => signal.aborted || history.replaceState(history.state, '', addressWith({ times: open ? id : undefined })) });
  const look = async () => {
    try {
      if (!session) {
        session = await askJson('/api/session');
        mayChange(session) && head.append(newLink('button', draw));
      }
      const cursor = said().get('cursor');
      const { schedules, next } = await askJson(`/api/schedules${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''}`);
      titleOf ??= titles(await types);
      if (signal.aborted) {
        return;
      }
      problem.replaceChildren();
      reconcile(list, parts, schedules, ({ id }) => id, make);
      showEmpty(schedules.length === 0, cursor);
      if (pager.dataset.next !== String(next)) {
        pager.dataset.next = String(next);
        pager.replaceChildren(...steps({ next, draw }));
      }
    } catch (error) {
      signal.aborted || problem.replaceChildren(trouble('The schedules could not be fetched', error, look));
    }
    signal.aborted || page.removeAttribute('aria-busy');
  };
  const showEmpty = (none, cursor) => {
    if (none && !empty.firstChild) {
      empty.append(...(cursor ? [el('p', {}, 'There is nothing older.')] : nothingYet(mayChange(session), draw)));
    }
    empty.hidden = !none;
  };
  while (!signal.aborted) {
    await look();
    await sleep(PAUSE, false, signal);
    await shown(signal);
  }
}

const titles = (types) => (name) => types.find((type) => type.name === name)?.title ?? name;

function newLink(kind, draw) {
  const link = el('a', { class: kind, href: '/schedules?new' }, 'New schedule');
  leadsTo(link, draw);
  return link;
}

const nothingYet = (mayMake, draw) => [el('p', {}, 'No schedules yet. One submits a job every night, say, or each Monday morning.'),
  mayMake && el('p', {}, newLink('button primary', draw))].filter(Boolean);
