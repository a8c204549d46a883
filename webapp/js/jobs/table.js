/** The list itself. */
import { serverNow } from '../api.js';
import { el } from '../dom.js';
import { makeRow } from './row.js';

const COLUMNS = [['job-pick', ''], ['job-state', 'Status'], ['job-what', 'Job'], ['job-tags', 'Labels'], ['job-when', 'Handed in'], ['job-took', 'Time']];

/**
 * @param {{title: function(string): string, narrow: function(string): void}} page the title of a type; called with a label
 *   that is clicked
 */
export function makeTable({ title, narrow }) {
  /** @type {Map<string, import('./row.js').Row>} in the order of the list */
  let rows = new Map();
  const body = el('tbody', { role: 'rowgroup' });
  const heading = el('h2', { class: 'unseen', tabindex: -1 }, 'Jobs, newest first');
  const element = el('table', { class: 'jobs', role: 'table', 'aria-label': 'Jobs, newest first' },
    el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, ...COLUMNS.map(([kind, name]) =>
      el('th', { class: kind, role: 'columnheader', scope: 'col' }, name || el('span', { class: 'unseen' }, 'Selected'))))),
    body);
  setInterval(() => !document.hidden && rows.forEach((row) => row.tick(serverNow())), 1000);

  return {
    element, heading,
    /** Those that are shown, in their order. */
    rows: () => [...rows.values()],
    /** @param {string} id @returns {import('./row.js').Row|undefined} */
    row: (id) => rows.get(id),
    /** The row that an element is in. */
    rowOf: (node) => rows.get(node?.closest?.('tr[data-id]')?.dataset.id),
    /** Shows these jobs behind the others. */
    add(jobs) {
      const more = jobs.filter((job) => !rows.has(job.id)).map((job) => makeRow(job, title(job.type), narrow));
      more.forEach((row) => rows.set(row.job().id, row));
      body.append(...more.map((row) => row.element));
    },
    /** Shows these jobs in place of all others. Rows that stay are the same as before; others may stand out for a moment. */
    fill(jobs, newStandOut) {
      const focused = document.activeElement;
      const before = rows;
      rows = new Map(jobs.map((job) => {
        const known = before.get(job.id);
        const row = known && !known.isGone() ? known : makeRow(job, title(job.type), narrow);
        row.update(job, true);
        row.element.classList.toggle('arrived', newStandOut && row !== known);
        return [job.id, row];
      }));
      const within = body.contains(focused);
      body.replaceChildren(...[...rows.values()].map((row) => row.element));
      if (within) {
        (body.contains(focused) ? focused : heading).focus({ preventScroll: true });
      }
    },
  };
}
