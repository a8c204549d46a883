/** One type of job: what it takes, how busy it is, whether it is paused. */
import { actButton, errorLine } from '../admin/act.js';
import { ask } from '../api.js';
import { el, say } from '../dom.js';
import { momentWithin } from '../moment.js';
import { count, duration } from '../words.js';
import { loadOf } from './load.js';
import { typeDetails } from './type-details.js';

/**
 * @param {Object} type an entry of GET /api/types
 * @param {Object} session who looks, as /api/session says
 * @param {function(): Promise<void>} again looks at all types anew
 * @returns {{element: HTMLElement, update: function(Object): void}}
 */
export function makeType(type, session, again) {
  const heading = el('h2', { id: `type-${type.name}` }, type.title);
  const state = makeState();
  const load = makeLoad();
  const operates = session.roles.includes('admin') && !session.tenant;
  const switcher = operates && type.available ? makeSwitch(type, again) : undefined;
  return {
    element: el('article', { class: 'panel kind', 'aria-labelledby': heading.id },
      el('div', { class: 'kind-head' }, heading, state.element), el('p', { class: 'kind-words' }, type.description), load.element,
      links(type, switcher), switcher?.error, typeDetails(type)),
    update(now) {
      state.update(now);
      load.update(now);
      switcher?.update(now);
    },
  };
}

function makeState() {
  const words = el('span', { class: 'status' });
  const since = el('span', { class: 'soft' });
  return {
    element: el('p', { class: 'kind-state', role: 'status' }, words, ' ', since),
    update({ available, unavailableReason, pausedSince }) {
      const status = !available ? 'failed' : pausedSince ? 'scheduled' : 'succeeded';
      words.dataset.status = status;
      say(words, !available ? 'Not on this server' : pausedSince ? 'Paused' : 'Available');
      if (since.dataset.moment !== (pausedSince ?? '')) {
        since.dataset.moment = pausedSince ?? '';
        since.replaceChildren(...(pausedSince ? ['since ', momentWithin(pausedSince), '. Jobs are accepted, and wait.'] : []));
      }
      if (!available) {
        say(since, unavailableReason ?? '');
      }
    },
  };
}

/** What can't be counted is left as it was. */
function makeLoad() {
  const values = Object.fromEntries(['Running', 'Waiting', 'Takes on average'].map((name) => [name, el('dd', {}, '…')]));
  const element = el('dl', { class: 'facts wide' }, ...Object.entries(values).map(([name, value]) => el('div', {}, el('dt', {}, name), value)));
  const words = ({ count: number, more }) => (more ? `${count(number)} or more` : count(number));
  return {
    element,
    async update({ name, available, limits }) {
      element.hidden = !available;
      if (!available) {
        return;
      }
      try {
        const { running, queued, took } = await loadOf(name);
        // Several nodes have as many slots each.
        say(values.Running, running.count > limits.slots ? words(running) : `${words(running)} of ${count(limits.slots)}`);
        say(values.Waiting, words(queued));
        say(values['Takes on average'], took ? brief(took.seconds) : '–');
      } catch (error) {
        Object.values(values).filter(({ textContent }) => textContent === '…').forEach((value) => say(value, '–'));
        console.info('Its jobs could not be counted:', error.message);
      }
    },
  };
}

const brief = (seconds) => (seconds >= 10 ? duration(seconds) : `${Math.max(0.1, seconds).toFixed(1)} seconds`);

function links({ name, title, collection, available }, switcher) {
  const whose = el('span', { class: 'unseen' }, ` ${title}`);
  return el('div', { class: 'actions' },
    available && el('a', { class: 'button primary', href: `/submit/${collection}` }, 'Start one', whose.cloneNode(true)),
    el('a', { class: 'button', href: `/jobs?${new URLSearchParams({ type: name })}` }, 'Its jobs', whose.cloneNode(true)),
    switcher?.element);
}

/** Pauses it, or goes on. */
function makeSwitch({ name, title }, again) {
  const error = errorLine();
  const words = el('span');
  let way = 'pause';
  const button = actButton(words, { error, whose: title,
    act: async () => { await ask(`/api/types/${encodeURIComponent(name)}/${way}`, { method: 'POST' }); await again(); } });
  return {
    element: button,
    error,
    update({ pausedSince }) {
      way = pausedSince ? 'resume' : 'pause';
      say(words, pausedSince ? 'Resume' : 'Pause');
    },
  };
}
