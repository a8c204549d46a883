/** Trying again until it works, while the visitor is told how long that takes. */
import { Refused } from '../client/answer.js';

const SHORTEST = 1;
const LONGEST = 30;
/** What is in the way by the next try: the part belongs elsewhere, or a connection that only the server still held. */
const OVERTAKEN = ['mismatching-upload-offset', 'upload-superseded'];

/**
 * @param {function(): Promise<T>} act may be called any number of times
 * @param {Object} told
 * @param {function(number|undefined, function(): void, Error): void} told.onWait gets the seconds that are left until the next
 *   try, what to call so as not to wait for it, and why it is needed; undefined once it begins
 * @param {AbortSignal} told.signal ends it
 * @param {function(Error): boolean} [passing] whether another try may be answered otherwise
 * @returns {Promise<T>}
 * @throws {Refused} what another try wouldn't change
 * @template T
 */
export async function persist(act, { onWait, signal }, passing = isPassing) {
  for (let pause = SHORTEST; ; pause = Math.min(LONGEST, 2 * pause)) {
    try {
      return await act();
    } catch (error) {
      if (signal.aborted || !passing(error)) {
        throw error;
      }
      if (!isOvertaken(error)) {
        await wait(Math.max(pause, error.retryAfter ?? 0), (left, now) => onWait(left, now, error), signal);
      }
    }
  }
}

/** @param {Error} error @returns {boolean} whether no answer came at all */
export const isLost = (error) => (error instanceof Refused ? error.code === 0 : error instanceof TypeError);

function isPassing(error) {
  return error instanceof Refused
    ? isLost(error) || [408, 429].includes(error.code) || (error.code >= 500 && error.code !== 501) || isOvertaken(error)
    : error instanceof TypeError;
}

const isOvertaken = (error) => OVERTAKEN.some((name) => error.problem?.type?.endsWith(name));

/** Ends early when the visitor says so, or the browser that there is a network again. */
function wait(seconds, onWait, signal) {
  return new Promise((resolve, reject) => {
    let left = Math.ceil(seconds);
    const end = (after) => {
      clearInterval(clock);
      removeEventListener('online', now);
      signal.removeEventListener('abort', stop);
      onWait(undefined, () => {});
      after();
    };
    const now = () => end(resolve);
    const stop = () => end(() => reject(new DOMException('The upload was stopped.', 'AbortError')));
    const tick = () => {
      left -= 1;
      left > 0 ? onWait(left, now) : now();
    };
    const clock = setInterval(tick, 1000);
    addEventListener('online', now);
    signal.addEventListener('abort', stop);
    onWait(left, now);
  });
}
