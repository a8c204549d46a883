/** A plot over time, by uPlot, with what it says in words beside it. */
import { el } from '../dom.js';

const HEIGHT = 180;
const AXIS = 64;
/** What a time of day takes, in pixels, with some room beside it. */
const APART = 72;
const LINE = 1.5;
const POINT = 4;
const MILLISECONDS = 1000;
const CLOCK = new Intl.DateTimeFormat(navigator.language?.startsWith('en') ? navigator.language : 'en-GB', { hour: 'numeric', minute: '2-digit' });

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/**
 * @param {string} title what is plotted
 * @param {Array<[string, string, string]>} lines of each its key, its name, and the token of its colour
 * @param {function(number): string} format of values
 * @param {number} least what the axis reaches at least
 * @returns {{element: HTMLElement, to: function(number[], Array<Array<number|null>>, number): void}} `to` takes the
 *   times in seconds since 1970, for each line its values, and the seconds between two times
 */
export function makePlot(title, lines, format, least) {
  const place = el('div', { class: 'plot' });
  const summary = el('p', { class: 'small soft' });
  const legend = el('ul', { class: 'legend', 'aria-hidden': 'true' }, ...lines.map(([, name, tone]) => el('li', { 'data-tone': tone }, name)));
  const element = el('figure', { class: 'panel' }, el('figcaption', {}, el('h3', {}, title), legend), place, summary);
  let plot;
  let data;

  function draw() {
    plot?.destroy();
    plot = new window.uPlot(options(lines, format, place.clientWidth, least), data, place);
    // What is drawn says nothing to who doesn't see it: the summary does.
    place.querySelector('canvas').setAttribute('aria-hidden', 'true');
  }

  new ResizeObserver(() => plot && place.clientWidth > 0 && plot.setSize({ width: place.clientWidth, height: HEIGHT })).observe(place);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => plot && draw());
  return {
    element,
    to(times, values, step) {
      data = [times, ...values];
      plot ? plot.setData(data) : draw();
      summary.textContent = lines.map(([key, name], index) => `${name}: ${said(key, values[index], format)}`).join('; ')
        + (step > 60 ? `, in steps of ${step / 60} minutes.` : ', minute by minute.');
    },
  };
}

/** Of durations there may be one now and then, with no line to any other. */
const isQuantile = (key) => /^p\d/.test(key);

/** Counts add up; of durations the last one that is known is what counts. */
function said(key, values, format) {
  const known = values.filter((value) => value !== null);
  if (isQuantile(key)) {
    return known.length > 0 ? `${format(known.at(-1))} last` : 'none';
  }
  return format(known.reduce((sum, value) => sum + value, 0));
}

function options(lines, format, width, least) {
  const axis = { stroke: colour('ink-soft'), grid: { stroke: colour('line'), width: 1 }, ticks: { stroke: colour('line'), width: 1 }, font: '12px system-ui, sans-serif' };
  return {
    width,
    height: HEIGHT,
    legend: { show: false },
    cursor: { show: false },
    scales: { y: { range: (plot, low, high) => [0, Math.max(high ?? 0, least) * 1.1] } },
    axes: [{ ...axis, space: APART, values: (plot, ticks) => ticks.map((tick) => CLOCK.format(tick * MILLISECONDS)) }, { ...axis, size: AXIS, values: (plot, ticks) => ticks.map(format) }],
    series: [{}, ...lines.map(([key, name, tone]) => ({ label: name, stroke: colour(tone), width: LINE, spanGaps: false, points: { show: isQuantile(key), size: POINT, width: 0, fill: colour(tone) } }))],
  };
}
