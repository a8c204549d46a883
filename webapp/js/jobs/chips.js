/** The statuses that are asked for, as buttons that stay down. */
import { el } from '../dom.js';
import { STATUSES, statusMark } from '../status.js';

/** @param {function(string[]): void} change called with the statuses that are down then */
export function makeChips(change) {
  const buttons = STATUSES.map((status) => el('button', { class: 'chip', type: 'button', 'aria-pressed': 'false', value: status, onclick: () => {
    press(status);
    change(down());
  } }, statusMark(status)));
  const down = () => buttons.filter((button) => button.getAttribute('aria-pressed') === 'true').map((button) => button.value);
  const set = (button, pressed) => button.setAttribute('aria-pressed', String(pressed));
  const press = (status) => {
    const button = buttons.find((one) => one.value === status);
    set(button, button.getAttribute('aria-pressed') !== 'true');
  };
  return {
    element: el('div', { class: 'chips', role: 'group', 'aria-label': 'Status' }, ...buttons),
    /** @param {string[]} statuses */
    show: (statuses) => buttons.forEach((button) => set(button, statuses.includes(button.value))),
  };
}
