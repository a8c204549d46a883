/** Who has signed in with this browser. */

const PAGE = '/sign-in';

/** @returns {string} the page to sign in, which leads back to this one */
export const signInAddress = () => `${PAGE}?to=${encodeURIComponent(location.pathname + location.search)}`;

/** True once somebody has asked to be signed out: what the page is still refused leads nowhere else. */
let leaving = false;

/** Leads to the page to sign in, unless this is it. */
export function goToSignIn() {
  if (!leaving && location.pathname !== PAGE) {
    location.assign(signInAddress());
  }
}

/**
 * @returns {Promise<Object|undefined>} what /api/session says; undefined if that can't be learned now, which is for
 *   whoever needs more than a name to complain about
 */
export async function whoCalls() {
  try {
    const answer = await fetch('/api/session', { credentials: 'same-origin' });
    return answer.ok ? await answer.json() : undefined;
  } catch {
    return undefined;
  }
}

/** Ends the session, and leads to the page to sign in. */
export async function signOut() {
  leaving = true;
  try {
    const answer = await fetch('/api/session', { method: 'DELETE', credentials: 'same-origin' });
    leaving = answer.ok;
  } catch (lost) {
    leaving = false;
    throw lost;
  }
  if (leaving) {
    location.assign(PAGE);
  }
}
