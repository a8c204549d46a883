/** Moments on a page. */
import { serverNow } from './api.js';
import { el } from './dom.js';
import { at, fully } from './words.js';

/** @param {string} text RFC 3339 @returns {HTMLElement} such as "14:05", or "Tomorrow at 14:05"; its title tells all of it */
export function moment(text) {
  const time = momentWithin(text);
  time.textContent = time.textContent.charAt(0).toUpperCase() + time.textContent.slice(1);
  return time;
}

/** @param {string} text RFC 3339 @returns {HTMLElement} the same within a sentence: "tomorrow at 14:05" */
export function momentWithin(text) {
  const date = new Date(text);
  return el('time', { datetime: text, title: fully(date) }, at(date, serverNow()).replace(/^(at|on) /, ''));
}
