/** The answer that the submission was given. */
import { copyButton } from '../copy.js';
import { el, say } from '../dom.js';
import { clock, counted, isoSeconds, took } from '../words.js';
import { statusLine } from './meanings.js';
import { styleWord } from './polls.js';
import { block, head } from './wire.js';

/** @returns {{element: HTMLElement, update: function(Object): void}} to be updated with the whole representation */
export function makeSubmission() {
  const answer = el('pre');
  const when = el('p', { class: 'small soft' });
  const notice = el('p', { class: 'notice small', hidden: true });
  const again = el('p', { class: 'small soft', hidden: true });
  const box = el('div', { class: 'with-copy' }, block('The answer to the submission', answer),
    copyButton('the answer to the submission', () => answer.textContent, answer));
  let drawn = '';
  return {
    element: el('div', { class: 'stack' }, el('h3', {}, 'The submission’s answer'), when, notice, box, again),
    update({ node, since, submission }) {
      const state = JSON.stringify([node, since, submission]);
      if (state === drawn) {
        return;
      }
      drawn = state;
      say(when, told(submission));
      say(notice, submission.observed ? '' : `The node ${node} didn’t give that answer itself, or gave it before ${clock(new Date(since))}, from when on it remembers. `
        + 'This is what follows from the job. What isn’t known is left out: the Retry-After that was granted, above all.');
      answer.replaceChildren(...head(`HTTP/1.1 ${statusLine({ code: submission.status })}`, Object.entries(submission.headers)));
      say(again, submission.repeated > 0 ? `The same request came again ${counted(submission.repeated, 'time')} with its idempotency key, and was led to this same job.` : '');
    },
  };
}

function told({ observed, at, method, path, style, duration }) {
  const time = clock(new Date(at));
  return observed
    ? `To ${method} ${path}, by ${styleWord(style)}, at ${time}; answered after ${took((isoSeconds(duration) ?? 0) * 1000)}.`
    : `The job was accepted at ${time}.`;
}
