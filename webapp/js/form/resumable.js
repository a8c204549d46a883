/** What the file field says of files that were sent in part: which to choose again, and that sending goes on from there. */
import { el } from '../dom.js';
import { reason } from '../trouble.js';
import { size } from '../words.js';
import { giveUp } from './bring.js';
import { unfinished, unfinishedOf } from './unfinished.js';

const percent = ({ offset, size: all }) => Math.floor((100 * offset) / all);

/**
 * @param {string} collection of the form
 * @param {function(): File|undefined} chosen the file that is chosen now
 * @param {HTMLElement} refuge takes the focus when a button goes
 * @returns {{element: HTMLElement, update: function(): void}}
 */
export function resumable(collection, chosen, refuge) {
  const element = el('div', { class: 'resumable stack', role: 'status', hidden: true });
  const update = () => {
    const file = chosen();
    const before = file && unfinished(file, collection);
    const lines = file ? (before ? [goesOn(before)] : []) : unfinishedOf(collection).map(chooseAgain);
    element.replaceChildren(...lines.map(({ upload, words }) => line(upload, words)));
    element.hidden = lines.length === 0;
  };
  const line = (upload, words) => {
    const problem = el('span', { class: 'field-error', hidden: true });
    const drop = async () => {
      try {
        await giveUp(upload.url);
        refuge.focus();
        update();
      } catch (error) {
        problem.hidden = false;
        problem.textContent = reason(error);
      }
    };
    return el('p', { class: 'resumable-line' }, el('span', {}, words),
      el('button', { class: 'button small', type: 'button', onclick: drop, 'aria-label': `Forget what was sent of ${upload.name}` }, 'Forget it'), problem);
  };
  return { element, update };
}

const goesOn = (upload) => ({ upload, words: `${percent(upload)} % of this file was sent before. Sending goes on from there.` });

const chooseAgain = (upload) => ({
  upload,
  words: `The upload of ${upload.name} (${size(upload.size)}) was cut off at ${percent(upload)} %. Choose the same file to go on from there.`,
});
