/** What is new in a job's representation, in words. */
import { statusWord } from '../status.js';
import { clock, sentence } from '../words.js';
import { amount } from './phrase.js';

/**
 * @param {Object|undefined} before
 * @param {Object} now
 * @returns {string} such as "Running, was Queued. Attempt 2."; empty if nothing that is told has changed
 */
export function changes(before, now) {
  return [
    before?.status !== now.status && (before ? `${statusWord(now.status)}, was ${statusWord(before.status).toLowerCase()}` : statusWord(now.status)),
    now.attempt > 0 && before?.attempt !== now.attempt && `attempt ${now.attempt} of ${now.maxAttempts}`,
    now.cancelRequestedAt && !before?.cancelRequestedAt && 'asked to stop',
    progress(before, now),
    now.error && failures(before) < failures(now) && `error ${now.error.code}: ${now.error.message}`,
    now.runAt && before?.runAt !== now.runAt && `starts at ${clock(new Date(now.runAt))}`,
    now.result && !before?.result && `a result of ${now.result.length} bytes, ${now.result.mediaType}`,
  ].filter(Boolean).map((part) => sentence(part)).join(' ');
}

const failures = (job) => job?.error?.attempts.length ?? 0;

function progress(before, now) {
  const said = (job) => [job?.percentComplete !== undefined && job.status === 'running' && `${job.percentComplete} %`,
    job?.progress && amount(job), job?.progress?.message].filter(Boolean).join(', ');
  const words = said(now);
  return words !== said(before) && words;
}
