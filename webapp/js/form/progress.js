/** How far the upload is. */
import { el, say, show } from '../dom.js';
import { makeBar } from '../bar.js';
import { size } from '../words.js';
import { isLost } from './persist.js';

/**
 * @param {function(): void} stop called when the visitor gives the upload up
 * @param {HTMLElement} refuge takes the focus when the upload is over
 * @returns {{element: HTMLElement, to: function(number, number): void,
 *   waits: function(number|undefined, function(): void, Error=): void, reset: function(): void}} `waits` tells of a lost connection:
 *   the seconds until the next try, what to call to try at once, and what went wrong
 */
export function uploadProgress(stop, refuge) {
  const bar = makeBar('Upload');
  const words = el('p', { class: 'small soft' });
  const lost = el('span', { role: 'status' });
  const countdown = el('span', {});
  let tryNow = () => {};
  const again = el('button', { class: 'button small', type: 'button', onclick: () => tryNow() }, 'Try now');
  const cancel = el('button', { class: 'button small', type: 'button', onclick: stop }, 'Stop the upload');
  const trouble = el('p', { class: 'small upload-lost', hidden: true }, lost, countdown, again);
  const element = el('div', { class: 'upload', hidden: true }, bar.element, trouble,
    el('div', { class: 'upload-line' }, words, cancel));
  let percent = 0;
  return {
    element,
    to(sent, total) {
      element.hidden = false;
      percent = Math.floor((100 * sent) / total);
      bar.to(percent);
      say(words, sent < total ? `${size(sent)} of ${size(total)} sent` : 'All sent. The server is storing it…');
    },
    waits(seconds, now, why) {
      tryNow = now;
      show(trouble, seconds !== undefined, cancel);
      element.hidden = false;
      // The countdown is for the eye: a screen reader would be told something each second.
      say(lost, seconds === undefined ? '' : lossAt(percent, why));
      say(countdown, seconds === undefined ? '' : `; trying again in ${seconds} s`);
    },
    reset() {
      show(element, false, refuge);
      show(trouble, false, refuge);
      say(lost, '');
      bar.to(0);
    },
  };
}

const lossAt = (percent, why) => (isLost(why) ? `Connection lost at ${percent} %` : `Stopped at ${percent} %: ${why.message.replace(/\.$/, '')}`);
