/** What Swagger UI leaves out for people who don't see it, or use no mouse. */

/** By selector: the attributes that go on, and null for what comes off. */
const MENDS = [
  ['main', { role: 'group', 'aria-label': 'Requests' }],
  ['h1', { role: 'heading', 'aria-level': 2 }],
  ['.opblock-summary-control a', { href: null }],
  ['pre', { tabindex: 0 }],
  ['.close-modal', { 'aria-label': 'Close' }],
  ['textarea:not([aria-label], [id])', { 'aria-label': 'Body' }],
  ['select:not([aria-label], [id])', { 'aria-label': 'Choose' }],
  ['.examples-select-element', { 'aria-label': 'Example' }],
  ['input:not([aria-label], [id], [placeholder])', { 'aria-label': 'Value' }],
  ['table[role=region]', { role: null }],
];

/** @param {HTMLElement} place where Swagger UI draws, which it does anew again and again */
export function mend(place) {
  const all = () => MENDS.forEach(([selector, attributes]) => place.querySelectorAll(selector).forEach((element) => put(element, attributes)));
  new MutationObserver(all).observe(place, { childList: true, subtree: true });
  all();
}

function put(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    value === null ? element.removeAttribute(name) : element.setAttribute(name, value);
  }
}
