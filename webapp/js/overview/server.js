/** The nodes, and what waits beside jobs. */
import { el } from '../dom.js';
import { moment } from '../moment.js';
import { count, counted } from '../words.js';

/** @returns {{element: HTMLElement, update: function(Object): void}} */
export function makeServer() {
  const body = el('tbody');
  const facts = el('dl', { class: 'facts wide' });
  let drawn = '';
  return {
    element: el('section', { class: 'stack', 'aria-labelledby': 'server' },
      el('h2', { id: 'server' }, 'Server'), facts,
      el('div', { class: 'scroller', tabindex: 0, role: 'region', 'aria-labelledby': 'nodes' },
        el('table', {}, el('caption', { id: 'nodes' }, 'Nodes'),
          el('thead', {}, el('tr', {}, ...['Node', 'Since', 'Lease', 'Running'].map((name, index) => el('th', { scope: 'col', class: index === 3 && 'number' }, name)))), body))),
    update({ server }) {
      const state = JSON.stringify([server.slots, server.queue, server.deliveries, server.offenders, server.nodes.map(({ name, running, silent }) => [name, running, silent])]);
      if (state !== drawn) {
        drawn = state;
        facts.replaceChildren(
          fact('Slots in use', `${server.slots.inUse} of ${server.slots.all}`),
          fact('Jobs that wait', count(server.queue.waiting)),
          fact('Webhooks to be sent', known(server.deliveries.waiting)),
          fact('Webhooks given up', known(server.deliveries.dead)),
          fact('Callers blocked', count(server.offenders)));
        body.replaceChildren(...server.nodes.map(line));
      }
    },
  };
}

const known = (number) => (number === undefined ? 'not known' : count(number));

const fact = (name, what) => el('div', {}, el('dt', {}, name), el('dd', {}, what));

function line({ name, startedAt, shared, silent, running, self }) {
  const lease = silent ? 'Run out' : shared ? 'Held' : 'Needs none';
  return el('tr', {}, el('th', { scope: 'row' }, name, self && el('span', { class: 'soft' }, ' (this one)')),
    el('td', {}, moment(startedAt)), el('td', {}, lease), el('td', { class: 'number', title: counted(running, 'job') }, count(running)));
}
