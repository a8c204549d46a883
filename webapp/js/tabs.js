/** Tabs: one panel at a time, chosen by click or by arrow keys (ARIA Authoring Practices, tabs with automatic activation). */
import { el } from './dom.js';

/**
 * @param {string} label what the tabs are about
 * @param {Array<{key: string, name: string, panel: HTMLElement}>} tabs
 * @param {string} chosen the key of the one that is open first
 * @param {function(string): void} opened told the key of one that was chosen
 * @returns {HTMLElement}
 */
export function makeTabs(label, tabs, chosen, opened) {
  const buttons = tabs.map(({ key, name, panel }) => {
    panel.id = `panel-${key}`;
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', `tab-${key}`);
    return el('button', { type: 'button', role: 'tab', id: `tab-${key}`, 'aria-controls': panel.id, onclick: () => choose(key) }, name);
  });
  const open = (key) => tabs.forEach((tab, index) => {
    const here = tab.key === key;
    tab.panel.hidden = !here;
    buttons[index].setAttribute('aria-selected', String(here));
    buttons[index].tabIndex = here ? 0 : -1;
  });
  const choose = (key) => {
    open(key);
    opened(key);
  };
  const move = (event) => {
    const now = buttons.indexOf(document.activeElement);
    const next = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      const index = (next + buttons.length) % buttons.length;
      buttons[index].focus();
      choose(tabs[index].key);
    }
  };
  open(tabs.some((tab) => tab.key === chosen) ? chosen : tabs[0].key);
  return el('div', { class: 'tabs' },
    el('div', { role: 'tablist', 'aria-label': label, onkeydown: move }, ...buttons), ...tabs.map(({ panel }) => panel));
}
