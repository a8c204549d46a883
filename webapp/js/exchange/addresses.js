/** All that is a job's, each with its address and what it is for. */
import { jobPath } from '../job/address.js';
import { el } from '../dom.js';

/** A method, a path below the job, what it is for; of those that don’t always work, the relation of the link that tells, and what is the case without it. */
const RESOURCES = [
  ['GET', [], 'The status monitor. Once the job has succeeded: 303 See Other, to the result'],
  ['GET', ['status'], 'The same, never a redirect'],
  ['GET', ['result'], 'The result', 'result', 'not now: 409 Conflict'],
  ['POST', ['cancel'], 'Asks it to stop', 'cancel', 'without effect by now'],
  ['POST', ['retry'], 'Runs it again', 'retry', 'not now: 409 Conflict'],
  ['GET', ['events'], 'What happens to it, as server-sent events', 'events', 'by now only how it ended'],
  ['GET', ['log'], 'What it has logged'],
  ['GET', ['files'], 'What it left beside its result'],
  ['GET', ['input'], 'What it was submitted with'],
  ['GET', ['deliveries'], 'What was sent by webhook'],
  ['GET', ['exchange'], 'What its clients have asked, and were answered'],
  ['DELETE', [], 'Removes it, result and all'],
];

/** @param {string} id of the job @returns {{element: HTMLElement, update: function(Object): void}} */
export function makeAddresses(id) {
  const rows = RESOURCES.map(([method, part, what, relation, otherwise]) => {
    const url = location.origin + jobPath(id, ...part);
    const words = el('span');
    const address = method === 'GET' && relation === undefined ? el('a', { href: url }, el('code', {}, url)) : el('code', { class: 'url' }, url);
    return {
      element: el('li', {}, el('code', { class: 'method' }, method), address, words),
      update(job) {
        const now = !relation || job.links?.[relation] !== undefined;
        words.textContent = now ? what : `${what} (${otherwise})`;
      },
    };
  });
  return {
    element: el('details', {}, el('summary', {}, 'All its addresses'), el('ul', { class: 'addresses small' }, ...rows.map(({ element }) => element))),
    update: (job) => rows.forEach((row) => row.update(job)),
  };
}
