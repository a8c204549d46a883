/** A button that asks the server to do something, once at a time, and says what kept it from that. */
import { el, say } from '../dom.js';
import { confirmed } from '../job/confirm.js';
import { reason } from '../trouble.js';

/**
 * @param {string|HTMLElement} words
 * @param {Object} about
 * @param {HTMLElement} about.error gets the reason, if it fails
 * @param {string} [about.kind] more classes of the button
 * @param {string} [about.whose] what it is about, for screen readers
 * @param {{title: string, body: string, yes: string, no: string}} [about.ask] what is asked first
 * @param {function(): Promise<void>} about.act
 * @returns {HTMLButtonElement}
 */
export function actButton(words, { error, kind = '', whose, ask, act }) {
  const button = el('button', { class: `button ${kind}`, type: 'button' }, words, whose && el('span', { class: 'unseen' }, ` ${whose}`));
  button.addEventListener('click', async () => {
    if (button.getAttribute('aria-disabled') === 'true' || (ask && !(await confirmed(ask)))) {
      return;
    }
    button.setAttribute('aria-disabled', 'true');
    say(error, '');
    try {
      await act();
    } catch (problem) {
      say(error, reason(problem));
    }
    button.removeAttribute('aria-disabled');
  });
  return button;
}

/** @returns {HTMLElement} where an action's failure is told */
export const errorLine = () => el('p', { class: 'field-error', role: 'alert', hidden: true });
