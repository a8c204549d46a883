/** All status codes in their classes, and a search that narrows them. */
import { el, say } from '../dom.js';
import { keep, seen } from '../view.js';
import { counted } from '../words.js';

const CLASSES = {
  1: ['1xx, interim', 'Another answer follows. These are explained, not sent: clients hardly ever show them.'],
  2: ['2xx, success', 'The request was understood and done, or taken on.'],
  3: ['3xx, elsewhere', 'What is asked for is somewhere else, or what the client has is still right.'],
  4: ['4xx, the client’s fault', 'The request can’t be done as it is: sent again unchanged, it mostly fails again.'],
  5: ['5xx, the server’s fault', 'The request was all right, as far as is known.'],
};

/** @param {number} code @returns {string} where its page is */
export const addressOf = (code) => `/simulator?code=${code}`;

/**
 * @param {{codes: Object[], informational: Object[]}} all as GET /api/status has it
 * @returns {HTMLElement[]}
 */
export function codeList({ codes, informational }) {
  const entries = [...informational, ...codes].map(makeEntry);
  const groups = Object.entries(CLASSES).map(([first, words]) => makeGroup(words, entries.filter(({ code }) => String(code)[0] === first)));
  const found = el('p', { class: 'soft', role: 'status' });
  const search = el('input', { type: 'search', maxlength: 60, autocomplete: 'off', spellcheck: 'false', value: seen('q') ?? '', oninput: () => { keep('q', search.value.trim()); narrow(); } });

  function narrow() {
    const wanted = search.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    entries.forEach((entry) => { entry.element.hidden = !wanted.every((word) => entry.text.includes(word)); });
    groups.forEach((group) => group.update());
    const left = entries.filter(({ element }) => !element.hidden).length;
    say(found, left === 0 ? 'No status code is like that.' : wanted.length > 0 ? `${counted(left, 'status code')} found.` : '');
  }
  /** Enter opens the one that is left, or the one whose number was typed. */
  function enter(event) {
    event.preventDefault();
    const left = entries.filter(({ element }) => !element.hidden);
    const one = left.find(({ code }) => String(code) === search.value.trim()) ?? (left.length === 1 ? left[0] : undefined);
    if (one) {
      location.assign(addressOf(one.code));
    }
  }
  narrow();
  return [
    el('div', { class: 'page-head' }, el('h1', {}, 'Status codes'),
      el('p', { class: 'soft' }, 'What each means, how it goes wrong, and a server that answers with it, to try a client on. ',
        el('a', { href: '/simulator?faulty' }, 'Faulty on purpose'), ' has whole jobs whose answers go wrong.')),
    el('form', { class: 'toolbar', role: 'search', 'aria-label': 'Status codes', onsubmit: enter },
      el('label', { class: 'wide' }, 'Search: a number, a name, a header', search)),
    found, ...groups.map(({ element }) => element),
  ];
}

function makeEntry({ code, reason, description, headers }) {
  return {
    code,
    text: [code, reason, description, ...headers.map(({ name }) => name)].join(' ').toLowerCase(),
    element: el('li', { class: 'status-card', 'data-class': String(code)[0] },
      el('h3', {}, el('a', { href: addressOf(code) }, el('span', { class: 'status-number' }, String(code)), ' ', reason)),
      el('p', { class: 'small soft' }, firstSentence(description))),
  };
}

const firstSentence = (text) => /^.*?\.(?=\s|$)/.exec(text)?.[0] ?? text;

function makeGroup([title, words], entries) {
  const element = el('section', { class: 'status-group', 'aria-label': title },
    el('h2', {}, title), el('p', { class: 'soft' }, words), el('ul', { class: 'status-cards' }, ...entries.map((entry) => entry.element)));
  return { element, update() { element.hidden = entries.every((entry) => entry.element.hidden); } };
}
