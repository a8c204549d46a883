/** The polls of a job, each with what it was answered and how its client came back. */
import { el, say } from '../dom.js';
import { reconcile } from '../keyed.js';
import { clock, count, counted, fully, isoSeconds, took } from '../words.js';
import { statusLine } from './meanings.js';

const STYLES = { browser: 'a browser', curl: 'curl', wget: 'wget', java: 'Java', python: 'Python', javascript: 'JavaScript', go: 'Go', other: 'another program' };
const RESOURCES = { monitor: ['Monitor', ''], status: ['Status', '/status'], result: ['Result', '/result'] };
const HOW = { poll: '', conditional: ', only if it has changed', 'long-poll': ', when there is news' };

/** Seconds by which timers and networks may be late, and the share of the pause. */
const PUNCTUAL = 1;
const PUNCTUAL_SHARE = 0.25;

/** A bar ends where a client is so many times as late as it was asked to be. */
const WIDEST = 2;

/** @param {string} style @returns {string} such as "curl", "a browser" */
export const styleWord = (style) => STYLES[style] ?? style;

/** @param {Object} poll @returns {{verdict: string, words: string, share: number|undefined}} how its client came back against what it was granted */
export function comingBack({ gap, granted, early, kind, retryAfter }) {
  const after = gap === undefined ? undefined : isoSeconds(gap);
  if (after === undefined) {
    return { verdict: early ? 'early' : 'first', words: early ? 'Too soon: refused' : 'The first', share: undefined };
  }
  const passed = took(after * 1000);
  if (granted === undefined) {
    return { verdict: 'free', words: `After ${passed}; nothing was asked for`, share: undefined };
  }
  const share = Math.min(after / granted, WIDEST) / WIDEST;
  const of = `after ${passed} of ${granted} s`;
  if (early) {
    return { verdict: 'early', words: `Early, ${of}`, share };
  }
  const late = after - granted;
  if (late > Math.max(PUNCTUAL, granted * PUNCTUAL_SHARE)) {
    return { verdict: 'late', words: `Late by ${took(late * 1000)}, ${of}`, share };
  }
  if (after >= granted * 0.9 - 0.25) {
    return { verdict: 'timely', words: `On time, ${of}`, share };
  }
  const why = kind === 'long-poll' ? 'it waits' : retryAfter === undefined ? 'there was news' : 'this one was free';
  return { verdict: 'free', words: `Sooner, ${of}, but ${why}`, share };
}

/** @param {Object} polls @returns {string} all of them in a sentence; empty if there were none */
export function summary({ total, early, clients, byStatus, byStyle, shortestGap, longestGap }) {
  if (total === 0) {
    return '';
  }
  const refused = (byStatus['429'] ?? 0);
  const styles = Object.entries(byStyle).sort(([, one], [, other]) => other - one).map(([style]) => styleWord(style));
  return `${[
    `${counted(total, 'poll')} from ${counted(clients, 'client')} (${styles.join(', ')})`,
    early > 0 ? `${count(early)} early` : 'none early',
    refused > 0 && `${count(refused)} refused for that`,
    shortestGap !== undefined && `the shortest gap ${took(isoSeconds(shortestGap) * 1000)}`,
    shortestGap !== longestGap && `the longest ${took(isoSeconds(longestGap) * 1000)}`,
  ].filter(Boolean).join('; ')}.`;
}

/** @returns {{element: HTMLElement, update: function(Object): void}} to be updated with the polls of the representation */
export function makePolls() {
  const totals = el('p', { class: 'polls-total', hidden: true });
  const statuses = el('ul', { class: 'polls-statuses small' });
  const rows = el('tbody');
  const table = el('div', { class: 'scroller polls-recent', tabindex: 0, role: 'region', 'aria-label': 'Polls, newest first', hidden: true },
    el('table', {}, el('thead', {}, el('tr', {}, ...['Time', 'Client', 'Asked', 'Answer', 'Retry-After', 'Came back'].map((name) => el('th', { scope: 'col' }, name)))), rows));
  const more = el('p', { class: 'small soft', hidden: true });
  const parts = new Map();
  return {
    element: el('div', { class: 'stack' }, totals, statuses, table, more),
    update(polls) {
      say(totals, summary(polls));
      statuses.replaceChildren(...Object.entries(polls.byStatus).map(([code, many]) =>
        el('li', {}, el('code', {}, statusLine({ code: Number(code) })), ` × ${count(many)}`)));
      statuses.hidden = polls.total === 0;
      table.hidden = polls.total === 0;
      reconcile(rows, parts, keyed(polls.recent), ({ key }) => key, ({ poll }) => row(poll));
      say(more, polls.total > polls.recent.length ? `The last ${polls.recent.length} of ${count(polls.total)}.` : '');
    },
  };
}

/** Two may have come in the same millisecond; counted from the oldest, as new ones come before it. */
function keyed(recent) {
  const same = new Map();
  return [...recent].reverse().map((poll) => {
    const name = [poll.at, poll.client, poll.resource, poll.kind, poll.method, poll.status].join(' ');
    same.set(name, (same.get(name) ?? 0) + 1);
    return { key: `${name} ${same.get(name)}`, poll };
  }).reverse();
}

function row(poll) {
  const at = new Date(poll.at);
  const [resource, path] = RESOURCES[poll.resource] ?? [poll.resource, ''];
  const back = comingBack(poll);
  const seconds = isoSeconds(poll.duration);
  const bar = back.share !== undefined && el('span', { class: 'back-bar', 'aria-hidden': 'true' }, el('span'));
  bar && bar.style.setProperty('--back', String(back.share));
  return {
    element: el('tr', { 'data-verdict': back.verdict },
      el('td', {}, el('time', { datetime: poll.at, title: fully(at) }, clock(at))),
      el('td', {}, `${poll.client}, ${styleWord(poll.style)}`),
      el('td', {}, el('code', { title: path || undefined }, `${poll.method} ${resource.toLowerCase()}`), HOW[poll.kind] ?? `, ${poll.kind}`),
      el('td', {}, el('code', {}, statusLine({ code: poll.status })), poll.kind === 'long-poll' && seconds !== undefined ? ` after ${took(seconds * 1000)}` : ''),
      el('td', { 'data-name': 'Retry-After' }, poll.retryAfter === undefined ? 'none' : `${poll.retryAfter} s`),
      el('td', { class: 'back' }, back.words, bar)),
    update() {},
  };
}
