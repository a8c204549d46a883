/** The head of a report: the grade, what it means, how many findings of each kind, and how the API does it. */
import { el } from '../dom.js';
import { sentence } from '../words.js';
import { failureWords, refusalWords } from './failures.js';
import { SEVERITIES } from './findings.js';
import { judgement } from './grade.js';

/**
 * @param {Object} report
 * @param {{method: string, url: string}} order what was inspected
 * @returns {{element: HTMLElement, heading: HTMLElement}}
 */
export function verdict(report, order) {
  const { word, words, next } = judgement(report);
  const heading = el('h1', { tabindex: -1 }, nameOf(order.url));
  const element = el('article', { class: 'panel verdict', 'data-grade': report.grade },
    el('div', { class: 'verdict-grade' },
      el('p', { class: 'grade' }, el('span', { class: 'unseen' }, 'Grade '), report.grade),
      el('p', { class: 'grade-word' }, word)),
    el('div', { class: 'verdict-words' },
      el('p', { class: 'eyebrow' }, el('a', { href: '/inspector' }, 'Inspector'), ' / Report'),
      heading,
      el('p', { class: 'verdict-url' }, el('code', {}, `${order.method} ${order.url}`)),
      el('p', { class: 'lead' }, words, next && ` ${next}`),
      report.cutShort && el('p', { class: 'notice wait' }, `This is not all: ${report.cutShort}. What it didn’t come to is not judged.`),
      obstacle(report),
      counts(report.findings),
      el('p', { class: 'small' }, el('span', { class: 'soft' }, 'How it does it: '), sentence(report.style))));
  return { element, heading };
}

/** @param {string} url @returns {string} its host; all of it if it has none */
export const nameOf = (url) => (URL.canParse(url) ? new URL(url).host : url);

function counts(findings) {
  return el('ul', { class: 'verdict-counts' }, ...SEVERITIES.map(({ key, noun }) => {
    const number = findings.filter(({ severity }) => severity === key).length;
    const text = [el('strong', {}, String(number)), ` ${noun}${number === 1 ? '' : 's'}`];
    return el('li', { 'data-severity': key, 'data-none': number === 0 }, ...(number > 0 ? [el('a', { href: `#${key}s` }, ...text)] : text));
  }));
}

/** What kept the inspection from going on, in plain words. */
function obstacle({ findings, exchanges }) {
  const [finding] = findings.filter(({ id }) => id === 'no-answer' || id === 'submission-refused');
  const seen = exchanges[(finding?.exchanges.at(-1) ?? 0) - 1];
  if (!seen) {
    return false;
  }
  return el('div', { class: 'notice bad obstacle' }, seen.answer
    ? el('p', {}, `The API has answered ${seen.answer.status}. `, refusalWords(seen.answer.status))
    : el('p', {}, failureWords(seen.failure, seen.request.url)));
}
