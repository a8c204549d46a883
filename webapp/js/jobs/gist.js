/** What a list says of a job beside its status. */
import { amount } from '../job/phrase.js';
import { sentence } from '../words.js';

const USUAL_PRIORITY = 4;

/** @param {Object} job @returns {string} the one line that tells most; may be empty */
export function gist(job) {
  const message = job.progress?.message ?? '';
  switch (job.status) {
    case 'succeeded':
      return job.result?.fileName ?? message;
    case 'failed':
      return sentence(job.error?.message ?? message);
    case 'running':
      return [message, amount(job)].filter(Boolean).join(', ');
    case 'canceled':
      return message;
    default:
      return job.error ? `The last attempt failed: ${sentence(job.error.message)}` : '';
  }
}

/** @param {Object} job @returns {string} what is unusual about it: attempts, a priority; empty if nothing is */
export const oddities = (job) =>
  [job.attempt > 1 && `Attempt ${job.attempt} of ${job.maxAttempts}`, job.priority !== USUAL_PRIORITY && `Priority ${job.priority}`].filter(Boolean).join(' · ');
