/** The import that last changed a table. Tables don't name it; its own result does. */
import { askJson } from '../api.js';

/** Clocks of a node and of a database differ a little. */
const SLACK = 5_000;
const MOST_JOBS = 20;
const MOST_RESULTS = 5;

/**
 * @param {{name: string, updatedAt: string}} dataset
 * @returns {Promise<{job: Object, rejected: number}|undefined>} undefined if it was removed, has expired, or is not to be told
 *   from others that ran at the same time
 * @throws {import('../api.js').Refused}
 */
export async function lastImport({ name, updatedAt }) {
  const changed = Date.parse(updatedAt);
  const before = new Date(changed + SLACK).toISOString();
  const { jobs } = await askJson(`/api/jobs?type=import&status=succeeded&limit=${MOST_JOBS}&submittedBefore=${encodeURIComponent(before)}`);
  const near = jobs.filter((job) => Date.parse(job.startedAt) <= changed + SLACK && Date.parse(job.finishedAt) >= changed - SLACK);
  for (const job of near.slice(0, MOST_RESULTS)) {
    const result = await askJson(`/api/jobs/${encodeURIComponent(job.id)}/result`);
    if (result.dataset === name) {
      return { job, rejected: result.rejected };
    }
  }
  return undefined;
}
