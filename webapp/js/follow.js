/** Following a job until it has finished. Knows nothing of the page but whether it is visible. */
import { ask, Refused, retryAfter } from './api.js';

const WAIT = 20;
const GRACE = 15;
const BREATH = 0.4;
const HIDDEN = 20;
const BACKOFF = [1, 2, 4, 8, 15, 30, 60];
const FINAL = ['succeeded', 'failed', 'canceled'];

/** @param {Object} job @returns {boolean} nothing will change of itself any more */
export const isFinal = (job) => FINAL.includes(job.status);

/**
 * Reports on a job each time something new is known of it; ends with the job, or once it can't be followed.
 *
 * While the page is visible, each request waits at the server for the next change. A hidden page holds no connection
 * (a browser has but six for a server) and only looks now and then, so that its title still tells the end; it catches
 * up as soon as it is shown.
 *
 * @param {string} id @param {AbortSignal} signal ends it early
 * @yields {{job: Object}|{lost: Refused}|{trouble: Error, seconds: number}|{}} the job's representation; why it can't
 *   be followed; why it can't at the moment and when it will be tried again; that nothing has changed
 */
export async function* follow(id, signal) {
  let etag;
  let failures = 0;
  while (!signal.aborted) {
    const patient = etag !== undefined && !document.hidden;
    let pause;
    try {
      const answer = await look(id, etag, patient, signal);
      failures = 0;
      const job = answer.status === 304 ? undefined : await answer.json();
      etag = answer.headers.get('ETag') ?? etag;
      yield job ? { job } : {};
      if (job && isFinal(job)) {
        return;
      }
      pause = { seconds: pauseAfter(answer, patient) };
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      if (error instanceof Refused && error.code < 500 && error.code !== 429) {
        yield { lost: error };
        return;
      }
      pause = error.name === 'AbortError' ? { seconds: HIDDEN } : afterFailure(error, failures);
      if (pause.failed) {
        failures += 1;
        yield { trouble: error, seconds: pause.seconds };
      }
    }
    await sleep(pause, signal);
  }
}

/** One request. A wait at the server is cut short when the page is hidden. */
function look(id, etag, patient, signal) {
  const headers = { Accept: 'application/json' };
  if (etag !== undefined) {
    headers['If-None-Match'] = etag;
  }
  if (patient) {
    headers.Prefer = `wait=${WAIT}`;
  }
  const cut = new AbortController();
  const stop = () => cut.abort();
  const onHidden = () => patient && document.hidden && stop();
  // A connection that has died without a word would be waited for until the browser gives up, minutes later.
  const limit = setTimeout(() => cut.abort(new TypeError('No answer in time')), (WAIT + GRACE) * 1000);
  signal.addEventListener('abort', stop);
  document.addEventListener('visibilitychange', onHidden);
  return ask(`/api/jobs/${encodeURIComponent(id)}/status`, { headers, signal: cut.signal, cache: 'no-store' }).finally(() => {
    clearTimeout(limit);
    signal.removeEventListener('abort', stop);
    document.removeEventListener('visibilitychange', onHidden);
  });
}

/** Seconds. After a plain look the next request waits at the server; one that doesn't hold it says how long to stay away. */
function pauseAfter(answer, patient) {
  const asked = retryAfter(answer) ?? 2;
  if (document.hidden) {
    return Math.max(asked, HIDDEN);
  }
  const held = /\bwait\b/.test(answer.headers.get('Preference-Applied') ?? '');
  return patient && !held ? asked : BREATH;
}

function afterFailure(error, failures) {
  const asked = error.retryAfter;
  return { failed: true, firm: asked !== undefined, seconds: asked ?? BACKOFF[Math.min(failures, BACKOFF.length - 1)] };
}

/** Sleeps; showing the page or a returning network ends it early unless the server asked for the pause. */
function sleep({ seconds, firm }, signal) {
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', wake);
      document.removeEventListener('visibilitychange', onShown);
      removeEventListener('online', onShown);
      resolve();
    };
    const onShown = () => !firm && !document.hidden && wake();
    const timer = setTimeout(wake, seconds * 1000);
    signal.addEventListener('abort', wake);
    document.addEventListener('visibilitychange', onShown);
    addEventListener('online', onShown);
  });
}
