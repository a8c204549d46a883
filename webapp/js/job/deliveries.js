/** What was sent to the receivers of a job's events, and what came of it. */
import { ask, askJson, serverNow } from '../api.js';
import { el, say, show } from '../dom.js';
import { ownPath } from '../result/downloads.js';
import { reason, trouble } from '../trouble.js';
import { clock, fully, isoSeconds, roughly, took } from '../words.js';
import { jobPath } from './address.js';

const STATES = {
  waiting: ['Waiting', 'queued'],
  sending: ['On its way', 'running'],
  delivered: ['Delivered', 'succeeded'],
  dead: ['Given up', 'failed'],
  gone: ['Its receiver is gone', 'canceled'],
};

/** Seconds between two looks while something is under way; longer where the next try is far. */
const SOONEST = 2;
const LATEST = 60;
/** As many as are shown; the list itself has them all. */
const MOST = 50;

/** @param {string} id of the job @returns {{element: HTMLElement, load: function(): Promise<void>, stop: function(): void}} */
export function makeDeliveries(id) {
  const rows = new Map();
  const list = el('ul', { class: 'deliveries' });
  const remark = el('p', { class: 'soft' }, 'Looking…');
  const place = el('div');
  const heading = el('h2', { id: 'deliveries-title', tabindex: -1 }, 'Webhook deliveries');
  let timer;
  let stopped = false;

  const load = async () => {
    clearTimeout(timer);
    try {
      const { deliveries } = await askJson(jobPath(id, 'deliveries'));
      place.replaceChildren();
      draw(deliveries);
    } catch (error) {
      place.replaceChildren(trouble('The deliveries could not be fetched', error, load));
    }
  };
  const draw = (deliveries) => {
    const shown = deliveries.slice(0, MOST);
    say(remark, deliveries.length === 0 ? 'Nothing was sent: the job has no callback, or nothing to tell yet, and no subscription takes in its events.'
      : deliveries.length > MOST ? `The last ${MOST} of ${deliveries.length}.` : '');
    shown.forEach((delivery, index) => {
      const row = rows.get(delivery.number) ?? makeDelivery(heading, load);
      rows.set(delivery.number, row);
      row.update(delivery);
      if (list.children[index] !== row.element) {
        list.insertBefore(row.element, list.children[index] ?? null);
      }
    });
    const pause = nextLook(deliveries);
    if (pause !== undefined && !stopped) {
      timer = setTimeout(load, pause * 1000);
    }
  };
  return {
    element: el('section', { class: 'panel part', id: 'deliveries', 'aria-labelledby': 'deliveries-title' }, heading, remark, place, list),
    load,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** Seconds; undefined if nothing more is to come. */
function nextLook(deliveries) {
  const soon = deliveries.filter(({ state }) => state === 'waiting' || state === 'sending')
    .map(({ nextAttemptAt }) => (nextAttemptAt ? (Date.parse(nextAttemptAt) - serverNow()) / 1000 + 1 : 0));
  return soon.length > 0 ? Math.min(LATEST, Math.max(SOONEST, Math.min(...soon))) : undefined;
}

function makeDelivery(refuge, sent) {
  const mark = el('span', { class: 'status' });
  const event = el('strong');
  const url = el('code');
  const next = el('p', { class: 'small soft' });
  const attempts = el('ol', { class: 'tries small' });
  const error = el('p', { class: 'field-error', role: 'alert', hidden: true });
  let target;
  const again = el('button', { class: 'button small', type: 'button', onclick: async () => {
    if (again.getAttribute('aria-disabled') === 'true') {
      return;
    }
    again.setAttribute('aria-disabled', 'true');
    say(error, '');
    try {
      await ask(target, { method: 'POST' });
      await sent();
    } catch (refused) {
      say(error, reason(refused));
    }
    again.removeAttribute('aria-disabled');
  } }, 'Send again');
  return {
    element: el('li', {},
      el('div', { class: 'delivery-line' }, mark, event, url, again), next, attempts, error),
    update(delivery) {
      const [word, tone] = STATES[delivery.state] ?? [delivery.state, 'queued'];
      mark.dataset.status = tone;
      say(mark, word);
      say(event, delivery.event);
      say(url, delivery.url);
      say(next, [delivery.subscription && 'By a subscription.', when(delivery.nextAttemptAt)].filter(Boolean).join(' '));
      target = delivery.links?.send && ownPath(delivery.links.send);
      show(again, target !== undefined, refuge);
      if (attempts.childElementCount !== delivery.attempts.length) {
        attempts.replaceChildren(...delivery.attempts.map(line));
      }
    },
  };
}

function when(nextAttemptAt) {
  const seconds = (Date.parse(nextAttemptAt) - serverNow()) / 1000;
  return nextAttemptAt && (seconds > 0 ? `Next try in ${roughly(seconds)}, at ${clock(new Date(nextAttemptAt))}.` : 'Next try any moment.');
}

function line({ attempt, at, duration, status, error }) {
  const date = new Date(at);
  const seconds = isoSeconds(duration);
  return el('li', {}, `Try ${attempt}, `, el('time', { datetime: at, title: fully(date) }, clock(date)), ': ',
    el('strong', {}, status === undefined ? 'no answer' : String(status)),
    seconds === undefined ? '' : ` after ${took(seconds * 1000)}`, error ? `, ${error}` : '');
}
