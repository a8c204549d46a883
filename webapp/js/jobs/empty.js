/** What stands where the list would, when nothing is in it: why, and the way out. */
import { el } from '../dom.js';
import { isFiltered } from './filter.js';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * @param {import('./filter.js').Filter} filter
 * @param {{words: string, unsure: boolean, clear: function(): void, newest: function(): void}} page the filter in words;
 *   whether there may be some all the same, further back; what the ways out do
 * @returns {HTMLElement}
 */
export function empty(filter, { words, unsure, clear, newest }) {
  const button = (name, onclick) => el('button', { class: 'button', type: 'button', onclick }, name);
  if (ID.test(filter.text.trim())) {
    return block('That looks like a job’s id', 'The search finds types, file names, labels and messages. A job’s id leads to its page.',
      el('a', { class: 'button primary', href: `/jobs/${filter.text.trim().toLowerCase()}` }, 'Open that job'), button('Clear all filters', clear));
  }
  if (unsure) {
    return block('None found so far', `You asked for: ${words}. Older jobs have yet to be looked at.`);
  }
  if (filter.cursor) {
    return block('Nothing older', 'This is beyond the end of the list.', button('Show the newest', newest));
  }
  if (isFiltered(filter)) {
    return block('No job fits', `You asked for: ${words}.`, button('Clear all filters', clear));
  }
  return block('No jobs yet', 'Whatever is handed in shows up here, with how far it is.', el('a', { class: 'button primary', href: '/' }, 'Start a job'));
}

const block = (title, why, ...ways) => el('div', { class: 'empty' }, el('h2', {}, title), el('p', {}, why), ways.length > 0 && el('p', { class: 'actions' }, ...ways));
