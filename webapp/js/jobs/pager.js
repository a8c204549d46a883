/** The way to older jobs, and back to the newest. */
import { el } from '../dom.js';
import { cursorOf, pageAddress } from './filter.js';

/**
 * @param {function(import('./filter.js').Filter): void} go to the page that a filter shows
 * @returns {{element: HTMLElement, show: function(import('./filter.js').Filter, string|undefined): void}} `show` takes what
 *   is shown, and the address of the list that follows, if there is one
 */
export function makePager(go) {
  const link = (words, rel) => {
    let filter;
    const anchor = el('a', { class: 'button', rel, onclick: (event) => {
      // Other clicks are for other tabs.
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        go(filter);
      }
    } }, words);
    return { anchor, to(next) {
      filter = next;
      anchor.hidden = next === undefined;
      anchor.href = next ? pageAddress(next) : '';
    } };
  };
  const newest = link('Newest', undefined);
  const next = link('Next page', 'next');
  const element = el('nav', { class: 'actions jobs-pager', 'aria-label': 'Pages' }, newest.anchor, next.anchor);
  return {
    element,
    show(filter, following) {
      newest.to(filter.cursor ? { ...filter, cursor: '' } : undefined);
      next.to(following ? { ...filter, cursor: cursorOf(following) } : undefined);
      element.hidden = newest.anchor.hidden && next.anchor.hidden;
    },
  };
}
