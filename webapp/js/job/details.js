/** The facts of a job, for who looks after it. Drawn anew only when one of them has changed. */
import { serverNow } from '../api.js';
import { el } from '../dom.js';
import { moment } from '../moment.js';
import { clock, fully, roughly } from '../words.js';

const MOMENTS = [
  ['submittedAt', 'Handed in'],
  ['runAt', 'Starts at'],
  ['startedAt', 'Last started'],
  ['cancelRequestedAt', 'Asked to stop'],
  ['finishedAt', 'Finished'],
  ['estimatedCompletionAt', 'Should be ready'],
];

/** @param {string} title of the job's type @returns {{element: HTMLElement, update: function(Object): void}} */
export function makeDetails(title) {
  const list = el('dl', { class: 'facts' });
  let drawn = '';
  return {
    element: el('aside', { class: 'stack', id: 'facts', 'aria-labelledby': 'facts-title' }, el('h2', { id: 'facts-title' }, 'Facts'), list),
    update(job) {
      const state = JSON.stringify([job.attempt, job.maxAttempts, job.expiresAt, ...MOMENTS.map(([member]) => job[member])]);
      if (state !== drawn) {
        drawn = state;
        // Links in it may have the focus.
        const focused = [...list.querySelectorAll('a')].indexOf(document.activeElement);
        list.replaceChildren(...facts(job, title));
        list.querySelectorAll('a')[focused]?.focus();
      }
    },
  };
}

function facts(job, title) {
  const labels = Object.entries(job.labels ?? {});
  return [
    fact('Type', el('a', { href: `/jobs?type=${encodeURIComponent(job.type)}` }, title), title === job.type ? '' : ` (${job.type})`),
    fact('Labels', ...(labels.length > 0 ? [el('ul', { class: 'tags' }, ...labels.map(label))] : ['none'])),
    fact('Priority', `${job.priority} of 9`),
    fact('Attempts', job.attempt === 0 ? `none yet, ${job.maxAttempts} at most` : `${job.attempt}, of ${job.maxAttempts} at most`),
    ...MOMENTS.filter(([member]) => job[member]).map(([member, name]) => fact(name, toTheSecond(job[member]))),
    job.expiresAt && fact('Kept until', moment(job.expiresAt), ` (${left(job.expiresAt)})`),
  ].filter(Boolean);
}

/** Of another day the day counts. */
function toTheSecond(text) {
  const date = new Date(text);
  return date.toDateString() === serverNow().toDateString()
    ? el('time', { datetime: text, title: fully(date) }, clock(date)) : moment(text);
}

function left(expiresAt) {
  const seconds = (Date.parse(expiresAt) - serverNow()) / 1000;
  return seconds > 0 ? `${roughly(seconds)} left` : 'any moment';
}

const label = ([name, value]) =>
  el('li', {}, el('a', { class: 'tag', href: `/jobs?label=${encodeURIComponent(`${name}:${value}`)}` }, `${name}: ${value}`));

const fact = (name, ...what) => el('div', {}, el('dt', {}, name), el('dd', {}, ...what));
