/** A progress bar, for as much as is known of the progress. */
import { el } from './dom.js';

/**
 * @param {string} label what progresses
 * @returns {{element: HTMLElement, to: function(number|undefined, string=): void}} `to` takes a percentage, or undefined
 *   if it can't be told, and the progress in words for screen readers
 */
export function makeBar(label) {
  const fill = el('div', { class: 'bar-fill' });
  const element = el('div', { class: 'bar', role: 'progressbar', 'aria-label': label, 'aria-valuemin': 0, 'aria-valuemax': 100 }, fill);
  return {
    element,
    to(percent, words) {
      element.classList.toggle('unknown', percent === undefined);
      if (percent === undefined) {
        element.removeAttribute('aria-valuenow');
      } else {
        element.setAttribute('aria-valuenow', String(percent));
        fill.style.setProperty('inline-size', `${percent}%`);
      }
      words ? element.setAttribute('aria-valuetext', words) : element.removeAttribute('aria-valuetext');
    },
  };
}
