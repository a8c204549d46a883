/** Sections of specifications, as rules name them, as links. */
import { el } from '../dom.js';

const KNOWN = [
  [/^RFC (\d+), section (\d+(?:\.\d+)*)$/, ([, rfc, section]) => `https://www.rfc-editor.org/rfc/rfc${rfc}#section-${section}`],
  [/^RFC (\d+), sections (\d+(?:\.\d+)*) /, ([, rfc, section]) => `https://www.rfc-editor.org/rfc/rfc${rfc}#section-${section}`],
  [/^CWE-(\d+)$/, ([, number]) => `https://cwe.mitre.org/data/definitions/${number}.html`],
  [/^(draft-[a-z0-9-]+)$/, ([, draft]) => `https://datatracker.ietf.org/doc/${draft}/`],
  [/^WHATWG Fetch, section /, () => 'https://fetch.spec.whatwg.org/'],
];

/** @param {string} text such as "RFC 9110, section 15.4; RFC 6454, section 4"; may be empty @returns {Array<Node|string>} */
export function references(text) {
  return text.split('; ').filter(Boolean).flatMap((one, index) => [index > 0 ? '; ' : '', linked(one)]);
}

function linked(one) {
  for (const [form, address] of KNOWN) {
    const match = form.exec(one);
    if (match) {
      return el('a', { href: address(match), rel: 'noreferrer' }, one);
    }
  }
  return one;
}
