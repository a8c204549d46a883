/** A link for somebody without an account: made by the server, shown here, and copied if the browser lets a page. */
import { ask, serverNow } from '../api.js';
import { copied } from '../copy.js';
import { el } from '../dom.js';
import { at } from '../words.js';
import { jobPath } from './address.js';

/**
 * @param {string} id of the job
 * @param {boolean} finished whether there is a result to be shown, and not a job to be followed
 * @returns {Promise<HTMLElement>} the link, selected, and what became of it
 * @throws {Refused} if the server makes none
 */
export async function share(id, finished) {
  const answer = await ask(jobPath(id, 'links'), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ to: finished ? 'result' : 'monitor' }),
  });
  const { page, expires } = await answer.json();
  const field = el('input', { type: 'text', readonly: true, value: page, 'aria-label': 'Link to this page', onfocus: () => field.select() });
  const until = `Whoever has this link sees ${finished ? 'the result' : 'the job'}, until ${at(new Date(expires), serverNow()).replace(/^(at|on) /, '')}.`;
  const there = await copied(page);
  return el('div', { class: 'notice share', role: 'status' }, el('p', {}, there ? 'Copied. ' : '', until), field);
}
