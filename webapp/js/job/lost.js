/** What the page shows when there is no job to follow. */
import { serverNow } from '../api.js';
import { el } from '../dom.js';
import { signInAddress } from '../session.js';
import { at } from '../words.js';

const OUTCOMES = { succeeded: 'It succeeded', failed: 'It failed', canceled: 'It was canceled' };

/** @param {import('../api.js').Refused} refused @returns {HTMLElement} */
export function lost(refused) {
  const { title, body } = (PAGES[refused.code] ?? other)(refused);
  return lone(refused.code === 0 ? '' : String(refused.code), title, ...body);
}

/** @returns {HTMLElement} after the visitor has removed the job */
export const removed = () => lone('', 'Removed', el('p', {}, 'The job and its result are gone. This address now leads nowhere.'));

/** @returns {HTMLElement} after somebody has removed the job, in another window or elsewhere */
export const removedElsewhere = () => lone('', 'Removed', el('p', { role: 'status' }, 'The job has just been removed, elsewhere than on this page. It and its result are gone.'));

const PAGES = {
  401: ({ problem }) => links(problem)
    ?? { title: 'Sign in to see this job', body: [
      el('p', {}, 'The server only shows it to those who may see it.'),
      el('p', {}, el('a', { class: 'button primary', href: signInAddress() }, 'Sign in')),
    ] },
  403: (refused) => ({ title: 'Not yours to see', body: [el('p', {}, refused.message)] }),
  404: () => ({
    title: 'No job at this address',
    body: [el('p', {}, 'It may have been removed, it may belong to someone else, or the address is incomplete. If you copied it, see whether all of it came along.')],
  }),
  409: () => ({ title: 'There is no result', body: [el('p', {}, 'The job failed, or was canceled.')] }),
  410: ({ problem }) => ({ title: 'This job has expired', body: expired(problem) }),
};

const other = (refused) => ({ title: 'The job can’t be shown', body: [el('p', {}, refused.message)] });

/** What is said to somebody who came by a link. */
function links({ type = '' }) {
  if (type.endsWith('/link-expired')) {
    return { title: 'This link has expired', body: [el('p', {}, 'Ask whoever gave it to you for another.')] };
  }
  return type.endsWith('/link-invalid') ? { title: 'This link doesn’t count', body: [el('p', {}, 'Part of it may be missing. See whether all of it came along, or ask whoever gave it to you for another.')] } : undefined;
}

function expired(problem) {
  const when = (moment) => (moment ? ` ${at(new Date(moment), serverNow())}` : '');
  const outcome = OUTCOMES[problem.outcome];
  return [
    outcome && el('p', {}, `${outcome}${when(problem.finishedAt)}.`),
    el('p', {}, `Results are kept for a limited time. This one was deleted${when(problem.expiredAt)}.`),
  ].filter(Boolean);
}

function lone(code, title, ...body) {
  document.title = `${title} · Accepted`;
  return el('div', { class: 'panel stack lone' },
    code && el('p', { class: 'code' }, code),
    el('h1', { tabindex: -1 }, title), ...body,
    el('p', {}, el('a', { class: 'button primary', href: '/' }, 'Start a job')));
}
