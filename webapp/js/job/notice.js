/** A notification of the browser's when a job has finished, for who has asked for it on the job's page. */
import { serverNow } from '../api.js';
import { isFinal } from '../client.js';
import { el, say, show } from '../dom.js';
import { phrase } from './phrase.js';

const OFF = 'Tell me when it is done';
const ON = 'Don’t tell me';
const WORDS = 'Your browser will tell you when it is done, as long as this page stays open.';
const REFUSED = 'Your browser doesn’t let this page tell you. Its settings for this site say whether it may.';

/**
 * @param {string} name what the job is, for people
 * @param {HTMLElement} refuge takes the focus when the button goes away
 * @returns {{element: HTMLElement, isOn: function(): boolean, update: function(Object): void}}
 */
export function makeNotice(name, refuge) {
  const button = el('button', { class: 'button small', type: 'button', onclick: () => (on ? turn(false, '') : ask()) }, OFF);
  const words = el('p', { class: 'small soft', role: 'status', hidden: true });
  const offered = isPossible();
  let on = false;
  let finished = false;

  const turn = (wanted, text) => {
    on = wanted;
    button.textContent = on ? ON : OFF;
    say(words, text);
    show(button, offered && !finished && Notification.permission !== 'denied', refuge);
  };
  const ask = async () => {
    const granted = await Notification.requestPermission() === 'granted';
    // It may have finished while the visitor thought about it.
    turn(granted && !finished, granted ? (finished ? '' : WORDS) : REFUSED);
  };
  turn(false, '');

  return {
    element: el('div', { class: 'notice-line', hidden: !offered }, button, words),
    isOn: () => on,
    update(job) {
      const tells = on && isFinal(job);
      finished = isFinal(job);
      if (tells) {
        turn(false, tell(job, name) ? 'Your browser has told you.' : REFUSED);
      } else {
        turn(on, on ? WORDS : finished ? '' : words.textContent);
      }
    },
  };
}

/** @returns {boolean} whether the browser has taken it */
function tell(job, name) {
  const words = phrase(job, serverNow());
  try {
    const notification = new Notification(`${words.headline}: ${name}`, { tag: job.id, body: words.lead });
    notification.onclick = () => { window.focus(); notification.close(); };
    return true;
  } catch (error) {
    // Some browsers have notifications, but only for service workers, of which this site has none.
    if (error instanceof TypeError) {
      return false;
    }
    throw error;
  }
}

/** As far as it can be known beforehand: without permission, one that is made is not shown. */
function isPossible() {
  if (!('Notification' in window) || Notification.permission === 'denied') {
    return false;
  }
  try {
    return Notification.permission === 'granted' || Boolean(new Notification(''));
  } catch (error) {
    if (error instanceof TypeError) {
      return false;
    }
    throw error;
  }
}
