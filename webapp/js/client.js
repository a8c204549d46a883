/**
 * A client of this server, and of others that answer slow work with 202 Accepted. It submits a job and follows it to
 * its end: by its events, by long polls where those don't get through, by polls where nothing else is known. It needs
 * no other file, and runs in browsers and in Node.js from version 18 on.
 *
 *     import { submit, follow } from 'https://server/js/client.js';
 *     const { monitor } = await submit('https://server/api/reports', { dataset: 'cities', format: 'pdf' });
 *     for await (const { job, outcome, result } of follow(monitor)) {
 *       console.log(job?.status, job?.percentComplete, outcome, result);
 *     }
 */

const SECOND = 1000;
/** Seconds that a long poll asks for, and how long any answer may take beyond what it was asked to. */
const WAIT = 20;
const GRACE = 15;
/** A page that is hidden for so many seconds holds no connection, of which a browser has but six for a server. */
const HIDDEN = 10;
/** A stream without a sign of life for so many seconds is dead: three of those that are promised every 15 s. */
const SILENCE = 45;
const PAUSE = 2;
const LONGEST_PAUSE = 3600;
const BACKOFF = [0.5, 1, 2, 4, 8, 15, 30];
/** A passing fault may cut a stream or a long poll off; twice in a row it is the way itself. */
const STRIKES = 2;
const LONGEST_EVENT = 4 << 20;
const ENDS = {
  succeeded: 'succeeded', success: 'succeeded', completed: 'succeeded', complete: 'succeeded', done: 'succeeded', finished: 'succeeded',
  failed: 'failed', failure: 'failed', error: 'failed',
  canceled: 'canceled', cancelled: 'canceled', aborted: 'canceled',
};

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

/** @param {Object} job @returns {boolean} whether its status is a final one: nothing will change of itself any more */
export const isFinal = (job) => endOf(job) !== undefined;

const endOf = (job) => ENDS[String(job?.status).toLowerCase()];

