/** The exchanges along the time: a line each, drawn as wide as there is room. */
import { el } from '../dom.js';
import { svg } from '../svg.js';
import { counted, took } from '../words.js';
import { marks } from './findings.js';
import { purposeWords } from './purposes.js';
import { axisSteps, spansOf } from './spans.js';

const NARROW = 640;
const LABEL = 384;
const AXIS = 24;
const BAR = 10;
const LEAST = 3;
const EDGE = 8;
const LEGEND = [['2', '2xx'], ['3', '3xx'], ['4', '4xx'], ['5', '5xx'], ['0', 'no answer'], ['wait', 'the wait that Retry-After asked for']];

/**
 * @param {{findings: Object[], exchanges: import('./http.js').Exchange[]}} report
 * @param {function(number): void} open told the index of an exchange that is clicked
 * @returns {HTMLElement}
 */
export function timelineSection(report, open) {
  const faulty = marks(report.findings);
  const { spans, length } = spansOf(report.exchanges);
  const place = el('div', { class: 'scroller timeline', tabindex: 0, role: 'region', 'aria-label': 'The timeline' });
  let drawn = 0;
  const draw = () => {
    const width = Math.max(280, place.clientWidth);
    if (width !== drawn) {
      drawn = width;
      place.replaceChildren(...picture(spans, length, width, faulty, open));
    }
  };
  new ResizeObserver(draw).observe(place);
  const classes = new Set(spans.map(({ kind }) => kind).concat(spans.some(({ wait }) => wait > 0) ? ['wait'] : []));
  return el('section', { class: 'part', id: 'timeline', 'aria-labelledby': 'timeline-title' },
    el('h2', { id: 'timeline-title' }, 'Timeline'),
    el('ul', { class: 'timeline-legend small' }, ...LEGEND.filter(([key]) => classes.has(key)).map(([key, words]) => el('li', { 'data-class': key }, words)),
      ...['error', 'warning'].filter((severity) => [...faulty.values()].includes(severity)).map((severity) => el('li', { 'data-severity': severity }, `${severity} seen here`))),
    place);
}

function picture(spans, length, width, faulty, open) {
  const narrow = width < NARROW;
  const left = narrow ? EDGE : LABEL;
  const room = width - left - EDGE;
  const x = (at) => left + (at / length) * room;
  const row = narrow ? 34 : 20;
  const height = row * spans.length + EDGE;
  const steps = axisSteps(length, narrow ? 3 : 7);
  const words = `${counted(spans.length, 'request')} within ${took(length)}; errors or warnings were seen in ${faulty.size} of them. The exchanges below are the same, in words.`;
  return [
    svg('svg', { class: 'timeline-axis', width, height: AXIS, 'aria-hidden': 'true' },
      ...steps.map((at) => svg('text', { x: Math.min(x(at), width - EDGE), y: 16, 'text-anchor': at === 0 ? 'start' : x(at) > width - 40 ? 'end' : 'middle' }, tick(at)))),
    svg('svg', { class: 'timeline-rows', width, height, role: 'img', 'aria-label': words },
      ...steps.map((at) => svg('line', { class: 'grid', x1: x(at), x2: x(at), y1: 0, y2: height })),
      ...spans.map((span, index) => line(span, { y: index * row, x, narrow, width, row, open, severity: faulty.get(span.index) }))),
  ];
}

function line({ index, purpose, start, end, wait, kind, word }, { y, x, narrow, width, row, severity, open }) {
  const name = purposeWords(purpose);
  const bar = y + (narrow ? 19 : 5);
  const from = Math.min(x(start), width - EDGE - LEAST);
  const clip = (to) => Math.min(x(to), width - EDGE);
  return svg('g', { class: 'span', onclick: () => open(index) },
    svg('title', {}, `${index}. ${name}: ${word} after ${took(end - start)}${wait > 0 ? `; asks to wait ${took(wait)}` : ''}`),
    svg('rect', { class: 'ground', x: 0, y, width, height: row }),
    severity ? svg('circle', { class: 'fault', 'data-severity': severity, cx: 12, cy: y + 11, r: 3.5 }) : '',
    svg('text', { class: 'number', x: 44, y: y + 15, 'text-anchor': 'end' }, String(index)),
    svg('text', { x: 52, y: y + 15 }, shortened(name, narrow ? (width - 110) / 6.6 : 43)),
    svg('text', { class: 'came', x: narrow ? width - EDGE : LABEL - 14, y: y + 15, 'text-anchor': 'end' }, /^\d+$/.test(word) ? word : '—'),
    wait > 0 ? svg('rect', { class: 'wait', x: x(end), y: bar + 3, width: Math.max(0, clip(end + wait) - x(end)), height: BAR - 6 }) : '',
    svg('rect', { class: 'bar', 'data-class': kind, x: from, y: bar, width: Math.max(LEAST, clip(end) - from), height: BAR, rx: 2 }));
}

const tick = (at) => (at === 0 ? '0' : at % 1000 === 0 ? `${at / 1000} s` : took(at));

const shortened = (words, most) => (words.length <= most ? words : `${words.slice(0, Math.floor(most) - 1)}…`);
