/** The state of a page that stands in its address, so that Back, a reload and a link that is passed on all lead there. */

const draws = [];
let seen = location.search;

/** A link within the page, as that past its head, is none of these moves. */
addEventListener('popstate', () => {
  if (location.search !== seen) {
    seen = location.search;
    draws.forEach((draw) => draw());
  }
});

/** @param {function(): void} draw called whenever Back or Forward has led to another state of the page */
export const onReturn = (draw) => draws.push(draw);

/** @returns {URLSearchParams} what the address says now; a copy */
export const said = () => new URLSearchParams(location.search);

/**
 * @param {Object<string, string|number|undefined>} changes what is to be different from now; undefined or empty for what is to go
 * @returns {string} the address of this page with them
 */
export function addressWith(changes) {
  const query = said();
  for (const [name, value] of Object.entries(changes)) {
    value === undefined || value === '' ? query.delete(name) : query.set(name, value);
  }
  const text = query.toString();
  return location.pathname + (text && `?${text}`);
}

/** Has the address say something else, without a step that Back would lead through. @param {Object<string, string|number|undefined>} changes */
export function amend(changes) {
  history.replaceState(history.state, '', addressWith(changes));
  seen = location.search;
}

/**
 * Goes to another address of the same page without leaving it.
 *
 * @param {string} address
 * @param {function(): void} draw what is to be done there
 * @param {Object} [state] to be kept with it
 */
export function goTo(address, draw, state = {}) {
  history.pushState(state, '', address);
  seen = location.search;
  draw();
}

/**
 * A link to another state of the page. It is a link like any other, so it opens in a new tab, too.
 *
 * @param {HTMLAnchorElement} link
 * @param {function(): void} draw
 * @param {Object} [state]
 */
export function leadsTo(link, draw, state) {
  link.addEventListener('click', (event) => {
    if (event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      goTo(link.getAttribute('href'), draw, state);
    }
  });
}
