/** What was sent to a subscription, newest first. */
import { ask, askJson, serverNow } from '../api.js';
import { el, say } from '../dom.js';
import { reconcile } from '../keyed.js';
import { moment } from '../moment.js';
import { ownPath } from '../result/downloads.js';
import { trouble } from '../trouble.js';
import { at, count } from '../words.js';
import { actButton, errorLine } from './act.js';

const PAGE = 20;
const TONES = { waiting: 'queued', sending: 'running', delivered: 'succeeded', dead: 'failed', gone: 'canceled' };
const ERRORS = {
  'address-refused': 'its address may not be called',
  'connection-broken': 'the connection broke off',
  'connection-refused': 'it refused the connection',
  interrupted: 'this server stopped meanwhile',
  'not-sent': 'it could not be sent',
  timeout: 'it did not answer in time',
  'tls-failed': 'no secure connection came about',
  'unknown-host': 'there is no such host',
};

/**
 * @param {string} list path of the API
 * @param {boolean} mayChange whether something may be sent again
 * @returns {{element: HTMLElement, load: function(): Promise<void>}} empty until it is loaded
 */
export function makeDeliveries(list, mayChange) {
  const parts = new Map();
  const rows = el('ol', { class: 'deliveries' });
  const none = el('p', { class: 'soft', hidden: true }, 'Nothing was sent yet.');
  const problem = el('div');
  const more = el('button', { class: 'button small', type: 'button', hidden: true, onclick: () => { shown += PAGE; load(); } }, 'Show earlier ones');
  let shown = PAGE;
  const load = async () => {
    try {
      const { deliveries, next } = await askJson(`${list}?limit=${Math.min(shown, 500)}`);
      reconcile(rows, parts, deliveries, ({ number }) => String(number), () => row(mayChange, load));
      none.hidden = deliveries.length > 0;
      more.hidden = !next || shown >= 500;
      problem.replaceChildren();
    } catch (error) {
      problem.replaceChildren(trouble('What was sent could not be fetched', error, load));
    }
  };
  return { element: el('div', { class: 'stack' }, problem, rows, none, more), load };
}

function row(mayChange, again) {
  const error = errorLine();
  const mark = el('span', { class: 'status' });
  const about = el('span', { class: 'delivery-event' });
  const words = el('span', { class: 'soft' });
  const attempts = el('ol', { class: 'small' });
  const tries = el('details', { hidden: true }, el('summary', { class: 'small' }, 'Tries'), attempts);
  let send = '';
  const button = actButton('Send again', { error, kind: 'small', act: async () => { await ask(send, { method: 'POST' }); await again(); } });
  return {
    element: el('li', {}, el('div', { class: 'delivery' }, mark, about, words, button), tries, error),
    update(delivery) {
      mark.dataset.status = TONES[delivery.state] ?? 'canceled';
      say(mark, label(delivery.state));
      if (!about.firstChild) {
        about.append(el('a', { href: `/jobs/${encodeURIComponent(delivery.job)}` }, `a job ${happened(delivery.event)}`), ' ', moment(delivery.createdAt));
      }
      say(words, standing(delivery));
      send = delivery.links?.send ? ownPath(delivery.links.send) : '';
      button.hidden = !(send && mayChange);
      tries.hidden = delivery.attempts.length === 0;
      if (attempts.childElementCount !== delivery.attempts.length) {
        attempts.replaceChildren(...delivery.attempts.map((attempt) => el('li', {}, attemptWords(attempt))));
      }
    },
  };
}

const label = (state) => ({ waiting: 'Waiting', sending: 'On its way', delivered: 'Delivered', dead: 'Given up', gone: 'Not wanted' })[state] ?? state;

const happened = (event) => ({ started: 'started', queued: 'was queued', retrying: 'is tried again', succeeded: 'succeeded', failed: 'failed', canceled: 'was canceled', expired: 'expired' })[event] ?? event;

function standing({ state, attempts, nextAttemptAt }) {
  const last = attempts.at(-1);
  const failed = last && state !== 'delivered' ? `${attempts.length === 1 ? '1 try' : `${count(attempts.length)} tries`}; the last time ${outcome(last)}.` : '';
  const next = state === 'waiting' && nextAttemptAt ? `Next try ${at(new Date(nextAttemptAt), serverNow())}.` : '';
  return [failed, next].filter(Boolean).join(' ');
}

const outcome = ({ status, error }) => (status ? `it answered ${status}` : ERRORS[error] ?? error ?? 'nothing came back');

const attemptWords = (attempt) => `${at(new Date(attempt.at), serverNow()).replace(/^(at|on) /, '')}: ${outcome(attempt)}`;
