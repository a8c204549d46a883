/** Copying text for the visitor. */
import { el, say } from './dom.js';

const SHOWN = 2000;

/** Only secure pages may, and not all browsers let them. @param {string} text @returns {Promise<boolean>} whether it was copied */
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * A button that copies.
 *
 * @param {string} what for who can't see what it stands beside, such as "the id"
 * @param {function(): string} text asked when it is pressed
 * @param {HTMLElement} shown where that text stands: selected where it can't be copied
 * @returns {HTMLElement}
 */
export function copyButton(what, text, shown) {
  const word = el('span', {}, 'Copy');
  const told = el('span', { class: 'unseen', role: 'status' });
  let timer;
  const press = async () => {
    const done = await copied(text());
    if (!done) {
      getSelection().selectAllChildren(shown);
    }
    say(word, done ? 'Copied' : 'Selected');
    told.textContent = done ? 'Copied.' : 'It can’t be copied here; it is selected.';
    clearTimeout(timer);
    timer = setTimeout(() => { say(word, 'Copy'); told.textContent = ''; }, SHOWN);
  };
  return el('span', { class: 'copy' },
    el('button', { class: 'button small', type: 'button', onclick: press }, word, el('span', { class: 'unseen' }, ` ${what}`)), told);
}
