/** Finding out what the stream has not told: what happened before it was open, or while it was cut off for too long. */
import { askJson } from '../api.js';
import { isFinal } from '../client.js';
import { jobPath } from '../job/address.js';
import { each } from './each.js';

/**
 * Asks for the page again and brings the rows that are shown up to date, one by one where the page has them no more.
 *
 * @param {string} address of the page
 * @param {import('./row.js').Row[]} rows that are shown
 * @param {AbortSignal} signal
 * @param {{known: function(import('./row.js').Row, Object): void, other: function(Object): void}} take called with the jobs
 *   that are shown, and those that are not
 * @returns {Promise<void>}
 */
export async function refetch(address, rows, signal, { known, other }) {
  const shown = new Map(rows.filter((row) => !row.isGone()).map((row) => [row.job().id, row]));
  const { jobs, next } = await askJson(address, { signal });
  for (const job of jobs) {
    const row = shown.get(job.id);
    shown.delete(job.id);
    row ? known(row, job) : other(job);
  }
  // What has finished, and was merely pushed off the page by newer ones or is further back than this answer, has hardly changed.
  const pushedOff = (job) => next && isFinal(job) && !(job.id >= jobs.at(-1)?.id);
  await each([...shown.values()].filter((row) => !pushedOff(row.job())), async (row) => known(row, await askJson(jobPath(row.job().id, 'status'), { signal })), signal, (row, error) => {
    if (error && !signal.aborted) {
      if (![404, 410].includes(error.code)) {
        throw error;
      }
      row.gone(error.code === 410 ? 'Expired' : 'Removed');
    }
  });
}
