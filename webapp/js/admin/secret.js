/** What is told once and never again. */
import { copyButton } from '../copy.js';
import { el } from '../dom.js';

/**
 * @param {{title: string, words: string, secret: string}} about
 * @returns {HTMLElement} with a button to copy it, and one to take it away; to be focused when it is shown
 */
export function secretNotice({ title, words, secret }) {
  const shown = el('code', { class: 'secret' }, secret);
  const heading = el('h2', { tabindex: -1 }, title);
  const element = el('div', { class: 'notice wait told' }, heading, el('p', {}, words), el('p', {}, shown),
    el('div', { class: 'actions' }, copyButton('it', () => secret, shown),
      el('button', { class: 'button small', type: 'button', onclick: () => { element.remove(); document.querySelector('h1').focus(); } }, 'I have it')));
  return element;
}
