/** The form that makes a schedule, or changes one. */
import { leadsTo, said } from '../address.js';
import { askJson } from '../api.js';
import { el } from '../dom.js';
import { handsIn } from '../form/hand-in.js';
import { repeated } from '../form/repeat.js';
import { trouble } from '../trouble.js';
import { keep } from '../view.js';
import { makeAside } from './aside.js';
import { scheduleFields } from './fields.js';
import { mayChange } from './permission.js';
import { change, read } from './stored.js';

const LIST = '/schedules';

/**
 * @param {Object} about
 * @param {HTMLElement} about.page gets the form
 * @param {string} [about.id] of the schedule that is to be changed; undefined for a new one
 * @param {function(): void} about.draw shows what the address says
 * @param {function(Object): void} about.saved told of the schedule when it is stored
 * @param {AbortSignal} about.signal aborted when something else is to be shown
 */
export async function showEditor({ page, id, draw, saved, signal }) {
  const heading = el('h1', { tabindex: -1 }, id ? 'Edit a schedule' : 'New schedule');
  const place = el('div', {}, el('p', { class: 'soft' }, 'Fetching the form…'));
  page.replaceChildren(el('div', { class: 'page-head' }, heading), place);
  const show = (...nodes) => {
    if (!signal.aborted) {
      place.replaceChildren(...nodes);
      page.removeAttribute('aria-busy');
    }
  };
  try {
    const [{ types }, session, stored] = await Promise.all([askJson('/api/types'), askJson('/api/session'), id && read(id)]);
    if (mayChange(session)) {
      show(...formFor(heading, choosable(types, stored?.schedule.type), stored, draw, saved));
    } else {
      show(...lone('You may see schedules, but not change them.', draw));
    }
  } catch (error) {
    show(...(error.code === 404 ? lone('There is no such schedule, or no more.', draw) : [trouble('The form could not be fetched', error, draw)]));
  }
}

const lone = (words, draw) => [el('div', { class: 'panel stack lone' }, el('p', {}, words), el('p', {}, back('See the schedules', 'button primary', draw)))];

function back(words, kind, draw) {
  const link = el('a', { class: kind, href: LIST }, words);
  leadsTo(link, draw);
  return link;
}

/** Types that need a file can't be scheduled. The one that a schedule has is shown, whatever has become of it. */
function choosable(types, has) {
  const some = types.filter(({ name, file, available }) => name === has || (available && file !== 'required'));
  return !has || some.some(({ name }) => name === has) ? some : [...some, { name: has, title: `${has} (not known here)`, inputSchema: {} }];
}

function formFor(heading, types, stored, draw, saved) {
  if (types.length === 0) {
    return [el('p', { class: 'empty' }, 'No type of job that this server has can be scheduled.')];
  }
  const form = scheduleFields(types, (type) => stored || keep('type', type));
  const submit = el('button', { class: 'button primary', type: 'submit' }, stored ? 'Save' : 'Schedule it');
  const send = stored ? (body) => change(stored, body) : make;
  const { problems, refusal } = handsIn(form, submit, async (body) => saved(await send(body)));
  form.element.append(problems, ...form.parts, refusal, el('div', { class: 'actions' }, submit, back('Leave it', 'button', draw)));
  form.element.setAttribute('aria-label', heading.textContent);
  form.fill(stored ? stored.schedule : asked(types));
  return [el('div', { class: 'columns' }, form.element, makeAside(stored?.schedule))];
}

/** What the address says of a new one. */
function asked(types) {
  const type = said().get('type');
  return types.some(({ name }) => name === type) ? { ...repeated(said()), type } : undefined;
}

async function make(body) {
  return askJson('/api/schedules', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
}
