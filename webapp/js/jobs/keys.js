/** Single keys that do things, for those who never leave the keyboard; and the dialog that tells them. */
import { el } from '../dom.js';
import { keep, kept } from './storage.js';

const KEY = 'keys';
const TEXT = 'input:not([type=checkbox]), textarea, select, [contenteditable]';

/**
 * @param {{keys: string, words: string, act: function(): (void|false)}[]} bindings `keys` are the names of keys, with a
 *   space between them; `act` returns false to leave the key to whatever has the focus
 * @returns {HTMLElement} a button that shows the keys
 */
export function makeKeys(bindings) {
  const acts = new Map(bindings.flatMap(({ keys, act }) => keys.split(' ').map((key) => [key, act])));
  acts.set('?', () => tell(bindings));
  document.addEventListener('keydown', (event) => {
    const act = acts.get(event.key);
    if (!act || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.target.closest?.(TEXT)
      || document.querySelector('dialog[open]') || kept(KEY) === false) {
      return;
    }
    if (act() !== false) {
      event.preventDefault();
    }
  });
  return el('button', { class: 'button small quiet keys-button', type: 'button', onclick: () => tell(bindings) }, 'Keyboard');
}

function tell(bindings) {
  const use = el('input', { type: 'checkbox', onchange: () => keep(KEY, use.checked) });
  use.checked = kept(KEY) !== false;
  const row = ({ keys, words }) => el('div', {}, el('dt', {}, ...keys.split(' ').flatMap((key) => [el('kbd', {}, key), ' '])), el('dd', {}, words));
  const dialog = el('dialog', { class: 'shortcuts', 'aria-labelledby': 'keys-title' },
    el('h2', { id: 'keys-title' }, 'By keyboard'),
    el('dl', {}, ...[...bindings, { keys: '?', words: 'Show these keys' }].map(row)),
    el('label', { class: 'choice' }, use, 'Use these keys'),
    el('form', { method: 'dialog', class: 'actions' }, el('button', { class: 'button', autofocus: true }, 'Close')));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
