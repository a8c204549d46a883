/** What a type of job takes, and an example of it. */
import { copyButton } from '../copy.js';
import { el } from '../dom.js';
import { fileRule } from '../form/file-rule.js';
import { counted, duration, isoSeconds, size } from '../words.js';

/** @param {Object} type an entry of GET /api/types @returns {HTMLElement} */
export function typeDetails(type) {
  const example = JSON.stringify(type.example, null, 2);
  const shown = el('pre', {}, example);
  const facts = [
    ['As a request', el('code', {}, `POST /api/${type.collection}`)],
    ['Bodies', type.acceptedMediaTypes.join(', ')],
    ['File', type.file === 'none' ? 'None' : fileRule(type)],
    ['Longest JSON', size(type.limits.maxBodyBytes)],
    ['Time limit', duration(isoSeconds(type.limits.timeout) ?? 0)],
    ['If it fails', type.limits.maxAttempts > 1 ? `Tried up to ${counted(type.limits.maxAttempts, 'time')}` : 'Not tried again'],
    ['At once', `${counted(type.limits.slots, 'job')} on each node`],
  ];
  return el('details', {}, el('summary', {}, 'What it takes, and an example'),
    el('div', { class: 'kind-details' },
      el('dl', { class: 'facts' }, ...facts.map(([name, what]) => el('div', {}, el('dt', {}, name), el('dd', {}, what)))),
      el('div', { class: 'stack' },
        el('div', { class: 'section-head' }, el('h3', {}, 'Example input'), copyButton(`the example of ${type.title}`, () => example, shown)),
        el('div', { class: 'scroller', tabindex: 0, role: 'region', 'aria-label': `Example input of ${type.title}` }, shown))));
}
