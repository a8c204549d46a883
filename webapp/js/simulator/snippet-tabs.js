/** Code that gives a status code's answer, in tabs. */
import { copyButton } from '../copy.js';
import { el } from '../dom.js';
import { makeTabs } from '../tabs.js';
import { keep, seen } from '../view.js';
import { answerSnippets } from './snippets.js';

const PARAMETER = 'in';

/** @param {Object} code an entry of GET /api/status @returns {HTMLElement} */
export function snippetTabs(code) {
  const tabs = answerSnippets(code).map(({ key, name, how, text }) => {
    const shown = el('code', {}, text);
    return { key, name, panel: el('div', {}, el('p', { class: 'small soft' }, how),
      el('div', { class: 'with-copy' },
        el('div', { class: 'scroller', tabindex: 0, role: 'region', 'aria-label': `${name} code` }, el('pre', { class: 'snippet' }, shown)),
        copyButton(`the ${name} code`, () => text, shown))) };
  });
  return el('section', { class: 'panel stack', 'aria-labelledby': 'snippets-title' },
    el('h2', { id: 'snippets-title' }, 'Give this answer yourself'),
    makeTabs('Frameworks', tabs, seen(PARAMETER), (key) => keep(PARAMETER, key)));
}
