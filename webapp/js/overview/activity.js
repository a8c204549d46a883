/** What was done in the last hour or day, as plots: which, and of which type, is in the address. */
import { askJson } from '../api.js';
import { el, say } from '../dom.js';
import { reason } from '../trouble.js';
import { count, isoSeconds } from '../words.js';
import { makePlot } from './plot.js';
import { seconds } from './scale.js';

const SPANS = [['PT1H', 'Last hour'], ['P1D', 'Last day']];
/** Milliseconds between two looks: the finest step is a minute. */
const PAUSE = 30_000;

/** @param {function(string): string} title of a type @returns {{element: HTMLElement, update: function(Object): void}} */
export function makeActivity(title) {
  const address = new URLSearchParams(location.search);
  const chosen = { span: address.get('span') === 'P1D' ? 'P1D' : 'PT1H', type: address.get('type') ?? '' };
  const plots = {
    throughput: makePlot('Jobs', [['submitted', 'Handed in', 'accent'], ['succeeded', 'Succeeded', 'good'], ['failed', 'Failed', 'bad']], count, 4),
    waitTime: makePlot('Waiting for a start', [['p50', 'Half of them', 'accent'], ['p95', '95 of 100', 'wait']], seconds, 0.01),
    runTime: makePlot('Running', [['p50', 'Half of them', 'accent'], ['p95', '95 of 100', 'wait']], seconds, 0.01),
  };
  const complaint = el('p', { class: 'notice wait', hidden: true });
  const select = el('select', { onchange: () => change({ type: select.value }) }, el('option', { value: '' }, 'All types'));
  const spans = SPANS.map(([span, name]) => el('button', { type: 'button', class: 'button small', 'aria-pressed': String(span === chosen.span), 'data-span': span, onclick: () => change({ span }) }, name));
  let known;
  let asked = 0;

  function change(wanted) {
    Object.assign(chosen, wanted);
    spans.forEach((button) => button.setAttribute('aria-pressed', String(button.dataset.span === chosen.span)));
    const query = new URLSearchParams(Object.entries({ span: chosen.span === 'P1D' ? 'P1D' : '', type: chosen.type }).filter(([, value]) => value));
    history.replaceState(null, '', query.size > 0 ? `?${query}` : location.pathname);
    wanted.span ? look() : draw();
  }

  async function look() {
    asked = performance.now();
    try {
      known = await askJson(`/api/overview/activity?span=${chosen.span}`);
      say(complaint, '');
      draw();
    } catch (error) {
      say(complaint, `What was done can’t be shown now. ${reason(error)}`);
    }
  }

  function draw() {
    const names = known.types.map(({ type }) => type);
    if (names.join() !== [...select.options].slice(1).map(({ value }) => value).join()) {
      select.replaceChildren(select.options[0], ...names.map((name) => el('option', { value: name }, title(name))));
    }
    select.value = names.includes(chosen.type) ? chosen.type : '';
    const series = known.types.find(({ type }) => type === chosen.type)?.series ?? known.all;
    const step = isoSeconds(known.step);
    const begin = Date.parse(known.from) / 1000;
    const times = series.submitted.map((value, index) => begin + index * step);
    plots.throughput.to(times, [series.submitted, series.succeeded, series.failed], step);
    plots.waitTime.to(times, [series.waitTime.p50, series.waitTime.p95], step);
    plots.runTime.to(times, [series.runTime.p50, series.runTime.p95], step);
  }

  return {
    element: el('section', { class: 'stack', 'aria-labelledby': 'activity' },
      el('div', { class: 'page-head' }, el('h2', { id: 'activity' }, 'Activity'),
        el('div', { class: 'actions' }, el('div', { class: 'span-choice', role: 'group', 'aria-label': 'Time shown' }, ...spans), el('label', { class: 'toolbar' }, el('span', { class: 'unseen' }, 'Type'), select))),
      complaint, el('div', { class: 'plots' }, ...Object.values(plots).map(({ element }) => element))),
    update() {
      if (asked === 0 || performance.now() - asked > PAUSE) {
        look();
      }
    },
  };
}
