/** What a link to the result shows, which tells nothing else of its job: the result, once it is there. */
import { ask, Refused } from '../api.js';
import { sleep } from '../client/wait.js';
import { el } from '../dom.js';
import { jobPath } from '../job/address.js';
import { resultSection } from './section.js';

/**
 * @param {string} id of the job
 * @param {function(number): void} early told while there is no result yet, with the seconds until the next look
 * @returns {Promise<HTMLElement>}
 * @throws {Refused} if there will be none
 */
export async function resultAlone(id, early) {
  for (;;) {
    try {
      const answer = await ask(jobPath(id, 'result'), { method: 'HEAD' });
      document.title = 'Result · Accepted';
      return el('div', { class: 'stack' }, el('h1', { class: 'unseen', tabindex: -1 }, 'Ready'), resultSection({ id, result: describedBy(answer) }));
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 409 || error.retryAfter === undefined) {
        throw error;
      }
      early(error.retryAfter);
      await sleep(error.retryAfter, true);
    }
  }
}

/** @param {Response} answer @returns {Object|undefined} what its headers say of a result or a file; undefined if there is none */
export function describedBy({ status, headers }) {
  const [, fileName] = /filename="([^"]*)"/.exec(headers.get('Content-Disposition') ?? '') ?? [];
  return status === 204 ? undefined
    : { mediaType: headers.get('Content-Type') ?? '', length: Number(headers.get('Content-Length')), fileName };
}
