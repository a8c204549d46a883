/** What can be done with a job: cancel, try again, run once more, remove. */
import { ask, Refused } from '../api.js';
import { el, say, show } from '../dom.js';
import { isFinal } from '../client.js';
import { recall } from '../remember.js';
import { reason } from '../trouble.js';
import { confirmed } from './confirm.js';

const CANCEL = { title: 'Cancel this job?', body: 'What it has done so far is thrown away.', yes: 'Cancel the job', no: 'Keep it going' };
const REMOVE = { title: 'Remove this job?', body: 'Its result is deleted, and this address then leads nowhere.', yes: 'Remove it', no: 'Keep it' };

/**
 * @param {string} id of the job
 * @param {{collection: string}|undefined} type of the job, if the server still knows it
 * @param {HTMLElement} refuge takes the focus when a focused button goes away
 * @param {{canceled: function(): void, retried: function(): void, removed: function(): void}} done called after the server agreed
 * @returns {{element: HTMLElement, update: function(Object): void}}
 */
export function makeActions(id, type, refuge, done) {
  const error = el('p', { class: 'field-error', role: 'alert', hidden: true });
  const path = `/api/jobs/${encodeURIComponent(id)}`;
  const request = (button, then, options, ...step) => async () => {
    if (button().getAttribute('aria-disabled') === 'true') {
      return;
    }
    button().setAttribute('aria-disabled', 'true');
    say(error, '');
    try {
      await ask([path, ...step].join('/'), options);
      then();
    } catch (problem) {
      say(error, problem instanceof Refused || problem instanceof TypeError ? reason(problem) : String(problem));
    }
    button().removeAttribute('aria-disabled');
  };
  const button = (words, kind, onclick) => el('button', { class: `button ${kind}`, type: 'button', hidden: true, onclick }, words);

  const doCancel = request(() => cancel, done.canceled, { method: 'POST' }, 'cancel');
  const doRemove = request(() => remove, done.removed, { method: 'DELETE' });
  const cancel = button('Cancel', '', async () => (await confirmed(CANCEL)) && doCancel());
  const retry = button('Try again', 'primary', request(() => retry, done.retried, { method: 'POST' }, 'retry'));
  const remove = button('Remove', 'danger', async () => (await confirmed(REMOVE)) && doRemove());
  const repeatable = recall(id) !== undefined;
  const repeat = type && el('a', { class: 'button', hidden: true,
    href: `/submit/${type.collection}${repeatable ? `?from=${encodeURIComponent(id)}` : ''}` },
  repeatable ? 'Run again with the same input' : 'Start another');

  return {
    element: el('div', {}, el('div', { class: 'actions' }, ...[retry, cancel, repeat, remove].filter(Boolean)), error),
    update(job) {
      show(cancel, Boolean(job.links?.cancel) && !job.cancelRequestedAt && !isFinal(job), refuge);
      show(retry, Boolean(job.links?.retry), refuge);
      show(remove, isFinal(job), refuge);
      if (repeat) {
        show(repeat, isFinal(job), refuge);
      }
    },
  };
}
