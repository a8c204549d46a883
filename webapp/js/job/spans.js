/** A job's attempts on a time axis, as far as it is known when they began and ended. Knows nothing of the page. */

/** Milliseconds between an attempt's error and the end of its job that are still one and the same moment. */
const SAME = 50;

/**
 * @typedef {Object} Span an attempt and the wait before it; moments in milliseconds, undefined where unknown
 * @property {number} attempt from 1
 * @property {string} outcome running, succeeded, failed, canceled; queued or scheduled for one that is to come
 * @property {number|undefined} since when the wait began
 * @property {number|undefined} start
 * @property {boolean} logged whether the start is that of its first line in the log, so a little late
 * @property {number|undefined} end
 * @property {number|undefined} due when one that is to come will start
 * @property {{code: string, message: string}|undefined} error
 */

/** What was seen of a job while the page is open. @returns {{starts: Map<number, number>, lines: Map<number, number>, ends: Map<number, number>}} by attempt */
export const nothingSeen = () => ({ starts: new Map(), lines: new Map(), ends: new Map() });

/** Takes note of what a representation says and later ones won't. */
export function note(seen, job) {
  if (job.startedAt && job.status !== 'queued' && job.status !== 'scheduled') {
    seen.starts.set(job.attempt, Date.parse(job.startedAt));
  }
  if (job.finishedAt) {
    seen.ends.set(job.attempt, Date.parse(job.finishedAt));
  }
}

/**
 * @param {Object} job the status representation
 * @param {Object} seen as {@link nothingSeen} makes it
 * @param {number} now
 * @returns {{from: number, to: number, spans: Span[]}}
 */
export function spansOf(job, seen, now) {
  const from = Date.parse(job.submittedAt);
  const spans = [];
  for (let attempt = 1; attempt <= job.attempt; attempt += 1) {
    spans.push(span(job, seen, attempt, waitingSince(spans, from), now));
  }
  if (isToCome(job)) {
    const since = waitingSince(spans, from);
    const end = job.finishedAt ? Date.parse(job.finishedAt) : undefined;
    spans.push({ attempt: job.attempt + 1, outcome: job.status, since, start: end, logged: false, end, due: job.runAt && Date.parse(job.runAt) });
  }
  return { from, to: job.finishedAt ? Date.parse(job.finishedAt) : Math.max(now, from), spans };
}

const waitingSince = (spans, from) => (spans.length > 0 ? spans.at(-1).end : from);

function span(job, seen, attempt, since, now) {
  const error = job.error?.attempts.find((failure) => failure.attempt === attempt);
  const current = attempt === job.attempt;
  const exact = current && job.startedAt ? Date.parse(job.startedAt) : seen.starts.get(attempt);
  const finished = current && job.finishedAt ? Date.parse(job.finishedAt) : seen.ends.get(attempt);
  const running = current && job.status === 'running';
  const end = running ? now : (error ? Date.parse(error.at) : finished);
  return { attempt, outcome: outcomeOf(job, current, error), since, start: exact ?? seen.lines.get(attempt),
    logged: exact === undefined, end, error };
}

function outcomeOf(job, current, error) {
  if (current && ['running', 'succeeded'].includes(job.status)) {
    return job.status;
  }
  // One without an error that didn't succeed was canceled, and its job run again.
  return error && !(current && job.status === 'canceled' && endedWith(job, error)) ? 'failed' : 'canceled';
}

const endedWith = (job, error) => Date.parse(job.finishedAt) - Date.parse(error.at) < SAME;

/** Whether there is one more to speak of: it waits, or was canceled before it began. */
function isToCome(job) {
  if (job.status === 'queued' || job.status === 'scheduled') {
    return true;
  }
  const last = job.error?.attempts.find((failure) => failure.attempt === job.attempt);
  return job.status === 'canceled' && (job.attempt === 0 || (last !== undefined && !endedWith(job, last)));
}
