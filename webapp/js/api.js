/** Asking this server. Knows nothing of the page. */

/** The answer was an error. */
export class Refused extends Error {
  /**
   * @param {number} code HTTP status; 0 if no answer came
   * @param {Object} problem the problem document (RFC 9457), or as much of it as can be told
   * @param {number|undefined} retryAfter seconds
   */
  constructor(code, problem, retryAfter) {
    super(problem.detail || problem.title || `The server answered ${code}.`);
    this.code = code;
    this.problem = problem;
    this.retryAfter = retryAfter;
  }
}

let skew = 0;

/** @returns {Date} now, by the server's clock: estimates must not go wrong with the visitor's */
export const serverNow = () => new Date(Date.now() + skew);

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
  const response = await fetch(path, { credentials: 'same-origin', ...options });
  noteClock(response.headers.get('Date'));
  if (!response.ok && response.status !== 304) {
    throw new Refused(response.status, parseProblem(await response.text()), retryAfter(response));
  }
  return response;
}

/** @param {string} path @param {RequestInit} [options] @returns {Promise<*>} the JSON of the answer */
export async function askJson(path, options = {}) {
  const response = await ask(path, { ...options, headers: { Accept: 'application/json', ...options.headers } });
  return response.json();
}

/** @param {Response} response @returns {number|undefined} seconds of its Retry-After */
export function retryAfter(response) {
  const seconds = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
  return Number.isNaN(seconds) ? undefined : seconds;
}

/** @param {string} text a body @returns {Object} the problem document in it; empty if it holds none (a proxy's page) */
export function parseProblem(text) {
  try {
    const parsed = JSON.parse(text);
    return parsed !== null && typeof parsed === 'object' ? parsed : {};
  } catch {
    return {};
  }
}

/** The header has whole seconds, and the answer took its time: smaller differences mean nothing. */
function noteClock(date) {
  const difference = Date.parse(date ?? '') - Date.now();
  if (!Number.isNaN(difference)) {
    skew = Math.abs(difference) > 3000 ? difference : 0;
  }
}
