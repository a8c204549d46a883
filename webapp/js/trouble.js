/** What to show when something could not be fetched. */
import { Refused } from './api.js';
import { el } from './dom.js';
import { signInAddress } from './session.js';
import { sentence } from './words.js';

/**
 * A notice with the reason and a button to try again, or to sign in if that is what it takes.
 *
 * @param {string} title what failed
 * @param {Error} error why
 * @param {function(): void} again
 * @returns {HTMLElement}
 */
export function trouble(title, error, again) {
  return el('div', { class: 'notice bad', role: 'alert' },
    el('h2', {}, title),
    el('p', {}, reason(error)),
    el('p', {}, error.code === 401
      ? el('a', { class: 'button small', href: signInAddress() }, 'Sign in')
      : el('button', { class: 'button small', type: 'button', onclick: again }, 'Try again')));
}

/** @param {Error} error @returns {string} a sentence for people */
export function reason(error) {
  if (!(error instanceof Refused) || error.code === 0) {
    return 'The server can’t be reached. Check your connection.';
  }
  return sentence(error.message);
}
