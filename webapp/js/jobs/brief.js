/** Times as a dense list has them. */
import { isFinal } from '../client.js';

const UNITS = [['d', 86400], ['h', 3600], ['min', 60], ['s', 1]];

/** @param {number} seconds @returns {string} the two largest units: "40 ms", "1.4 s", "12 s", "2 min 5 s", "3 d 4 h" */
export function brief(seconds) {
  if (seconds < 0.9995 && seconds > 0) {
    return `${Math.max(1, Math.round(seconds * 1000))} ms`;
  }
  if (seconds < 9.95) {
    return `${Number(Math.max(0, seconds).toFixed(1))} s`;
  }
  const whole = Math.round(seconds);
  const first = UNITS.findIndex(([, length]) => whole >= length);
  const [name, length] = UNITS[first];
  const [nextName, nextLength] = UNITS[first + 1] ?? ['', Infinity];
  const next = Math.floor((whole % length) / nextLength);
  return `${Math.floor(whole / length)} ${name}${next > 0 ? ` ${next} ${nextName}` : ''}`;
}

/** No more exact than anyone needs. */
function rough(seconds) {
  const [name, length] = UNITS.find(([, each]) => seconds >= each * 0.9) ?? UNITS.at(-1);
  const step = name === 's' ? 5 : 1;
  return `${Math.max(step, Math.round(seconds / length / step) * step)} ${name}`;
}

/**
 * How long a job took, has been at it, waits or will wait.
 *
 * @param {Object} job @param {Date} now
 * @returns {{time: string, more: string}} the time, and what else there is to say of it
 */
export function timing(job, now) {
  // Whole seconds: tenths that tick would draw all eyes to them.
  const since = (text) => Math.max(0, Math.floor((now - new Date(text)) / 1000));
  const until = (text) => (text ? Math.ceil((new Date(text) - now) / 1000) : 0);
  if (isFinal(job)) {
    return { time: job.startedAt ? brief((new Date(job.finishedAt) - new Date(job.startedAt)) / 1000) : 'Never ran', more: '' };
  }
  if (job.status === 'running') {
    const left = job.cancelRequestedAt ? 0 : until(job.estimatedCompletionAt);
    return { time: brief(since(job.startedAt)), more: left > 0 ? `about ${rough(left)} left` : '' };
  }
  if (job.status === 'scheduled') {
    const wait = until(job.runAt);
    return { time: wait > 0 ? `in ${brief(wait)}` : 'any moment', more: '' };
  }
  return { time: `waits ${brief(since(job.submittedAt))}`, more: '' };
}