/** @param {Response} response @returns {number|undefined} seconds of its Retry-After, within bounds */
export function retryAfter(response) {
  const value = response.headers.get('Retry-After') ?? '';
  // A time is taken against the answer's own date: this machine's clock may be wrong.
  const seconds = /^\s*\d+\s*$/.test(value) ? Number(value)
    : (Date.parse(value) - Date.parse(response.headers.get('Date') ?? '')) / SECOND;
  return Number.isNaN(seconds) ? undefined : Math.min(LONGEST_PAUSE, Math.max(BACKOFF[0], seconds));
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
 * is hidden asks for nothing, and catches up when it is shown.
 *
 * @typedef {Object} Options
 * @property {AbortSignal} [signal] ends it early
 * @property {Object<string, string>} [headers] to be sent along
 * @property {typeof fetch} [fetch] to be used in place of the usual one
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
  while (!signal?.aborted) {
    try {
      const { reading, pause } = await look(state, waiting, options);
      failures = 0;
      yield reading;
      if (reading.outcome) {
        return;
      }
      await shown(signal);
      if (state.events && state.streamStrikes < STRIKES) {
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
    await shown(signal);
  }
}

/** The page was hidden for a while: nothing has gone wrong. */
class Hidden extends Error {}

/** @returns whether another time it may be different */
const isPassing = (error) => (error instanceof Refused ? error.code === 429 || (error.code >= 500 && error.code !== 501) : error instanceof TypeError);

const backoff = (failures) => BACKOFF[Math.min(failures, BACKOFF.length - 1)] * (0.75 + Math.random() / 4);

/** Sends a request; every answer but a success or a 304 is thrown. */
async function ask(url, request, { headers, fetch = globalThis.fetch }, signal) {
  const answer = await fetch(url, { credentials: 'same-origin', cache: 'no-store', ...request, headers: { ...headers, ...request.headers }, signal });
  if (!answer.ok && answer.status !== 304) {
    throw new Refused(answer.status, parseProblem(await answer.text()), retryAfter(answer));
  }
  return answer;
}

/** One look at the monitor. */
async function look(state, waiting, options) {
  const headers = { Accept: 'application/json, */*;q=0.1', ...(state.tag && { 'If-None-Match': state.tag }), ...(waiting && { Prefer: `wait=${WAIT}` }) };
  const began = performance.now();
  const connection = connect(options.signal, (waiting ? WAIT : 0) + GRACE, waiting);
  try {
    const answer = await ask(state.url, { headers }, options, connection.signal);
    const reading = await read(answer, state);
    return { reading, pause: pauseAfter(answer, waiting, reading, (performance.now() - began) / SECOND, state) };
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

async function read(answer, state) {
  if (answer.status === 304) {
    return {};
  }
  const isJson = /json/i.test(answer.headers.get('Content-Type') ?? '');
  const job = isJson ? parseProblem(await answer.text()) : {};
  if (!isJson) {
    await answer.body?.cancel();
  }
  if (answer.status !== 202 && typeof job.status !== 'string') {
    // It is the result itself, or was led on to it.
    return { outcome: 'succeeded', result: answer.url };
  }
  state.tag = answer.headers.get('ETag') ?? undefined;
  return take(job, state, answer.status === 202);
}

/** What a representation says, and where it leads. */
function take(job, state, goesOn) {
  state.events = job.links?.events ?? state.events;
  const status = new URL(job.links?.status ?? state.url, state.url);
  if (status.origin === state.url.origin) {
    state.url = status;
  }
  const outcome = goesOn ? undefined : endOf(job);
  const known = JSON.stringify(job);
  const news = known !== state.known;
  state.known = known;
  return outcome ? { job, outcome, result: outcome === 'succeeded' ? new URL(job.resourceLocation ?? state.url, state.url).href : undefined }
    : news && job.status ? { job } : {};
}

/** The events, from one connection after the other as long as that works. */
async function* stream(state, options) {
  let retry = PAUSE;
  while (state.streamStrikes < STRIKES) {
    const connection = connect(options.signal, SILENCE, true);
    const began = performance.now();
    let heard = false;
    let news = false;
    try {
      const headers = { Accept: 'text/event-stream', ...(state.lastId && { 'Last-Event-ID': state.lastId }) };
      const answer = await ask(new URL(state.events, state.url), { headers }, options, connection.signal);
      if (answer.status !== 200 || !/^text\/event-stream/i.test(answer.headers.get('Content-Type') ?? '')) {
        state.streamStrikes = STRIKES;
        return;
      }
      for await (const event of eventsOf(answer.body, () => { heard = true; connection.alive(); })) {
        retry = event.retry ?? retry;
        state.lastId = event.id ?? state.lastId;
        if (['expired', 'removed'].includes(event.name)) {
          return;
        }
        const job = event.name === 'log' ? {} : parseProblem(event.data);
        const reading = job.status ? take(job, state, false) : {};
        news ||= Boolean(reading.job);
        if (reading.job) {
          yield reading;
        }
      }
    } catch (error) {
      if (error instanceof Hidden || options.signal?.aborted) {
        throw error;
      }
      if (!heard) {
        // A proxy that keeps it all to itself, a server that is away, or one that has too many.
        state.streamStrikes += connection.silent() || !isPassing(error) ? STRIKES : 1;
        state.lastId = '';
        throw isPassing(error) ? error : new TypeError(error.message);
      }
    } finally {
      connection.close();
    }
    const lived = !connection.silent() && performance.now() - began > SILENCE * SECOND;
    state.streamStrikes = news || lived ? 0 : state.streamStrikes + 1;
    if (!state.lastId) {
      return;
    }
    await sleep(retry, false, options.signal);
  }
  state.lastId = '';
}

/** Takes a stream of server-sent events apart (HTML Standard, section 9.2.6). */
async function* eventsOf(body, alive) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  let event = { data: [] };
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    alive();
    // A return at the end of a piece may yet be followed by its line feed.
    const lines = (rest + piece.value).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop();
    for (const line of lines) {
      if (line === '') {
        if (event.data.length > 0) {
          yield { ...event, data: event.data.join('\n') };
        }
        event = { data: [], id: event.id, retry: event.retry };
      } else {
        const [, field, value] = /^([^:]*):? ?(.*)$/s.exec(line);
        if (field === 'data') {
          event.data.push(value);
        } else if (field === 'event') {
          event.name = value;
        } else if (field === 'id') {
          event.id = value;
        } else if (field === 'retry' && /^\d+$/.test(value)) {
          event.retry = Number(value) / SECOND;
        }
      }
    }
    if (rest.length > LONGEST_EVENT) {
      throw new TypeError('An event without an end');
    }
  }
}

/**
 * What ends a request early: the caller's signal, too much silence, a network that goes away - a connection that has
 * died without a word would be waited for until the browser gives up, minutes later - and, for one that waits, a page
 * that is hidden for a while.
 */
function connect(signal, patience, waits) {
  const cut = new AbortController();
  let silent = false;
  let timer;
  let hidden;
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(() => { silent = true; cut.abort(new TypeError('No answer in time')); }, patience * SECOND);
  };
  const stop = () => cut.abort(signal.reason);
  const offline = () => cut.abort(new TypeError('The network is gone'));
  const visibility = () => {
    clearTimeout(hidden);
    if (waits && document.hidden) {
      hidden = setTimeout(() => cut.abort(new Hidden()), HIDDEN * SECOND);
    }
  };
  alive();
  signal?.addEventListener('abort', stop);
  globalThis.document?.addEventListener('visibilitychange', visibility);
  globalThis.addEventListener?.('offline', offline);
  if (signal?.aborted) {
    stop();
  }
  return {
    signal: cut.signal,
    alive,
    silent: () => silent,
    close() {
      clearTimeout(timer);
      clearTimeout(hidden);
      signal?.removeEventListener('abort', stop);
      globalThis.document?.removeEventListener('visibilitychange', visibility);
      globalThis.removeEventListener?.('offline', offline);
      cut.abort();
    },
  };
}

/** Waits until the page is shown; elsewhere than in a page it always is. */
function shown(signal) {
  return globalThis.document?.hidden ? until((wake) => watch('visibilitychange', () => !document.hidden && wake()), signal) : undefined;
}

/** Sleeps. Showing the page or a returning network ends it early, unless the server asked for the pause. */
function sleep(seconds, firm, signal) {
  return until((wake) => {
    const timer = setTimeout(wake, seconds * SECOND);
    const early = firm ? () => {} : watch('visibilitychange', () => !document.hidden && wake());
    return () => { clearTimeout(timer); early(); };
  }, signal);
}

/** Waits until it is woken, or the signal ends it. @param begin gets what wakes; returns what tidies up */
function until(begin, signal) {
  return new Promise((resolve) => {
    let end = () => {};
    const wake = () => { end(); signal?.removeEventListener('abort', wake); resolve(); };
    end = begin(wake);
    signal?.addEventListener('abort', wake);
    if (signal?.aborted) {
      wake();
    }
  });
}

/** @returns what ends it */
function watch(change, then) {
  globalThis.document?.addEventListener(change, then);
  globalThis.addEventListener?.('online', then);
  return () => {
    globalThis.document?.removeEventListener(change, then);
    globalThis.removeEventListener?.('online', then);
  };
}
