/** How many jobs there are, by status and by type. */
import { el } from '../dom.js';
import { STATUSES, statusWord } from '../status.js';
import { count, duration } from '../words.js';

/** @param {function(string): string} title of a type @returns {{element: HTMLElement, update: function(Object): void}} */
export function makeCounts(title) {
  const tiles = new Map(STATUSES.map((status) => [status, tile(status)]));
  const body = el('tbody');
  const rows = new Map();
  const table = el('div', { class: 'scroller', tabindex: 0, role: 'region', 'aria-labelledby': 'types' },
    el('table', { class: 'type-table' },
      el('caption', { id: 'types' }, 'By type'),
      el('thead', {}, el('tr', {}, ...['Type', 'Slots', 'Waiting', 'Oldest waits', 'Running', 'Succeeded', 'Failed', '']
        .map((name, index) => el('th', { scope: 'col', class: index > 0 && index < 7 && 'number' }, name || el('span', { class: 'unseen' }, 'State'))))),
      body));
  const unknown = el('p', { class: 'notice wait', hidden: true }, 'There are so many jobs that they are still being counted.');
  return {
    element: el('section', { class: 'stack', 'aria-labelledby': 'jobs' },
      el('h2', { id: 'jobs' }, 'Jobs'), unknown,
      el('ul', { class: 'tiles' }, ...[...tiles.values()].map((one) => one.element)), table),
    update({ jobs, server }) {
      unknown.hidden = Boolean(jobs);
      tiles.forEach((one, status) => one.to(jobs?.all[status]));
      const types = typesOf(jobs, server);
      types.forEach((type) => {
        if (!rows.has(type.type)) {
          rows.set(type.type, row(type.type, title(type.type)));
          body.append(rows.get(type.type).element);
        }
        rows.get(type.type).to(type);
      });
      table.hidden = types.length === 0;
    },
  };
}

function tile(status) {
  const number = el('strong', {}, '–');
  return {
    element: el('li', { 'data-status': status }, el('a', { href: `/jobs?status=${status}` }, number, el('span', {}, statusWord(status)))),
    to(jobs) {
      write(number, jobs === undefined ? '–' : count(jobs));
    },
  };
}

/** What is known of each type, from both parts of the overview. */
function typesOf(jobs, server) {
  const types = new Map((server?.types ?? []).map((type) => [type.type, { ...type }]));
  (jobs?.types ?? []).forEach((type) => types.set(type.type, { ...types.get(type.type), ...type }));
  return [...types.values()];
}

function row(type, title) {
  const cells = Array.from({ length: 6 }, () => el('td', { class: 'number' }));
  const state = el('td');
  const link = (status, text) => el('a', { href: `/jobs?status=${status}&type=${encodeURIComponent(type)}` }, text);
  let drawn = '';
  return {
    element: el('tr', {}, el('th', { scope: 'row' }, el('a', { href: `/jobs?type=${encodeURIComponent(type)}` }, title)), ...cells, state),
    to(one) {
      const values = [one.slots && `${one.slots.inUse} of ${one.slots.all}`, one.ready ?? one.jobs?.queued, one.oldest && duration(one.oldest),
        one.jobs?.running, one.jobs?.succeeded, one.jobs?.failed];
      const known = JSON.stringify([values, one.pausedSince]);
      if (known === drawn) {
        return;
      }
      drawn = known;
      values.forEach((value, index) => write(cells[index], typeof value === 'number' ? count(value) : value || '–'));
      if (one.jobs?.failed > 0 && !cells[5].querySelector('a')) {
        cells[5].replaceChildren(link('failed', cells[5].textContent));
      }
      write(state, one.pausedSince ? 'Paused' : '');
    },
  };
}

/** Leaves alone what hasn't changed, and links that are there. */
function write(element, text) {
  const place = element.querySelector('a') ?? element;
  if (place.textContent !== text) {
    place.textContent = text;
  }
}
