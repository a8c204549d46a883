/** The job as its HTTP client sees it: what was asked just now, what was answered, and what that means. */
import { parseProblem } from '../client/answer.js';
import { el, say } from '../dom.js';
import { jobPath } from '../job/address.js';
import { reason } from '../trouble.js';
import { clock, took } from '../words.js';
import { makeAddresses } from './addresses.js';
import { look } from './look.js';
import { meanings, statusLine, wireName } from './meanings.js';
import { makeRecord } from './record.js';
import { block, head } from './wire.js';

/** Characters of a body that are shown. */
const LONGEST = 20_000;

/**
 * @param {string} id of the job
 * @param {import('./look.js').Look} first the look that the page has taken
 * @param {HTMLElement} code what else belongs here
 * @returns {{element: HTMLElement, load: function(): Promise<void>, update: function(Object): void, stop: function(): void}}
 */
export function makeExchange(id, first, code) {
  const request = el('pre');
  const answer = el('pre');
  const notes = el('dl', { class: 'meanings small' });
  const when = el('p', { class: 'small soft' });
  const later = el('p', { class: 'small', hidden: true }, 'The job has changed since: ask again to see the answer of now.');
  const told = el('p', { class: 'unseen', role: 'status' });
  const error = el('p', { class: 'field-error', role: 'alert', hidden: true });
  const addresses = makeAddresses(id);
  const record = makeRecord(id);
  let tag;
  let shown = '';

  const draw = (seen) => {
    tag = seen.tag ?? tag;
    request.replaceChildren(...head(`GET ${seen.path} HTTP/1.1`, [['Host', location.host], ...seen.sent]));
    answer.replaceChildren(...head(`HTTP/1.1 ${statusLine(seen)}`, seen.headers.map(([name, value]) => [wireName(name), value])), ...body(seen.text));
    notes.replaceChildren(...meanings(seen).map(([name, words]) => el('div', {}, el('dt', {}, el('code', {}, name)), el('dd', {}, words))));
    say(when, `Answered at ${clock(seen.at)}, after ${took(seen.took)}.`);
    conditional.setAttribute('aria-disabled', String(tag === undefined));
    later.hidden = true;
  };
  const ask = (button, wanted) => async () => {
    if (button().getAttribute('aria-disabled') === 'true') {
      return;
    }
    button().setAttribute('aria-disabled', 'true');
    say(error, '');
    try {
      const seen = await look(jobPath(id, 'status'), wanted());
      draw(seen);
      shown = stateOf(parseProblem(seen.text), shown);
      told.textContent = `Answered ${statusLine(seen)}.`;
    } catch (lost) {
      say(error, reason(lost));
    }
    button().setAttribute('aria-disabled', 'false');
  };
  const again = el('button', { class: 'button', type: 'button', onclick: ask(() => again, () => undefined) }, 'Ask again');
  const conditional = el('button', { class: 'button', type: 'button', onclick: ask(() => conditional, () => tag) }, 'Ask only for what is new (If-None-Match)');
  draw(first);
  shown = stateOf(parseProblem(first.text), '');

  return {
    element: el('section', { class: 'panel part', id: 'exchange', 'aria-labelledby': 'exchange-title' },
      el('h2', { id: 'exchange-title' }, 'HTTP exchange'),
      el('p', { class: 'soft' }, 'What this job’s clients have asked and were answered, as the server has taken it down.'), record.element,
      el('h3', {}, 'What it is answered now'),
      el('p', { class: 'soft' }, 'What a client that asks for this job’s status sees. This page has really asked; of the request, these are the lines that count, to which the browser adds its own.'),
      el('div', { class: 'actions' }, again, conditional), error, told,
      el('h4', {}, 'Request'), block('The request', request),
      el('h4', {}, 'Answer'), when, later, block('The answer', answer), notes, addresses.element, code),
    load: record.load,
    stop: record.stop,
    update(job) {
      record.update(job);
      addresses.update(job);
      later.hidden = stateOf(job, shown) === shown;
    },
  };
}

/** Progress alone is no news here. A 304 has no body, and so tells of none. */
const stateOf = ({ status, attempt }, otherwise) => (status ? `${status} ${attempt}` : otherwise);

/** With line breaks for reading, if it is JSON. */
function body(text) {
  let indented = text;
  try {
    indented = JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    // Not JSON: as it is.
  }
  return indented ? ['\n', indented.length > LONGEST ? `${indented.slice(0, LONGEST)}…` : indented] : [];
}
