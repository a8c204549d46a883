/** One schedule in the list: what it submits and when, and what can be done with it. */
import { leadsTo } from '../address.js';
import { actButton, errorLine } from '../admin/act.js';
import { ask, askJson } from '../api.js';
import { randomKey } from '../client.js';
import { el, say } from '../dom.js';
import { momentWithin } from '../moment.js';
import { furtherRun, lastRun, nextRun, refusalWords, timesOf } from './times.js';

const STATES = { active: ['succeeded', 'Active'], paused: ['scheduled', 'Paused'] };

/**
 * @param {Object} about
 * @param {string} about.id
 * @param {function(string): string} about.titleOf a type's title, by its name
 * @param {boolean} about.open whether its further times are shown
 * @param {function(): Promise<void>} about.again looks at all of them anew
 * @param {function(boolean): void} about.toggled told when its further times are shown or hidden
 * @param {function(): void} about.edit shows what the address says
 * @returns {{element: HTMLElement, update: function(Object): void}}
 */
export function makeSchedule({ id, titleOf, open, again, toggled, edit }) {
  const heading = el('h2', { class: 'receiver', id: `schedule-${id}` });
  const state = el('span', { class: 'status' });
  const since = el('span', { class: 'soft' });
  const times = el('p');
  const facts = { next: el('dd'), last: el('dd'), type: el('dd'), labels: el('dd', { class: 'tags' }) };
  const labels = el('div', { hidden: true }, el('dt', {}, 'Labels'), facts.labels);
  const refusal = el('p', { class: 'notice bad', hidden: true });
  const further = el('ol', { class: 'small further' });
  const more = el('details', { open }, el('summary', {}, 'Further times'), further);
  more.addEventListener('toggle', () => toggled(more.open));
  const told = el('div', { role: 'status' });
  const actions = makeActions(id, again, edit, told);
  return {
    element: el('article', { class: 'panel kind schedule', 'aria-labelledby': heading.id },
      el('div', { class: 'kind-head' }, heading, el('p', {}, state, ' ', since)), times,
      el('dl', { class: 'facts schedule-facts' }, fact('Next job', facts.next), fact('Last time', facts.last), fact('Type', facts.type),
        fact('Jobs', el('dd', {}, el('a', { href: `/jobs?label=schedule:${encodeURIComponent(id)}` }, 'All of its jobs'))), labels),
      refusal, more, actions.element, told),
    update(schedule) {
      const [tone, word] = STATES[schedule.state] ?? ['canceled', schedule.state];
      state.dataset.status = tone;
      say(state, word);
      say(heading, schedule.name);
      refill(since, schedule.since, () => ['since ', momentWithin(schedule.since)]);
      refill(times, [schedule.cron, schedule.zone], () => timesOf(schedule));
      refill(facts.next, schedule.nextRuns, () => nextRun(schedule));
      refill(facts.last, schedule.lastRun, () => lastRun(schedule.lastRun));
      say(refusal, refusalWords(schedule.lastRun));
      say(facts.type, titleOf(schedule.type));
      labels.hidden = !schedule.labels;
      refill(facts.labels, schedule.labels, () => Object.entries(schedule.labels ?? {}).map(([name, value]) => el('span', { class: 'tag' }, `${name}:${value}`)));
      more.hidden = schedule.nextRuns.length < 2;
      refill(further, [schedule.nextRuns, schedule.zone], () => schedule.nextRuns.slice(1).map((time) => furtherRun(time, schedule.zone)));
      actions.element.hidden = !schedule.links.run; // nothing leads there for who may only see it
      actions.update(schedule);
    },
  };
}

const fact = (name, what) => el('div', {}, el('dt', {}, name), what);

const drawn = new WeakMap();

/** Draws anew only what is different: a link in it may have the focus, words of it may be selected. */
function refill(place, state, draw) {
  const nodes = draw();
  const now = JSON.stringify([state, nodes.map((node) => node.textContent ?? node)]);
  if (drawn.get(place) !== now) {
    drawn.set(place, now);
    place.replaceChildren(...nodes);
  }
}

function makeActions(id, again, edit, told) {
  const path = `/api/schedules/${encodeURIComponent(id)}`;
  const error = errorLine();
  const words = el('span');
  const whose = [0, 1, 2, 3].map(() => el('span', { class: 'unseen' }));
  const [ofRun, ofChange, ofEdit, ofRemove] = whose;
  const removal = { title: 'Remove this schedule?', yes: 'Remove it', no: 'Keep it' };
  let way = 'pause';
  let key;
  const run = actButton('Run now', { error, act: async () => {
    told.replaceChildren();
    // The same until there is an answer: asked for twice over a bad connection, it is still one job.
    key ??= randomKey();
    const job = await askJson(`${path}/run`, { method: 'POST', headers: { 'Idempotency-Key': `"${key}"` } });
    key = undefined;
    told.replaceChildren(el('p', { class: 'notice' }, 'A job was submitted. ', el('a', { href: `/jobs/${encodeURIComponent(job.id)}` }, 'See how far it is')));
  } });
  const change = actButton(words, { error, act: async () => { await ask(`${path}/${way}`, { method: 'POST' }); await again(); } });
  const link = el('a', { class: 'button', href: `/schedules?edit=${encodeURIComponent(id)}` }, 'Edit');
  leadsTo(link, edit);
  const remove = actButton('Remove', { error, kind: 'danger', ask: removal,
    act: async () => { await ask(path, { method: 'DELETE' }); await again(); document.querySelector('h1').focus(); } });
  [[run, ofRun], [change, ofChange], [link, ofEdit], [remove, ofRemove]].forEach(([button, name]) => button.append(name));
  return {
    element: el('div', {}, el('div', { class: 'actions' }, run, change, link, remove), error),
    update({ state, name }) {
      way = state === 'active' ? 'pause' : 'resume';
      say(words, state === 'active' ? 'Pause' : 'Resume');
      whose.forEach((one) => say(one, ` ${name}`));
      removal.body = `${name} submits nothing more. Its jobs stay as they are.`;
    },
  };
}
