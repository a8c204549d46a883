/** What happens on the server while a page is open: one stream a tab, whatever is on it. */
import { ask } from './api.js';
import { isPassing, parseProblem, PAUSE } from './client/answer.js';
import { eventsOf } from './client/events.js';
import { connect, Hidden, shown, sleep } from './client/wait.js';

/** A stream without a sign of life for so many seconds is dead: three of those that are promised every 15 s. */
const SILENCE = 45;
const BACKOFF = [1, 2, 4, 8, 15, 30];

/**
 * Follows a stream for as long as the signal lets it. It goes on where it was cut off; a page that is hidden holds no
 * connection, and learns what it has missed when it is shown again. It ends by itself when there is nothing more to
 * tell: when the job of a stream of one job has finished, and all of it has been told.
 *
 * @param {string} path of the stream, with its query
 * @param {AbortSignal} signal ends it
 * @yields {{name: string, data: Object, id: string}|{open: true}|{trouble: Error, seconds: number}} an event, with the job or the
 *   line that it is about; that the stream is open; why it is not, and when it will be tried again
 * @throws {Refused} if it is not to be had
 */
export async function* listen(path, signal) {
  const state = { lastId: '', retry: PAUSE, over: false };
  for (let failures = 0; !signal.aborted && !state.over;) {
    await shown(signal);
    try {
      for await (const event of once(path, state, signal)) {
        failures = 0;
        yield event;
      }
      if (!state.over) {
        await sleep(state.retry, false, signal);
      }
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      if (error instanceof Hidden) {
        continue;
      }
      if (!isPassing(error)) {
        throw error;
      }
      const seconds = error.retryAfter ?? BACKOFF[Math.min(failures, BACKOFF.length - 1)];
      failures += 1;
      yield { trouble: error, seconds };
      await sleep(seconds, error.retryAfter !== undefined, signal);
    }
  }
}

/** The events of one connection. */
async function* once(path, state, signal) {
  const connection = connect(signal, SILENCE, true);
  try {
    const headers = { Accept: 'text/event-stream', ...(state.lastId && { 'Last-Event-ID': state.lastId }) };
    const answer = await ask(path, { headers, signal: connection.signal });
    // 204 keeps a client from coming back (HTML Standard, section 9.2.3).
    state.over = answer.status === 204;
    if (state.over) {
      return;
    }
    yield { open: true };
    for await (const event of eventsOf(answer.body, connection.alive)) {
      state.retry = event.retry ?? state.retry;
      state.lastId = event.id ?? state.lastId;
      if (event.name) {
        yield { name: event.name, data: parseProblem(event.data), id: state.lastId };
      }
    }
  } catch (error) {
    // Chromium tells whoever reads that it was broken off, and not why.
    throw connection.signal.aborted ? connection.signal.reason : error;
  } finally {
    connection.close();
  }
}
