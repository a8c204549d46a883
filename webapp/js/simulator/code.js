/** The page of one status code. */
import { el } from '../dom.js';
import { addressOf } from './list.js';
import { snippetTabs } from './snippet-tabs.js';
import { makeTrial } from './trial.js';

/**
 * @param {{codes: Object[], informational: Object[]}} all as GET /api/status has it
 * @param {string} wanted a number, as the address has it
 * @returns {HTMLElement[]}
 */
export function codePage({ codes, informational }, wanted) {
  const all = [...informational, ...codes];
  const index = all.findIndex(({ code }) => String(code) === wanted);
  const back = el('p', { class: 'eyebrow' }, el('a', { href: '/simulator' }, 'All status codes'));
  if (index < 0) {
    document.title = 'No such status code · Accepted';
    return [back, el('h1', {}, 'No such status code'),
      el('p', {}, 'IANA has none registered with this number. Clients treat one they don’t know as the first of its class: 299 as 200, 499 as 400.')];
  }
  const code = all[index];
  document.title = `${code.code} ${code.reason} · Accepted`;
  return [
    back,
    el('div', { class: 'page-head' }, el('h1', { class: 'status-title' }, el('span', { class: 'status-number' }, String(code.code)), ' ', code.reason), neighbours(all, index)),
    el('div', { class: 'stack' }, about(code), ...(code.links ? [makeTrial(code), snippetTabs(code)] : [interim()])),
  ];
}

function neighbours(all, index) {
  const link = (code, before, after) => code && el('a', { class: 'button small', href: addressOf(code.code), title: code.reason }, `${before}${code.code}${after}`);
  return el('nav', { class: 'actions', 'aria-label': 'Neighbours' }, link(all[index - 1], '← ', ''), link(all[index + 1], '', ' →'));
}

const interim = () => el('p', { class: 'notice' }, 'The simulator doesn’t send it: a 1xx comes before the answer proper, and hardly any client shows it.');

function about({ description, specification, reference, headers, mistakes, body }) {
  return el('section', { class: 'panel stack', 'aria-label': 'What it means' },
    el('p', { class: 'status-words' }, description),
    el('p', { class: 'small' }, el('a', { href: reference, rel: 'noreferrer' }, specification)),
    (headers.length > 0 || !body) && el('h2', {}, 'What such an answer needs'),
    headers.length > 0 && el('dl', { class: 'status-needs' }, ...headers.map(needed)),
    !body && el('p', {}, 'No body.'),
    el('h2', {}, 'What often goes wrong'),
    el('ul', { class: 'status-mistakes' }, ...mistakes.map((mistake) => el('li', {}, mistake))));
}

const needed = ({ name, why, example, method }) => el('div', {},
  el('dt', {}, el('code', {}, name), method && ` to ${method}`), el('dd', {}, `${why[0].toUpperCase()}${why.slice(1)}, such as `, el('code', {}, example)));
