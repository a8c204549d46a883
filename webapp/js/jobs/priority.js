/** Asking for a priority. */
import { el } from '../dom.js';

const USUAL = 4;
const WORDS = { 0: '0, last', 4: '4, the usual', 9: '9, first' };

/**
 * @param {{title: string, body: string, yes: string, no: string}} words
 * @returns {Promise<number|undefined>} the priority that the visitor has chosen; undefined, also by Escape, for none
 */
export function chosenPriority({ title, body, yes, no }) {
  return new Promise((resolve) => {
    const choice = el('select', {}, ...Array.from({ length: 10 }, (_, value) => el('option', { value: 9 - value }, WORDS[9 - value] ?? String(9 - value))));
    choice.value = String(USUAL);
    const dialog = el('dialog', { class: 'choose-priority', 'aria-labelledby': 'priority-title' },
      el('h2', { id: 'priority-title' }, title),
      el('p', {}, body),
      el('form', { method: 'dialog', class: 'stack' },
        el('label', { class: 'field' }, 'Priority', choice),
        el('div', { class: 'actions' },
          el('button', { class: 'button primary', value: 'yes' }, yes),
          el('button', { class: 'button', value: 'no' }, no))));
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes' ? Number(choice.value) : undefined);
    });
    document.body.append(dialog);
    dialog.showModal();
    choice.focus();
  });
}
