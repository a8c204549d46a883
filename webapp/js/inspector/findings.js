/** What is wrong with an API: by severity, each with why it matters, what to do, and where it was seen. */
import { el } from '../dom.js';
import { counted } from '../words.js';
import { exchangeDetails } from './http.js';
import { references } from './reference.js';

/** So many exchanges are shown of a finding at first. */
const FEW = 2;

export const SEVERITIES = [
  { key: 'error', noun: 'error', title: 'Errors', words: 'Clients that go by the specifications fail, or lose something.' },
  { key: 'warning', noun: 'warning', title: 'Warnings', words: 'Clients work, and have it harder than they need.' },
  { key: 'info', noun: 'hint', title: 'Hints', words: 'Worth knowing; many good APIs do without. They don’t count for the grade.' },
];

/**
 * What counts for the grade marks exchanges; hints, which may be about all of them, don't.
 *
 * @param {Object[]} findings
 * @returns {Map<number, string>} of the exchanges in which an error or a warning was seen, by index, the worse of the two
 */
export function marks(findings) {
  const seenAs = (severity) => findings.filter((finding) => finding.severity === severity).flatMap(({ exchanges }) => exchanges.map((index) => [index, severity]));
  return new Map([...seenAs('warning'), ...seenAs('error')]);
}

/**
 * @param {{findings: Object[], exchanges: import('./http.js').Exchange[]}} report
 * @param {string} origin of the API
 * @returns {HTMLElement}
 */
export function findingsSection({ findings, exchanges }, origin) {
  const groups = SEVERITIES.map((severity) => ({ ...severity, found: findings.filter((finding) => finding.severity === severity.key) }))
    .filter(({ found }) => found.length > 0);
  return el('section', { class: 'part', id: 'findings', 'aria-labelledby': 'findings-title' },
    el('h2', { id: 'findings-title' }, 'Findings'),
    groups.length === 0 && el('p', { class: 'notice' }, 'None: every rule that had something to look at is content.'),
    ...groups.map(({ key, title, words, found }) => el('section', { class: 'finding-group', id: `${key}s`, 'data-severity': key, 'aria-labelledby': `${key}s-title` },
      el('h3', { id: `${key}s-title` }, `${title} `, el('span', { class: 'finding-count' }, String(found.length))),
      el('p', { class: 'small soft' }, words),
      el('ul', { class: 'findings' }, ...found.map((finding) => card(finding, exchanges, origin))))));
}

function card({ id, title, detail, reference, remedy, exchanges: indices }, all, origin) {
  const seen = indices.map((index) => all[index - 1]).filter(Boolean);
  return el('li', { class: 'finding', id: `finding-${id}` },
    el('h4', {}, title),
    el('dl', { class: 'finding-words' },
      el('div', {}, el('dt', {}, 'Why it matters'), el('dd', {}, detail)),
      el('div', {}, el('dt', {}, 'What to do'), el('dd', { class: 'finding-remedy' }, remedy))),
    evidence(seen, origin),
    el('p', { class: 'finding-source small soft' }, ...references(reference), el('code', {}, id)));
}

function evidence(seen, origin) {
  if (seen.length === 0) {
    return el('p', { class: 'small soft' }, 'It is something that never came: no single exchange shows it.');
  }
  const list = el('div', { class: 'exchanges' }, ...seen.slice(0, FEW).map((exchange) => exchangeDetails(exchange, origin)));
  const rest = seen.slice(FEW);
  const more = rest.length > 0 && el('button', { class: 'button small', type: 'button', onclick: () => {
    const added = rest.map((exchange) => exchangeDetails(exchange, origin));
    list.append(...added);
    added[0].querySelector('summary').focus();
    more.remove();
  } }, `Show ${rest.length === 1 ? 'the other one' : `the other ${rest.length}`}`);
  return el('div', { class: 'finding-seen' },
    el('p', { class: 'wire-title' }, `Seen in ${counted(seen.length, 'exchange')}`), list, more);
}
