/** Doing the same to many things, a few at a time. */
import { Refused } from '../api.js';
import { sleep } from '../client/wait.js';

const AT_A_TIME = 4;
/** So often one is sent again that the server asks to send later. */
const PATIENCE = 3;

/**
 * @template T
 * @param {T[]} things
 * @param {function(T): Promise<void>} act
 * @param {AbortSignal} signal no more are begun once it is aborted; those that have begun are waited for
 * @param {function(T, Error|undefined): void} done called after each, with what went wrong if it did
 * @returns {Promise<void>} when all are done
 */
export async function each(things, act, signal, done) {
  const waiting = [...things];
  const work = async () => {
    while (waiting.length > 0 && !signal.aborted) {
      const thing = waiting.shift();
      done(thing, await patiently(() => act(thing), signal));
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
}

async function patiently(act, signal) {
  for (let tries = 1; ; tries += 1) {
    try {
      await act();
      return undefined;
    } catch (error) {
      const later = error instanceof Refused && [429, 503].includes(error.code) && error.retryAfter !== undefined;
      if (!later || tries === PATIENCE || signal.aborted) {
        return error;
      }
      await sleep(error.retryAfter, true, signal);
    }
  }
}
