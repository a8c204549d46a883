/** Requests and answers as they look on the wire. */
import { el } from '../dom.js';

/** @param {string} label for who can't see what it stands under @param {HTMLElement} pre @returns {HTMLElement} */
export const block = (label, pre) => el('div', { class: 'scroller', tabindex: 0, role: 'region', 'aria-label': label }, pre);

/** @param {string} line the first @param {Array<[string, string]>} headers @returns {Array<Node|string>} */
export function head(line, headers) {
  return [el('strong', {}, line), '\n', ...headers.flatMap(([name, value]) => [el('span', { class: 'header-name' }, `${name}:`), ` ${value}\n`])];
}
