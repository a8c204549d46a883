/** Doing the same with all jobs that match: as a job of the server's, which goes on when this page is left. */
import { ask, askJson, serverNow } from '../api.js';
import { follow, submit } from '../client.js';
import { el } from '../dom.js';
import { jobPath } from '../job/address.js';
import { count, counted } from '../words.js';
import { bulkFilter, countAddress, cursorOf } from './filter.js';

const WHY = {
  finished: 'had finished', unfinished: 'had not finished', succeeded: 'had succeeded', running: 'were running',
  already: 'were so already', overtaken: 'were gone, or another status, when their turn came',
};

/** So many times the count goes on, about a tenth of a second each; then "more than" has to do. */
const LOOKS = 20;

/**
 * Counts the jobs that match.
 *
 * @param {import('./filter.js').Filter} filter
 * @returns {Promise<string>} in words, such as "53 jobs"; empty if nobody knows
 */
export async function numberOf(filter) {
  let sum = 0;
  try {
    let path = countAddress(filter, serverNow());
    for (let look = 0; path && look < LOOKS; look += 1) {
      const { count: some, next } = await askJson(path);
      sum += some;
      path = next && countAddress({ ...filter, cursor: cursorOf(next) }, serverNow());
    }
    return path ? `more than ${counted(sum, 'job')}` : counted(sum, 'job');
  } catch (error) {
    // The question can be put without it.
    console.info('The jobs were not counted:', error.message);
    return '';
  }
}

/**
 * @param {Object} kind of act @param {number|true} chosen what was chosen for it
 * @param {import('./filter.js').Filter} filter
 * @returns {Promise<{id: string, monitor: string}>} the operation, once the server has it
 */
export async function submitBulk(kind, chosen, filter) {
  const priority = chosen === true ? {} : { priority: chosen };
  const { monitor, job } = await submit('/api/bulk-operations', { action: kind.action, ...priority, ...bulkFilter(filter, serverNow()) });
  return { id: job.id, monitor };
}

/**
 * Follows an operation to its end.
 *
 * @param {{id: string, monitor: string}} operation
 * @param {AbortSignal} stop asks it to stop
 * @param {function(Object): void} step called with how it stands
 * @returns {Promise<{job: Object, tally: Object|undefined}>} how it ended, and what it did if it succeeded
 */
export async function followBulk({ id, monitor }, stop, step) {
  stop.addEventListener('abort', () => ask(jobPath(id, 'cancel'), { method: 'POST' }).catch(() => {}));
  let last;
  for await (const { job, outcome, result } of follow(monitor)) {
    last = job ?? last;
    if (job) {
      step(job);
    }
    if (outcome === 'succeeded') {
      return { job: last, tally: await (await ask(result)).json() };
    }
  }
  return { job: last, tally: undefined };
}

/** @returns {string} how far it is, in words */
export function farOf(kind, { status, progress }) {
  const far = progress?.total ? `${count(progress.done)} of ${count(progress.total)}` : status === 'running' ? 'looking for them' : 'waiting for its turn';
  return `${kind.doing} all that match: ${far}`;
}

/** @returns {HTMLElement[]} what became of it */
export function bulkSummary(kind, { id }, { job, tally }) {
  const page = el('a', { href: `/jobs/${encodeURIComponent(id)}` }, 'The job that did it');
  if (!tally) {
    const done = job?.progress?.done ?? 0;
    return [el('p', { class: job?.status === 'failed' ? 'bad-words' : '' },
      job?.status === 'canceled' ? `Stopped: it had come to ${counted(done, 'job')}. ` : `It failed: ${job?.error?.message ?? 'nobody knows why.'} `, page)];
  }
  const others = Object.entries(tally.unchanged).map(([why, number]) => `${count(number)} ${WHY[why] ?? why}`);
  return [
    el('p', {}, `${counted(tally.changed, 'job')} ${kind.done}. `, page),
    others.length > 0 && el('p', {}, `Left as they are: ${others.join(', ')}.`),
  ].filter(Boolean);
}
