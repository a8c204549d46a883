/** The plain facts of a job. */
import { el } from '../dom.js';
import { moment } from '../moment.js';
import { byLink } from './address.js';

const MOMENTS = [
  ['submittedAt', 'Handed in'],
  ['startedAt', 'Started'],
  ['finishedAt', 'Finished'],
  ['expiresAt', 'Kept until'],
];

/** @returns {{element: HTMLElement, update: function(Object): void}} */
export function makeFacts() {
  const list = el('dl', { class: 'facts' });
  const hint = el('p', { class: 'small soft' });
  let drawn = '';
  return {
    element: el('aside', { class: 'stack', 'aria-label': 'About this job' }, list, hint),
    update(job) {
      const moments = MOMENTS.filter(([member]) => job[member]);
      const labels = Object.entries(job.labels ?? {});
      const state = JSON.stringify([moments.map(([member]) => job[member]), labels]);
      if (state === drawn) {
        return;
      }
      drawn = state;
      list.replaceChildren(
        ...moments.map(([member, name]) => fact(name, moment(job[member]))),
        ...labels.map(([name, value]) => fact(name, value)),
        fact('Job', el('code', {}, job.id)),
        // Who has nothing but a link sees no more than this page.
        ...(byLink ? [] : [fact('For developers', el('a', { href: `/jobs/${encodeURIComponent(job.id)}` }, 'All there is of this job'))]));
      hint.textContent = job.finishedAt
        ? 'Until then this address leads back here.'
        : 'You may close this page. Its address leads back here: bookmark it.';
    },
  };
}

const fact = (name, what) => el('div', {}, el('dt', {}, name), el('dd', {}, what));
