/** Server-sent events, read with fetch: it shows signs of life, takes headers, and can be broken off. */
import { ask, isPassing, parseProblem, PAUSE, STRIKES } from './answer.js';
import { take } from './job.js';
import { connect, Hidden, sleep } from './wait.js';

/** A stream without a sign of life for so many seconds is dead: three of those that are promised every 15 s. */
const SILENCE = 45;
/** Characters. */
const LONGEST_EVENT = 4 << 20;
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
    } catch (error) {
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
