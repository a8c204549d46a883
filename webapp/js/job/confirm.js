/** Asking before something is done that can't be undone. */
import { el } from '../dom.js';

/**
 * @param {{title: string, body: string, yes: string, no: string}} words
 * @returns {Promise<boolean>} whether the visitor agreed; Escape means no
 */
export function confirmed({ title, body, yes, no }) {
  return new Promise((resolve) => {
    const dialog = el('dialog', { 'aria-labelledby': 'confirm-title' },
      el('h2', { id: 'confirm-title' }, title),
      el('p', {}, body),
      el('form', { method: 'dialog', class: 'actions' },
        el('button', { class: 'button', value: 'no', autofocus: true }, no),
        el('button', { class: 'button danger', value: 'yes' }, yes)));
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
