/** A job's events, read with fetch: it shows signs of life, takes headers, and can be broken off. */
import { ask, isPassing, parseProblem, PAUSE, STRIKES } from './answer.js';
import { eventsOf } from './events.js';
import { take } from './job.js';
import { connect, Hidden, sleep } from './wait.js';

/** A stream without a sign of life for so many seconds is dead: three of those that are promised every 15 s. */
const SILENCE = 45;
const SECOND = 1000;

/** The events, from one connection after the other as long as that works. */
export async function* stream(state, options) {
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
    } catch (broken) {
      // Chromium tells whoever reads that it was broken off, and not why.
      const error = connection.signal.aborted ? connection.signal.reason : broken;
      if (error instanceof Hidden || options.signal?.aborted) {
        throw error;
      }
      if (!heard) {
        // A proxy that keeps it all to itself, a server that is away, or one that has too many.
        state.streamStrikes += connection.silent() || !isPassing(error) ? STRIKES : 1;
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
}
