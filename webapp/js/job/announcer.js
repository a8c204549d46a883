/** Tells screen readers what changed: each new state, and progress in quarters rather than by every percent. */
import { el } from '../dom.js';

/** @returns {{element: HTMLElement, update: function(Object, {headline: string, lead: string}): void, say: function(string): void}} */
export function makeAnnouncer() {
  const element = el('p', { class: 'unseen', role: 'status' });
  let headline;
  let quarter = 0;
  const say = (text) => {
    if (text) {
      element.textContent = text;
    }
  };
  return {
    element,
    say,
    update(job, words) {
      const reached = Math.floor((job.percentComplete ?? 0) / 25);
      if (words.headline !== headline) {
        // The first one is read with the page anyway.
        say(headline === undefined ? '' : `${words.headline}. ${words.lead}`);
      } else if (reached > quarter && job.status === 'running') {
        say(`${reached * 25} percent`);
      }
      headline = words.headline;
      quarter = reached;
    },
  };
}
