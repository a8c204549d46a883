/** Requests and answers as they are shown. */
import { el } from '../dom.js';

/** @param {string} label @param {Node} content @returns {HTMLElement} it scrolls by itself if it is too wide */
export const block = (label, content) => el('div', { class: 'scroller', tabindex: 0, role: 'region', 'aria-label': label }, content);

/** @param {string} line the first @param {Array<[string, string]>} headers @returns {Array<Node|string>} */
export function head(line, headers) {
  return [el('strong', {}, line), '\n', ...headers.flatMap(([name, value]) => [el('span', { class: 'header-name' }, `${name}:`), ` ${value}\n`])];
}

/** @param {string} text @returns {string} JSON with a line for each member; anything else as it is */
export function indented(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
