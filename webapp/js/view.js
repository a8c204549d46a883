/** What of a page's looks is kept in its address: a reload, a bookmark and a colleague see the same. */

/** @param {string} name @returns {string|undefined} */
export const seen = (name) => new URLSearchParams(location.search).get(name) ?? undefined;

/** @param {string} name @param {string|undefined} value undefined or empty: as it is by itself */
export function keep(name, value) {
  const url = new URL(location.href);
  value ? url.searchParams.set(name, value) : url.searchParams.delete(name);
  history.replaceState(history.state, '', url);
}
