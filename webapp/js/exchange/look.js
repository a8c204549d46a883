/** One look at a job's status, as any HTTP client takes it: with all that the answer says. */
import { fetchNotingTime, Refused, serverNow } from '../api.js';
import { parseProblem, retryAfter } from '../client/answer.js';

/**
 * @typedef {Object} Look
 * @property {Array<[string, string]>} sent headers
 * @property {string} path
 * @property {number} code
 * @property {string} reason
 * @property {Array<[string, string]>} headers of the answer
 * @property {string} text its body
 * @property {Date} at when it came
 * @property {number} took milliseconds
 * @property {string|undefined} tag
 * @property {number|undefined} retryAfter seconds
 */

/**
 * @param {string} path
 * @param {string} [tag] an ETag: only what has changed since is wanted
 * @returns {Promise<Look>} whatever the status
 * @throws {TypeError} if no answer came
 */
export async function look(path, tag) {
  const sent = [['Accept', 'application/json'], ...(tag ? [['If-None-Match', tag]] : [])];
  const began = performance.now();
  const answer = await fetchNotingTime(path, { headers: Object.fromEntries(sent), cache: 'no-store', credentials: 'same-origin' });
  const text = await answer.text();
  return {
    sent, path, code: answer.status, reason: answer.statusText, headers: [...answer.headers], text, at: serverNow(),
    took: performance.now() - began, tag: answer.headers.get('ETag') ?? undefined, retryAfter: retryAfter(answer),
  };
}

/** @param {Look} look @returns {Object} the job @throws {Refused} if it tells of none */
export function jobOf({ code, text, retryAfter: seconds }) {
  const job = parseProblem(text);
  if (code !== 200 || typeof job.status !== 'string') {
    throw new Refused(code, job, seconds);
  }
  return job;
}
