/** What can be done with a job: cancel, try again, run once more, share, remove. */
import { ask, Refused } from '../api.js';
import { el, say, show } from '../dom.js';
import { isFinal } from '../client.js';
import { recall } from '../remember.js';
import { reason } from '../trouble.js';
import { byLink, jobPath } from './address.js';
import { confirmed } from './confirm.js';
import { share } from './share.js';

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
  const shared = el('div');
  let succeeded = false;
  const careful = (button, act) => async () => {
    if (button().getAttribute('aria-disabled') === 'true') {
      return;
    }
    button().setAttribute('aria-disabled', 'true');
    say(error, '');
    try {
      await act();
    } catch (problem) {
      say(error, problem instanceof Refused || problem instanceof TypeError ? reason(problem) : String(problem));
    }
    button().removeAttribute('aria-disabled');
  };
  const request = (button, then, options, ...step) => careful(button, async () => {
    await ask(jobPath(id, ...step), options);
    then();
  });
  const button = (words, kind, onclick) => el('button', { class: `button ${kind}`, type: 'button', hidden: true, onclick }, words);

  const doCancel = request(() => cancel, done.canceled, { method: 'POST' }, 'cancel');
  const doRemove = request(() => remove, done.removed, { method: 'DELETE' });
  const cancel = button('Cancel', '', async () => (await confirmed(CANCEL)) && doCancel());
  const retry = button('Try again', 'primary', request(() => retry, done.retried, { method: 'POST' }, 'retry'));
  const remove = button('Remove', 'danger', async () => (await confirmed(REMOVE)) && doRemove());
  const hand = button('Share', '', careful(() => hand, async () => {
    shared.replaceChildren(await share(id, succeeded));
    shared.querySelector('input').focus();
  }));
  const repeatable = recall(id) !== undefined;
  const repeat = type && el('a', { class: 'button', hidden: true,
    href: `/submit/${type.collection}${repeatable ? `?from=${encodeURIComponent(id)}` : ''}` },
  repeatable ? 'Run again with the same input' : 'Start another');

  return {
    element: el('div', {}, el('div', { class: 'actions' }, ...[retry, cancel, repeat, hand, remove].filter(Boolean)), shared, error),
    update(job) {
      succeeded = job.status === 'succeeded';
      show(hand, !byLink, refuge);
      show(cancel, Boolean(job.links?.cancel) && !job.cancelRequestedAt && !isFinal(job), refuge);
      show(retry, Boolean(job.links?.retry), refuge);
      show(remove, isFinal(job) && !byLink, refuge);
      if (repeat) {
        show(repeat, isFinal(job) && !byLink, refuge);
      }
    },
  };
}
