/** One subscription: who is told of what, and what became of it. */
import { ask, askJson } from '../api.js';
import { el, say } from '../dom.js';
import { EVENTS } from '../form/callback.js';
import { momentWithin } from '../moment.js';
import { actButton, errorLine } from './act.js';
import { makeDeliveries } from './deliveries.js';
import { secretNotice } from './secret.js';

const STATES = { active: ['succeeded', 'Active'], paused: ['scheduled', 'Paused'], gone: ['failed', 'Ended'] };
const LIST = new Intl.ListFormat('en', { type: 'disjunction' });

/**
 * @param {Object} about
 * @param {Object} about.subscription
 * @param {boolean} about.mayChange whether the visitor may change any
 * @param {boolean} about.open whether its deliveries are shown
 * @param {function(): Promise<void>} about.again looks at all of them anew
 * @param {function(boolean): void} about.toggled told when its deliveries are shown or hidden
 * @returns {{element: HTMLElement, update: function(Object): void}}
 */
export function makeSubscription({ subscription: { id, url }, mayChange, open, again, toggled }) {
  const path = `/api/subscriptions/${encodeURIComponent(id)}`;
  const heading = el('h2', { class: 'receiver', id: `subscription-${id}` }, url);
  const state = el('span', { class: 'status' });
  const since = el('span', { class: 'soft' });
  const filter = el('p');
  const former = el('p', { class: 'small soft', hidden: true });
  const told = el('div');
  const deliveries = makeDeliveries(`${path}/deliveries`, mayChange);
  const sent = el('details', { open }, el('summary', {}, 'Last deliveries'), deliveries.element);
  sent.addEventListener('toggle', () => { toggled(sent.open); sent.open && deliveries.load(); });
  const actions = mayChange && makeActions(path, url, again, told);
  let drawn;
  return {
    element: el('article', { class: 'panel kind', 'aria-labelledby': heading.id },
      el('div', { class: 'kind-head' }, heading, el('p', {}, state, ' ', since)), filter, former, actions && actions.element, told, sent),
    update(subscription) {
      const [tone, word] = STATES[subscription.state] ?? ['canceled', subscription.state];
      state.dataset.status = tone;
      say(state, word);
      say(filter, filterWords(subscription));
      if (drawn !== subscription.updatedAt + subscription.stateSince + subscription.formerSecretUntil) {
        drawn = subscription.updatedAt + subscription.stateSince + subscription.formerSecretUntil;
        since.replaceChildren('since ', momentWithin(subscription.stateSince), subscription.stateReason ? `. ${subscription.stateReason}` : '');
        former.hidden = !subscription.formerSecretUntil;
        former.replaceChildren(...(subscription.formerSecretUntil ? ['The secret before counts until ', momentWithin(subscription.formerSecretUntil), '.'] : []));
      }
      actions && actions.update(subscription);
      if (sent.open) {
        deliveries.load();
      }
    },
  };
}

function makeActions(path, url, again, told) {
  const error = errorLine();
  const words = el('span');
  let way = 'pause';
  const change = actButton(words, { error, whose: url, act: async () => { await ask(`${path}/${way}`, { method: 'POST' }); await again(); } });
  const renew = actButton('New secret', { error, whose: `for ${url}`,
    ask: { title: 'Make a new secret?', body: 'The present one counts on for a day, so that the receiver can change over.', yes: 'Make a new one', no: 'Keep this one' },
    act: async () => {
      const { secret } = await askJson(`${path}/secret`, { method: 'POST' });
      told.replaceChildren(secretNotice({ title: 'The new secret', secret, words: 'It is shown this once. Give it to the receiver, which checks signatures with it.' }));
      told.querySelector('h2').focus();
      await again();
    } });
  const remove = actButton('Remove', { error, kind: 'danger', whose: url,
    ask: { title: 'Remove this subscription?', body: `${url} is told nothing more, and what waits for it is given up.`, yes: 'Remove it', no: 'Keep it' },
    act: async () => { await ask(path, { method: 'DELETE' }); await again(); document.querySelector('h1').focus(); } });
  return {
    element: el('div', {}, el('div', { class: 'actions' }, change, renew, remove), error),
    update({ state }) {
      way = state === 'active' ? 'pause' : 'resume';
      say(words, state === 'active' ? 'Pause' : 'Resume');
    },
  };
}

function filterWords({ types, events, labels }) {
  const pairs = Object.entries(labels ?? {}).map(([name, value]) => `${name}:${value}`);
  const jobs = types ? `jobs of the type ${LIST.format(types)}` : 'all jobs';
  const happens = EVENTS.filter(([event]) => events.includes(event)).map(([, words]) => words);
  const when = happens.length === EVENTS.length ? 'whatever happens to them' : `when one ${LIST.format(happens)}`;
  return `Told of ${jobs}${pairs.length > 0 ? ` with the label ${pairs.join(' and ')}` : ''}, ${when}.`;
}
