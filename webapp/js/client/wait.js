/** Waiting, and what ends it. In a page, also whether that is visible. */

/** A page that is hidden for so many seconds holds no connection, of which a browser has but six for a server. */
const HIDDEN = 10;
const SECOND = 1000;

/** The page was hidden for a while: nothing has gone wrong. */
export class Hidden extends Error {}

/**
 * What ends a request early: the caller's signal, too much silence, a network that goes away - a connection that has
 * died without a word would be waited for until the browser gives up, minutes later - and, for one that waits, a page
 * that is hidden for a while.
 */
export function connect(signal, patience, waits) {
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
export function shown(signal) {
  return globalThis.document?.hidden ? until((wake) => watch('visibilitychange', () => !document.hidden && wake()), signal) : undefined;
}

/** Sleeps. Showing the page or a returning network ends it early, unless the server asked for the pause. */
export function sleep(seconds, firm, signal) {
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
