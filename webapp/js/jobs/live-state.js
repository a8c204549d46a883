/** Whether the list is live, in words, and the button that halts it. */
import { el, say } from '../dom.js';

/**
 * @param {{pause: function(): void, resume: function(): void}} feed
 * @returns {{element: HTMLElement, show: function(string, string): void, late: function(string): void}}
 */
export function makeLiveState(feed) {
  const words = el('span', { class: 'live-words', role: 'status' });
  let stream = ['wait', ''];
  let lateness = '';
  let paused = false;
  const button = el('button', { class: 'button small quiet', type: 'button', onclick: () => {
    paused = !paused;
    paused ? feed.pause() : feed.resume();
    say(button, paused ? 'Go on' : 'Pause');
  } }, 'Pause');
  const draw = () => {
    const [kind, text] = stream[0] === 'live' && lateness ? ['trouble', lateness] : stream;
    words.dataset.kind = kind;
    say(words, text);
  };
  return {
    element: el('div', { class: 'live-state' }, words, button),
    /** @param {string} kind live, paused, wait or trouble @param {string} text the same in words */
    show(kind, text) {
      stream = [kind, text];
      draw();
    },
    /** @param {string} text why the list may be out of date though it is live; empty if it isn't */
    late(text) {
      lateness = text;
      draw();
    },
  };
}
