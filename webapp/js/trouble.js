/** What to show when something could not be fetched. */
import { Refused } from './api.js';
import { el } from './dom.js';
import { sentence } from './words.js';

/**
 * A notice with the reason and a button to try again.
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
    el('p', {}, el('button', { class: 'button small', type: 'button', onclick: again }, 'Try again')));
}

/** @param {Error} error @returns {string} a sentence for people */
export function reason(error) {
  if (!(error instanceof Refused) || error.code === 0) {
    return 'The server can’t be reached. Check your connection.';
  }
  return sentence(error.message);
}
