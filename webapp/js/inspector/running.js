/** An inspection on its way: how far it is, what is being asked now, and what has been asked. */
import { ask } from '../api.js';
import { isFinal } from '../client.js';
import { el, say, show } from '../dom.js';
import { jobPath } from '../job/address.js';
import { confirmed } from '../job/confirm.js';
import { ordered, stored } from '../job/incoming.js';
import { makeMonitor } from '../job/monitor.js';
import { reason } from '../trouble.js';
import { statusChip } from './http.js';
import { stageOf, STAGES } from './purposes.js';

/** More than an inspection has requests. */
const MOST = 300;
const QUESTION = { title: 'Cancel this inspection?', body: 'What it has seen so far is thrown away. What it has submitted to the API goes on there.', yes: 'Cancel it', no: 'Keep it going' };

/** As the inspector writes a request into its log: number, purpose, method and URL, what came, and after how long. */
const LINE = /^(\d+) (.+): ([A-Z]+) (\S+): (\S+) after (\d+) ms$/;

/**
 * @param {string} id of the job
 * @param {{method?: string, url?: string, allowCancel?: boolean, allowRemoval?: boolean}} order what is inspected, as far as it is known
 * @param {string} name of the API
 * @returns {{element: HTMLElement, monitor: Object, update: function(Object): void, line: function(Object): void, load: function(): Promise<void>}}
 */
export function makeRunning(id, order, name) {
  const monitor = makeMonitor(`Inspection of ${name}`);
  const stages = makeStages(order);
  const steps = el('ol', { class: 'steps', reversed: true });
  const note = el('p', { class: 'small soft' });
  const section = el('section', { class: 'part', 'aria-labelledby': 'steps-title', hidden: true },
    el('h2', { id: 'steps-title' }, 'Asked so far'), note, steps);
  const incoming = ordered(MOST, (lines) => {
    lines.forEach((line) => {
      steps.prepend(step(line.text));
      stages.reach(LINE.exec(line.text)?.[2]);
    });
    section.hidden = false;
  }, () => load());
  const load = async () => {
    incoming.hold();
    try {
      incoming.fill(await stored(id, MOST));
    } catch (error) {
      console.info('What was asked before is not shown:', error.message);
    }
    incoming.release();
  };
  const actions = makeActions(id, monitor.heading);
  monitor.heading.after(order.url ? el('p', { class: 'verdict-url' }, el('code', {}, `${order.method ?? 'POST'} ${order.url}`)) : '');
  monitor.element.append(stages.element, actions.element);
  return {
    element: el('div', {}, monitor.element, section),
    monitor,
    line: incoming.add,
    load,
    update(job) {
      monitor.update(job);
      stages.reach(job.progress?.message);
      say(note, isFinal(job) ? 'The newest first.' : 'The newest first. All of each exchange will be in the report.');
      show(stages.element, !isFinal(job), monitor.heading);
      actions.update(job);
    },
  };
}

function makeStages({ allowCancel, allowRemoval }) {
  const shown = STAGES.map((words, index) => ({ words, index })).filter(({ index }) => index < 4 || (index === 4 && allowCancel) || (index === 5 && allowRemoval));
  const items = shown.map(({ words, index }) => ({ index, element: el('li', {}, words) }));
  let reached = -1;
  return {
    element: el('ol', { class: 'stages', 'aria-label': 'Stages' }, ...items.map(({ element }) => element)),
    reach(words) {
      reached = Math.max(reached, stageOf(words) ?? -1);
      items.forEach(({ index, element }) => {
        element.classList.toggle('done', index < reached);
        index === reached ? element.setAttribute('aria-current', 'step') : element.removeAttribute('aria-current');
      });
    },
  };
}

function step(text) {
  const [, number, purpose, method, url, came, took] = LINE.exec(text) ?? [];
  if (!number) {
    return el('li', { class: 'step-words' }, text);
  }
  const status = /^\d+$/.test(came) ? Number(came) : undefined;
  return el('li', {},
    el('span', { class: 'exchange-number' }, number), el('span', { class: 'exchange-purpose' }, purpose),
    el('code', { class: 'exchange-target' }, `${method} ${URL.canParse(url) ? new URL(url).pathname : url}`),
    statusChip(status, came), el('span', { class: 'exchange-took' }, `${took} ms`));
}

function makeActions(id, refuge) {
  const error = el('p', { class: 'field-error', role: 'alert', hidden: true });
  const cancel = el('button', { class: 'button', type: 'button', hidden: true, onclick: async () => {
    if (!(await confirmed(QUESTION))) {
      return;
    }
    say(error, '');
    try {
      await ask(jobPath(id, 'cancel'), { method: 'POST' });
    } catch (refused) {
      say(error, reason(refused));
    }
  } }, 'Cancel');
  const again = el('a', { class: 'button primary', hidden: true, href: `/inspector?from=${encodeURIComponent(id)}` }, 'Inspect it again');
  const details = el('a', { class: 'button', hidden: true, href: `/jobs/${encodeURIComponent(id)}` }, 'All there is of this job');
  return {
    element: el('div', { class: 'running-actions' }, el('div', { class: 'actions' }, cancel, again, details), error),
    update(job) {
      show(cancel, Boolean(job.links?.cancel) && !job.cancelRequestedAt && !isFinal(job), refuge);
      show(again, isFinal(job), refuge);
      show(details, isFinal(job), refuge);
    },
  };
}
