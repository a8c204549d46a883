/** What a job was submitted with. */
import { ask, Refused } from '../api.js';
import { copyButton } from '../copy.js';
import { el } from '../dom.js';
import { describedBy } from '../result/alone.js';
import { downloads } from '../result/downloads.js';
import { trouble } from '../trouble.js';
import { jobPath } from './address.js';

/** @param {string} id of the job @returns {HTMLElement} fills itself */
export function inputSection(id) {
  const place = el('div', { class: 'stack', 'aria-busy': 'true' }, el('p', { class: 'soft' }, 'Fetching the input…'));
  const load = async () => {
    try {
      place.replaceChildren(...await input(id));
    } catch (error) {
      place.replaceChildren(isGone(error)
        ? el('p', { class: 'soft' }, 'The input is gone: it is kept for as long as its job, and this one is not there any more.')
        : trouble('The input could not be fetched', error, load));
    }
    place.removeAttribute('aria-busy');
  };
  load();
  return el('section', { class: 'panel part', id: 'input', 'aria-labelledby': 'input-title' }, el('h2', { id: 'input-title' }, 'Input'), place);
}

const isGone = (error) => error instanceof Refused && (error.code === 404 || error.code === 410);

async function input(id) {
  const answer = await ask(jobPath(id, 'input'), { headers: { Accept: 'application/json' } });
  const text = JSON.stringify(await answer.json(), null, 2);
  const hasFile = /rel="enclosure"/.test(answer.headers.get('Link') ?? '');
  const code = el('pre', {}, text);
  return [
    el('p', { class: 'soft' }, 'As it was submitted; kept for as long as the job.'),
    hasFile && downloads([await file(jobPath(id, 'input', 'file'))]),
    text === '{}' ? el('p', {}, hasFile ? 'No parameters came with the file.' : 'It needed no parameters.')
      : el('div', { class: 'with-copy' }, el('div', { class: 'scroller', tabindex: 0, role: 'region', 'aria-label': 'The parameters as JSON' }, code), copyButton('the parameters', () => text, code)),
  ].filter(Boolean);
}

async function file(url) {
  const { fileName, ...rest } = describedBy(await ask(url, { method: 'HEAD' }));
  return { ...rest, name: fileName || 'input', url };
}
