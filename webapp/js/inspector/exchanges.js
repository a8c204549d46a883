/** All exchanges of an inspection, in their order; on request only those in which an error or a warning was seen. */
import { el, say } from '../dom.js';
import { counted } from '../words.js';
import { marks } from './findings.js';
import { exchangeDetails } from './http.js';

/**
 * @param {{findings: Object[], exchanges: import('./http.js').Exchange[]}} report
 * @param {string} origin of the API
 * @returns {HTMLElement}
 */
export function exchangesSection({ findings, exchanges }, origin) {
  const faulty = marks(findings);
  const rows = exchanges.map((exchange) => {
    const row = exchangeDetails(exchange, origin);
    row.id = `exchange-${exchange.index}`;
    if (faulty.has(exchange.index)) {
      const severity = faulty.get(exchange.index);
      row.dataset.severity = severity;
      row.querySelector('.exchange-purpose').append(el('span', { class: 'unseen' }, ` (${severity === 'error' ? 'an error' : 'a warning'} was seen here)`));
    }
    return row;
  });
  const told = el('span', { class: 'soft small', role: 'status' });
  const only = el('input', { type: 'checkbox', onchange: () => narrow() });
  const narrow = () => {
    rows.forEach((row) => { row.hidden = only.checked && row.dataset.severity === undefined; });
    say(told, only.checked ? `${counted(rows.filter((row) => !row.hidden).length, 'exchange')} of ${rows.length}.` : '');
  };
  narrow();
  return el('section', { class: 'part', id: 'exchanges', 'aria-labelledby': 'exchanges-title' },
    el('div', { class: 'part-head' }, el('h2', { id: 'exchanges-title' }, exchanges.length === 1 ? 'The exchange' : `All ${exchanges.length} exchanges`), told,
      faulty.size > 0 && el('label', { class: 'only' }, only, 'Only with errors or warnings')),
    el('div', { class: 'exchanges' }, ...rows));
}
