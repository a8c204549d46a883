/** What is wrong right now, in words: the first that whoever opens the page should see. */
import { el } from '../dom.js';

const KINDS = { error: 'notice bad', warning: 'notice wait', info: 'notice' };

/** @returns {{element: HTMLElement, update: function(Object): void}} */
export function makeTroubles() {
  const list = el('ul', { class: 'troubles' });
  const element = el('section', { 'aria-labelledby': 'troubles' },
    el('h2', { id: 'troubles', class: 'unseen' }, 'Right now'), el('div', { role: 'status' }, list));
  let drawn = '';
  return {
    element,
    update({ troubles }) {
      const state = JSON.stringify(troubles);
      if (state === drawn) {
        return;
      }
      // A link that is followed by keyboard stays where it is, as long as its trouble lasts.
      const focused = document.activeElement?.closest('.troubles li')?.dataset.code;
      drawn = state;
      list.replaceChildren(...(troubles.length > 0 ? troubles.map(one) : [el('li', { class: 'notice good' }, 'All is well.')]));
      list.querySelector(`li[data-code="${focused}"] a`)?.focus();
    },
  };
}

function one({ code, severity, detail, see }) {
  return el('li', { class: KINDS[severity] ?? 'notice', 'data-code': code },
    el('span', {}, detail), see && ' ', see && el('a', { href: see }, 'Look'));
}
