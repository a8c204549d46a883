/** What becomes of a job while its page is hidden, and so holds no stream: for who wants to be told of its end. */
import { isPassing, PAUSE } from '../client/answer.js';
import { isFinal } from '../client.js';
import { sleep } from '../client/wait.js';
import { jobOf, look } from '../exchange/look.js';

/** Seconds for which a hidden page still has its stream. */
const STREAMED = 10;

/**
 * Polls as often as the server says, as long as the page is hidden and somebody wants to know.
 *
 * @param {string} path of the job's status
 * @param {function(): boolean} wanted
 * @param {AbortSignal} signal ends it
 * @yields {Object} the job; the last one has finished
 */
export async function* unseen(path, wanted, signal) {
  let pause = STREAMED;
  while (!signal.aborted) {
    if (!document.hidden) {
      await new Promise((wake) => {
        document.addEventListener('visibilitychange', wake, { once: true, signal });
        signal.addEventListener('abort', wake, { once: true });
      });
      pause = STREAMED;
    }
    await sleep(pause, false, signal);
    if (document.hidden && wanted() && !signal.aborted) {
      const seen = await look(path).catch(passing);
      pause = seen?.retryAfter ?? PAUSE;
      if (seen?.code === 200) {
        const job = jobOf(seen);
        yield job;
        if (isFinal(job)) {
          return;
        }
      }
    } else {
      pause = PAUSE;
    }
  }
}

/** Another time there will be an answer. What the server refuses is found out by the stream, when the page is shown. */
function passing(error) {
  if (!isPassing(error)) {
    throw error;
  }
}
