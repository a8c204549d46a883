/** Whether a filter shows a job, as far as this can be told from what the stream says of the job. */
import { isoSeconds } from '../words.js';

/**
 * @param {import('./filter.js').Filter} filter
 * @param {Object} job
 * @param {Date} now
 * @returns {'yes'|'no'|'maybe'}
 */
export function matches(filter, job, now) {
  if (hasLeft(filter, job) || (filter.type && filter.type !== job.type) || !filter.labels.every((label) => hasLabel(job, label)) || !isInTime(filter, job, now)) {
    return 'no';
  }
  if (!filter.text.trim() || says(job, filter.text.trim().toLowerCase())) {
    return 'yes';
  }
  // Its input counts for the server, and the name of its file, and neither is told.
  return 'maybe';
}

/** Nothing else of a job that a list shows may stop to fit. @returns {boolean} */
export const hasLeft = (filter, job) => filter.statuses.length > 0 && !filter.statuses.includes(job.status);

function hasLabel({ labels = {} }, label) {
  const colon = label.indexOf(':');
  const name = label.slice(0, colon);
  return Object.hasOwn(labels, name) && labels[name] === label.slice(colon + 1);
}

function isInTime({ within, after, before }, job, now) {
  const submitted = Date.parse(job.submittedAt);
  const bound = within ? now - isoSeconds(within) * 1000 : Date.parse(after);
  return !(submitted <= bound) && !(submitted >= Date.parse(before));
}

function says(job, text) {
  const said = [job.type, job.progress?.message, ...Object.entries(job.labels ?? {}).flat(),
    ...(job.error?.attempts ?? []).flatMap((failure) => [failure.code, failure.message])];
  return said.some((one) => one?.toLowerCase().includes(text));
}
