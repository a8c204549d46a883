/** Asking a server, and what its answers say whatever they are about. */

/** Seconds between two polls, if the server asks for none. */
export const PAUSE = 2;
/** A passing fault may cut a stream or a long poll off; twice in a row it is the way itself. */
export const STRIKES = 2;
const SHORTEST_PAUSE = 0.5;
const LONGEST_PAUSE = 3600;

/** The server has answered something that asking again wouldn't change, or not what was asked for. */
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

/** @param {Response} response @returns {number|undefined} seconds of its Retry-After, within bounds */
export function retryAfter(response) {
  const value = response.headers.get('Retry-After') ?? '';
  // A time is taken against the answer's own date: this machine's clock may be wrong.
  const seconds = /^\s*\d+\s*$/.test(value) ? Number(value)
    : (Date.parse(value) - Date.parse(response.headers.get('Date') ?? '')) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.min(LONGEST_PAUSE, Math.max(SHORTEST_PAUSE, seconds));
}

/** @param {string} text a body @returns {Object} what its JSON has; empty if it isn't an object (a proxy's page) */
export function parseProblem(text) {
  try {
    const parsed = JSON.parse(text);
    return parsed !== null && typeof parsed === 'object' ? parsed : {};
  } catch {
    return {};
  }
}

/** @returns whether another time it may be different */
export const isPassing = (error) => (error instanceof Refused ? error.code === 429 || (error.code >= 500 && error.code !== 501) : error instanceof TypeError);

/** Sends a request; every answer but a success or a 304 is thrown. */
export async function ask(url, request, { headers, fetch = globalThis.fetch }, signal) {
  const answer = await fetch(url, { credentials: 'same-origin', cache: 'no-store', ...request, headers: { ...headers, ...request.headers }, signal });
  if (!answer.ok && answer.status !== 304) {
    throw new Refused(answer.status, parseProblem(await answer.text()), retryAfter(answer));
  }
  return answer;
}
