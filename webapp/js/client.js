/**
 * A client of this server, and of others that answer slow work with 202 Accepted. It submits a job and follows it to
 * its end: by its events, by long polls where those don't get through, by polls where nothing else is known. It needs
 * no files but those in `client`, and runs in browsers and in Node.js from version 20 on.
 *
 *     import { submit, follow } from 'https://server/js/client.js';
 *     const { monitor } = await submit('https://server/api/reports', { dataset: 'cities', format: 'pdf' });
 *     for await (const { job, outcome, result } of follow(monitor)) {
 *       console.log(job?.status, job?.percentComplete, outcome, result);
 *     }
 */

import { ask, isPassing, parseProblem, PAUSE, Refused, retryAfter, STRIKES } from './client/answer.js';
import { read } from './client/job.js';
import { stream } from './client/stream.js';
import { connect, Hidden, shown, sleep } from './client/wait.js';

export { Refused };
export { isFinal } from './client/job.js';

/** Seconds that a long poll asks for, and that any answer may take beyond what it was asked to. */
const WAIT = 20;
const GRACE = 15;
const BACKOFF = [0.5, 1, 2, 4, 8, 15, 30];

/** Not crypto.randomUUID, which plain http lacks outside of localhost. @returns {string} a key nobody else has */
export const randomKey = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Submits a job. It has an `Idempotency-Key`, so that it makes one job however often it has to be sent: until there is
 * an answer, or the signal ends it.
 *
 * @param {string|URL} url of the collection, with options in its query
 * @param {*} input a Blob or FormData as it is; anything else as JSON
 * @param {Options} [options]
 * @returns {Promise<{monitor: string, job: Object}>} what to follow, and how the job stands
 * @throws {Refused} if the server doesn't take it
 */
export async function submit(url, input, options = {}) {
  const raw = input instanceof Blob || input instanceof FormData;
  const headers = { Accept: 'application/json', 'Idempotency-Key': `"${randomKey()}"`, ...(!raw && { 'Content-Type': 'application/json' }) };
  const request = { method: 'POST', headers, body: raw ? input : JSON.stringify(input) };
  for (let failures = 0; ; failures += 1) {
    try {
      const answer = await ask(url, request, options, options.signal);
      // The one that never leads on to the result: a page can't see where it is led.
      const monitor = answer.headers.get('Operation-Location') ?? answer.headers.get('Location');
      if (answer.status !== 202 || !monitor) {
        throw new Refused(answer.status, {});
      }
      return { monitor: new URL(monitor, answer.url).href, job: parseProblem(await answer.text()) };
    } catch (error) {
      options.signal?.throwIfAborted();
      const stored = error.code === 409 && error.retryAfter !== undefined;
      if (!stored && (!isPassing(error) || error.code === 500)) {
        throw error;
      }
      await sleep(error.retryAfter ?? backoff(failures), true, options.signal);
    }
  }
}

/**
 * Follows a job until it has finished. It ends with the job or the signal; leaving the loop ends it, too. A page that
 * is hidden asks for nothing, and catches up when it is shown; unless it is to go on, which it then does by polls: those
 * hold none of the few connections that a browser has for a server.
 *
 * @typedef {Object} Options
 * @property {AbortSignal} [signal] ends it early
 * @property {Object<string, string>} [headers] to be sent along
 * @property {typeof fetch} [fetch] to be used in place of the usual one
 * @property {function(): boolean} [goesOn] whether a page that is hidden goes on asking, for now
 *
 * @param {string|URL} monitor the URL of the job's status monitor
 * @param {Options} [options]
 * @yields {{job: Object, outcome: string, result: string}|{trouble: Error, seconds: number}|{}} how the job stands, as
 *   the server represents it; with its end, the outcome (succeeded, failed, canceled) and the result's URL; why nothing
 *   can be learned at the moment and when it will be tried again; that this is over, and nothing has changed
 * @throws {Refused} if it can't be followed: with code 404 or 410 there is no such job, or no more
 */
export async function* follow(monitor, options = {}) {
  const { signal } = options;
  const state = { url: new URL(monitor, globalThis.location?.href), tag: undefined, events: undefined, lastId: '', streamStrikes: 0, waitStrikes: 0, known: '' };
  let waiting = false;
  let failures = 0;
  const rest = () => !options.goesOn?.() && shown(signal);
  while (!signal?.aborted) {
    try {
      const { reading, pause, asked } = await look(state, waiting, options);
      failures = 0;
      yield reading;
      if (reading.outcome) {
        return;
      }
      await rest();
      if (globalThis.document?.hidden) {
        await sleep(asked, false, signal);
        waiting = false;
      } else if (state.events && state.streamStrikes < STRIKES) {
        for await (const told of stream(state, options)) {
          yield told;
          if (told.outcome) {
            return;
          }
        }
        waiting = false;
      } else {
        await sleep(pause, true, signal);
        waiting = state.waitStrikes < STRIKES;
      }
    } catch (error) {
      if (signal?.aborted) {
        return;
      }
      waiting = false;
      if (!(error instanceof Hidden)) {
        if (!isPassing(error)) {
          throw error;
        }
        const seconds = error.retryAfter ?? backoff(failures);
        failures += 1;
        yield { trouble: error, seconds };
        await sleep(seconds, error.retryAfter !== undefined, signal);
      }
    }
    await rest();
  }
}

const backoff = (failures) => BACKOFF[Math.min(failures, BACKOFF.length - 1)] * (0.75 + Math.random() / 4);

/** One look at the monitor. */
async function look(state, waiting, options) {
  const headers = { Accept: 'application/json, */*;q=0.1', ...(state.tag && { 'If-None-Match': state.tag }), ...(waiting && { Prefer: `wait=${WAIT}` }) };
  const began = performance.now();
  const connection = connect(options.signal, (waiting ? WAIT : 0) + GRACE, waiting);
  try {
    const answer = await ask(state.url, { headers }, options, connection.signal);
    const reading = await read(answer, state);
    // It has told how things stand: what was missed before is of no interest any more.
    state.lastId = '';
    return { reading, pause: pauseAfter(answer, waiting, reading, (performance.now() - began) / 1000, state), asked: retryAfter(answer) ?? PAUSE };
  } catch (error) {
    state.waitStrikes += waiting && !(error instanceof Hidden) ? 1 : 0;
    throw error;
  } finally {
    connection.close();
  }
}

/** Seconds until the next look, if that is a look again. */
function pauseAfter(answer, waiting, reading, took, state) {
  const asked = retryAfter(answer) ?? PAUSE;
  if (!waiting) {
    // Who has events knows long polls, too; others are not asked twice in a row.
    return state.events && state.waitStrikes < STRIKES ? 0 : asked;
  }
  const held = /\bwait\b/.test(answer.headers.get('Preference-Applied') ?? '');
  state.waitStrikes = held ? 0 : STRIKES;
  // One that says it has waited, and came back at once with nothing, has not.
  return held && (reading.job || took > WAIT / 2) ? 0 : asked;
}
