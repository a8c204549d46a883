/** Snippets in tabs, each to be copied. */
import { copyButton } from '../copy.js';
import { el } from '../dom.js';
import { makeTabs } from '../tabs.js';
import { keep, seen } from '../view.js';
import { snippets } from './snippets.js';

const PARAMETER = 'code';

/**
 * @param {string} id of the job
 * @param {boolean} signIn whether the server wants to know who calls
 * @returns {HTMLElement}
 */
export function codeTabs(id, signIn) {
  const urls = { api: `${location.origin}/api`, job: `${location.origin}/api/jobs/${id}`, client: `${location.origin}/js/client.js` };
  const tabs = snippets(urls, signIn).map(({ key, name, how, text }) => {
    const code = el('code', {}, text);
    return { key, name, panel: el('div', {}, el('p', { class: 'small soft' }, how),
      el('div', { class: 'with-copy' },
        el('div', { class: 'scroller', tabindex: 0, role: 'region', 'aria-label': `${name} code` }, el('pre', { class: 'snippet' }, code)),
        copyButton(`the ${name} code`, () => text, code))) };
  });
  return el('div', { class: 'stack' },
    el('h3', {}, 'Follow it from a program'),
    el('p', { class: 'soft' }, 'Each of these follows this job to its end, as often as the server says and no oftener, and fetches its result.'),
    signIn && el('p', { class: 'notice' }, 'This server wants to know who calls: each request needs a header ', el('code', {}, 'Authorization: Bearer …'),
      ' with an API key or a token. The snippets take it from the environment variable ', el('code', {}, 'ACCEPTED_TOKEN'), '; in JavaScript, put it in the place of the dots.'),
    makeTabs('Languages', tabs, seen(PARAMETER), (key) => keep(PARAMETER, key)));
}
