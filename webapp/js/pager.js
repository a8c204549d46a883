/** Stepping through pages that are found by cursors, each with an address of its own. */
import { addressWith, leadsTo, said } from './address.js';
import { el } from './dom.js';

/**
 * @param {Object} about
 * @param {string|undefined} about.next URL of the page that follows, as the API tells it
 * @param {function(): void} about.draw shows the page that the address names
 * @param {Object<string, string|number|undefined>} [about.along] what else the address of the next page says; what has none there goes on the first
 * @returns {HTMLElement[]}
 */
export function steps({ next, draw, along = {} }) {
  const links = [];
  if (said().has('cursor')) {
    const nothing = Object.fromEntries(Object.keys(along).map((name) => [name, undefined]));
    links.push(link('First page', { ...nothing, cursor: undefined }, draw));
  }
  if (history.state?.onward) {
    links.push(el('button', { class: 'button small', type: 'button', onclick: () => history.back() }, 'Previous'));
  }
  if (next) {
    links.push(link('Next', { cursor: new URL(next, location.href).searchParams.get('cursor'), ...along }, draw, { onward: true }));
  }
  return links;
}

function link(words, changes, draw, state) {
  const anchor = el('a', { class: 'button small', href: addressWith(changes), rel: state?.onward && 'next' }, words);
  leadsTo(anchor, draw, state);
  return anchor;
}
