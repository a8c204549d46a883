/** What happens to a job, as it comes: the newest first. */
import { serverNow } from '../api.js';
import { el, say } from '../dom.js';
import { clock, count, fully } from '../words.js';
import { changes } from './changes.js';

const MOST = 200;

/** @param {Object} job as it is when the page opens @returns {{element: HTMLElement, add: function(string, Object, string): void}} */
export function makeEvents(job) {
  const rows = el('tbody');
  const more = el('p', { class: 'small soft', hidden: true });
  let last = job;
  let many = 0;
  const put = (name, what, at, number) => {
    rows.prepend(el('tr', {},
      el('td', {}, el('time', { datetime: at, title: fully(new Date(at)) }, clock(new Date(at)))),
      el('td', {}, el('code', {}, name)), el('td', {}, what), el('td', { class: 'number' }, number)));
    while (rows.childElementCount > MOST) {
      rows.lastElementChild.remove();
    }
  };
  put('opened', `This page was opened. ${changes(undefined, job)}`, serverNow().toISOString(), '');
  return {
    element: el('section', { class: 'panel part', id: 'events', 'aria-labelledby': 'events-title' },
      el('h2', { id: 'events-title' }, 'Events'),
      el('p', { class: 'soft' }, 'What the server tells everybody who follows this job, from the moment this page was opened. Lines of the log stand in the log.'),
      el('div', { class: 'scroller', tabindex: 0, role: 'region', 'aria-label': 'Events, newest first' },
        el('table', {},
          el('thead', {}, el('tr', {}, ...['Time', 'Event', 'What changed'].map((name) => el('th', { scope: 'col' }, name)),
            el('th', { scope: 'col', class: 'number' }, 'Number'))), rows)), more),
    /** Of one that tells only how things stand, and that is known, nothing is shown. */
    add(name, now, number) {
      if (now.updatedAt === last.updatedAt && now.status === last.status) {
        last = now;
        return;
      }
      put(name, changes(last, now) || 'Nothing that is shown here.', now.updatedAt, number);
      last = now;
      many += 1;
      say(more, many > MOST ? `The last ${MOST} of ${count(many)}.` : '');
    },
  };
}
