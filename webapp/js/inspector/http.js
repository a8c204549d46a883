/** One exchange of an inspection, as it went over the wire. All that came from the other side is text here. */
import { el } from '../dom.js';
import { block, head } from '../exchange/wire.js';
import { size, took } from '../words.js';
import { failureWords } from './failures.js';
import { purposeWords } from './purposes.js';

/**
 * @typedef {Object} Exchange as the report has it
 * @property {number} index from 1
 * @property {string} purpose
 * @property {string} at RFC 3339
 * @property {number} milliseconds
 * @property {{method: string, url: string, headers: Array<{name: string, value: string}>, body?: string}} request
 * @property {{status: number, headers: Array<{name: string, value: string}>, length: number, body?: string}} [answer]
 * @property {string} [failure] why there is no answer
 */

/** @param {number} [status] undefined if nothing was answered @param {string} [failure] @returns {HTMLElement} coloured by its class */
export const statusChip = (status, failure) =>
  el('span', { class: 'http-status', 'data-class': status ? String(status)[0] : '0' }, status ? String(status) : (failure ?? 'no answer').replaceAll('-', ' '));

/** @param {string} url @param {string} origin of the API @returns {string} path and query, where the rest is known anyway */
export function shortUrl(url, origin) {
  return origin && url.startsWith(`${origin}/`) ? url.slice(origin.length) : url;
}

/**
 * An exchange in one line, which opens to all of it. That is made when it is first opened: there may be hundreds.
 *
 * @param {Exchange} exchange
 * @param {string} origin of the API
 * @returns {HTMLDetailsElement}
 */
export function exchangeDetails(exchange, origin) {
  const { index, purpose, milliseconds, request, answer, failure } = exchange;
  const element = el('details', { class: 'exchange', 'data-index': index },
    el('summary', {},
      el('span', { class: 'exchange-number' }, `${index}`),
      el('span', { class: 'exchange-purpose' }, purposeWords(purpose)),
      el('code', { class: 'exchange-target' }, `${request.method} ${shortUrl(request.url, origin)}`),
      statusChip(answer?.status, failure),
      el('span', { class: 'exchange-took' }, took(milliseconds))));
  element.addEventListener('toggle', () => {
    if (element.open && element.childElementCount === 1) {
      element.append(wire(exchange));
    }
  });
  return element;
}

function wire({ index, request, answer, failure }) {
  const asked = el('pre', {}, ...head(`${request.method} ${request.url}`, pairs(request.headers)), ...body(request.body));
  return el('div', { class: 'exchange-wire' },
    el('div', {}, el('p', { class: 'wire-title' }, 'Request'), block(`Request ${index}`, asked)),
    el('div', {}, el('p', { class: 'wire-title' }, 'Answer', answer?.length > 0 && el('span', { class: 'soft' }, `, body of ${size(answer.length)}`)),
      answer ? block(`Answer ${index}`, el('pre', {}, ...head(`HTTP ${answer.status}`, pairs(answer.headers)), ...body(answer.body)))
        : el('p', { class: 'notice bad' }, failureWords(failure ?? 'stopped', request.url))));
}

const pairs = (headers) => headers.map(({ name, value }) => [name, value]);

/** With line breaks for reading, if it is JSON and not cut off. */
function body(text) {
  if (!text) {
    return [];
  }
  try {
    return ['\n', JSON.stringify(JSON.parse(text), null, 2)];
  } catch {
    return ['\n', text];
  }
}
