/** What became of earlier attempts. */
import { serverNow } from '../api.js';
import { el } from '../dom.js';
import { at, sentence } from '../words.js';
import { isFinal } from '../client.js';
import { attemptLine } from './phrase.js';

/** @returns {{element: HTMLElement, update: function(Object): void}} */
export function makeAttempts() {
  const element = el('div', { class: 'attempts', hidden: true });
  let drawn = '';
  return {
    element,
    update(job) {
      const failures = job.error?.attempts ?? [];
      const state = JSON.stringify([job.attempt, job.status, failures.length]);
      if (state === drawn) {
        return;
      }
      drawn = state;
      element.hidden = attemptLine(job) === '';
      element.replaceChildren(...draw(job, failures));
    },
  };
}

function draw(job, failures) {
  const last = failures.at(-1);
  const latest = !isFinal(job) && (last?.message ?? job.error?.message);
  return [
    el('p', {}, el('strong', {}, attemptLine(job)), latest ? `. The last error: ${sentence(latest)}` : '.'),
    failures.length > 1 && el('details', {},
      el('summary', {}, `All ${failures.length} failed attempts`),
      el('ol', { class: 'errors' }, ...failures.map(line))),
  ].filter(Boolean);
}

function line({ attempt, at: moment, message }) {
  return el('li', {},
    el('span', { class: 'soft' }, `Attempt ${attempt}${moment ? `, ${at(new Date(moment), serverNow())}` : ''}: `), sentence(message));
}
