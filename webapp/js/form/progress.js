/** How far the upload is. */
import { el, say, show } from '../dom.js';
import { makeBar } from '../bar.js';
import { size } from '../words.js';

/**
 * @param {function(): void} stop called when the visitor gives the upload up
 * @param {HTMLElement} refuge takes the focus when the upload is over
 * @returns {{element: HTMLElement, to: function(number, number): void, reset: function(): void}}
 */
export function uploadProgress(stop, refuge) {
  const bar = makeBar('Upload');
  const words = el('p', { class: 'small soft' });
  const element = el('div', { class: 'upload', hidden: true }, bar.element,
    el('div', { class: 'upload-line' }, words, el('button', { class: 'button small', type: 'button', onclick: stop }, 'Stop the upload')));
  return {
    element,
    to(sent, total) {
      element.hidden = false;
      bar.to(Math.floor((100 * sent) / total));
      say(words, sent < total ? `${size(sent)} of ${size(total)} sent` : 'All sent. The server is storing it…');
    },
    reset() {
      show(element, false, refuge);
      bar.to(0);
    },
  };
}
