/** Asking this server. Knows nothing of the page. */

import { parseProblem, Refused, retryAfter } from './client/answer.js';
import { goToSignIn } from './session.js';

export { Refused };

let skew = 0;

/** @returns {Date} now, by the server's clock: estimates must not go wrong with the visitor's */
export const serverNow = () => new Date(Date.now() + skew);

/** The usual fetch, which takes note of the server's clock. */
export async function fetchNotingTime(path, options) {
  const response = await fetch(path, options);
  noteClock(response.headers.get('Date'));
  return response;
}

/**
 * Sends a request and hands out its answer if that is a success or a 304.
 *
 * @param {string} path
 * @param {RequestInit} [options]
 * @returns {Promise<Response>}
 * @throws {Refused} for every other status
 * @throws {TypeError|DOMException} if no answer came
 */
export async function ask(path, options = {}) {
  const response = await fetchNotingTime(path, { credentials: 'same-origin', ...options });
  if (!response.ok && response.status !== 304) {
    const problem = parseProblem(await response.text());
    if (problem.type?.endsWith('/not-signed-in')) {
      goToSignIn();
    }
    throw new Refused(response.status, problem, retryAfter(response));
  }
  return response;
}

/** @param {string} path @param {RequestInit} [options] @returns {Promise<*>} the JSON of the answer */
export async function askJson(path, options = {}) {
  const response = await ask(path, { ...options, headers: { Accept: 'application/json', ...options.headers } });
  return response.json();
}

/** The header has whole seconds, and the answer took its time: smaller differences mean nothing. */
function noteClock(date) {
  const difference = Date.parse(date ?? '') - Date.now();
  if (!Number.isNaN(difference)) {
    skew = Math.abs(difference) > 3000 ? difference : 0;
  }
}
