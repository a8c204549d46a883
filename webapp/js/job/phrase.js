/** A job's state in plain words. */
import { at, count, duration, roughly, sentence } from '../words.js';

/**
 * @param {Object} job the status representation @param {Date} now
 * @returns {{headline: string, lead: string}} a few words, and a sentence; the sentence may be empty
 */
export function phrase(job, now) {
  if (job.cancelRequestedAt && ['scheduled', 'queued', 'running'].includes(job.status)) {
    return { headline: 'Being stopped', lead: 'It was asked to stop and will do so shortly.' };
  }
  return STATES[job.status]?.(job, now) ?? { headline: job.status, lead: '' };
}

const STATES = {
  scheduled: (job, now) => (job.error
    ? { headline: 'Waiting for another attempt', lead: `The last attempt failed.${next('The next', job.runAt, now)}` }
    : { headline: 'Waiting for its time', lead: next('It', job.runAt, now).trim() }),
  queued: () => ({ headline: 'In the queue', lead: 'It starts as soon as there is room.' }),
  running: (job) => ({ headline: 'Under way', lead: sentence(job.progress?.message ?? '', '…') }),
  succeeded: (job, now) => ({ headline: 'Ready', lead: `Finished ${ended(job, now)}.` }),
  failed: (job) => ({ headline: 'Failed', lead: sentence(job.error?.message ?? 'The server gives no reason') }),
  canceled: (job, now) => ({ headline: 'Canceled', lead: `Stopped ${job.finishedAt ? at(new Date(job.finishedAt), now) : ''}. There is no result.` }),
};

/** @param {Object} job @param {Date} now @returns {string} when it should be ready; empty if nobody knows */
export function expectation(job, now) {
  if (!job.estimatedCompletionAt || !['scheduled', 'queued', 'running'].includes(job.status) || job.cancelRequestedAt) {
    return '';
  }
  const ready = new Date(job.estimatedCompletionAt);
  const seconds = (ready - now) / 1000;
  return seconds > 0
    ? `Should be ready in ${roughly(seconds)}, ${at(ready, now)}.`
    : 'Takes longer than expected. It should be ready any moment.';
}

/** @param {Object} job @returns {string} such as "42,000 of 100,000 rows"; empty if it isn't counted */
export function amount({ progress }) {
  if (progress?.done === undefined) {
    return '';
  }
  const total = progress.total === undefined ? '' : ` of ${count(progress.total)}`;
  return `${count(progress.done)}${total} ${progress.unit ?? ''}`.trim();
}

/** @param {Object} job @returns {string} "Attempt 2 of 3", once there is more than a first to speak of */
export function attemptLine(job) {
  const tried = job.attempt ?? 0;
  return tried > 1 || (tried === 1 && job.error) ? `Attempt ${tried} of ${job.maxAttempts}` : '';
}

/** @param {Object} job @returns {string} for the browser's tab */
export function tabTitle(job, headline, name) {
  const percent = job.status === 'running' && job.percentComplete !== undefined ? `${Math.floor(job.percentComplete)} %` : headline;
  return `${percent} · ${name} · Accepted`;
}

function next(what, runAt, now) {
  const seconds = (new Date(runAt) - now) / 1000;
  if (!runAt) {
    return '';
  }
  return seconds > 0 ? ` ${what} starts in ${roughly(seconds)}, ${at(new Date(runAt), now)}.` : ` ${what} starts any moment.`;
}

function ended(job, now) {
  const seconds = (new Date(job.finishedAt) - new Date(job.startedAt ?? job.submittedAt)) / 1000;
  return `${at(new Date(job.finishedAt), now)}, after ${seconds < 1 ? 'less than a second' : duration(seconds)}`;
}
