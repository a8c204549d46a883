/** What the rules looked for and did not find, and what they had nothing to look at for. */
import { ask } from '../api.js';
import { el } from '../dom.js';
import { trouble } from '../trouble.js';
import { counted } from '../words.js';

/**
 * @param {string} path of the report as JUnit XML, in which each rule is a test
 * @param {string[]} found ids of the rules that have findings
 * @param {string} withheld what wasn't allowed, in words; may be empty
 * @returns {HTMLElement} fills itself
 */
export function checkedSection(path, found, withheld) {
  const place = el('div', { class: 'stack', 'aria-busy': 'true' }, el('p', { class: 'soft' }, 'One moment…'));
  const load = async () => {
    try {
      place.replaceChildren(...shown(await rules(path), found, withheld));
    } catch (error) {
      place.replaceChildren(trouble('What was looked at could not be fetched', error, load));
    }
    place.removeAttribute('aria-busy');
  };
  load();
  return el('section', { class: 'part', id: 'checked', 'aria-labelledby': 'checked-title' }, el('h2', { id: 'checked-title' }, 'What it looked at'), place);
}

async function rules(path) {
  const text = await (await ask(path, { headers: { Accept: 'application/xml' } })).text();
  const tests = new DOMParser().parseFromString(text, 'application/xml').querySelectorAll('testcase');
  return [...tests].map((test) => {
    const id = test.getAttribute('name') ?? '';
    const words = test.textContent.trim().replace(/^Not seen: /, '');
    return { id, words: words || id.replaceAll('-', ' '), skipped: test.querySelector('skipped') !== null };
  });
}

function shown(all, found, withheld) {
  const absent = all.filter(({ id, skipped }) => !skipped && !found.includes(id));
  const skipped = all.filter((rule) => rule.skipped);
  return [
    el('p', { class: 'soft' }, `${counted(all.length, 'rule')} in all: ${found.length} found something, ${absent.length} found nothing wrong, ${skipped.length} had nothing to look at.`),
    absent.length > 0 && folded(`${counted(absent.length, 'fault')} that it looked for and didn’t find`, absent),
    skipped.length > 0 && folded(`${counted(skipped.length, 'fault')} that it couldn’t look for`, skipped,
      el('p', { class: 'small soft' }, `No exchange of the kind came about${withheld ? `; ${withheld}` : ''}.`)),
  ].filter(Boolean);
}

const folded = (title, list, ...before) => el('details', { class: 'checked' },
  el('summary', {}, title), ...before, el('ul', { class: 'checks-list' }, ...list.map(({ words }) => el('li', {}, words))));
