/** The result of a job: offered for download, and shown as far as a page can. */
import { askJson } from '../api.js';
import { el } from '../dom.js';
import { jobPath } from '../job/address.js';
import { trouble } from '../trouble.js';
import { downloads } from './downloads.js';
import { preview } from './preview.js';

/** Types whose results a page of its own shows. */
const MORE = { inspection: ({ id }) => el('p', { class: 'result-more' }, el('a', { class: 'button', href: `/inspector?job=${encodeURIComponent(id)}` }, 'Read the report')) };

/**
 * @param {{id: string, result: Object|undefined}} job one that succeeded
 * @param {HTMLElement} [more] stands above all else
 * @returns {HTMLElement} fills itself as its parts arrive
 */
export function resultSection(job, more) {
  const place = el('div', { class: 'stack', 'aria-busy': 'true' }, el('p', { class: 'soft' }, 'Fetching the result…'));
  const load = async () => {
    try {
      const { files } = await askJson(jobPath(job.id, 'files'));
      const result = job.result && { ...job.result, url: jobPath(job.id, 'result') };
      const shown = result && await preview(result, files);
      const offered = [result && { ...result, name: result.fileName || 'result' }, ...files].filter(Boolean);
      place.replaceChildren(...[
        offered.length > 0 ? downloads(offered) : el('p', { class: 'soft' }, 'This job leaves nothing behind: that it is done is the result.'),
        shown,
      ].filter(Boolean));
    } catch (error) {
      place.replaceChildren(trouble('The result could not be fetched', error, load));
    }
    place.removeAttribute('aria-busy');
  };
  load();
  return el('section', { class: 'result', 'aria-labelledby': 'result-title' }, el('h2', { id: 'result-title' }, 'Result'), more, place);
}

/** Shows the result of a job that succeeded, once; of any other, nothing. @param {HTMLElement} place @param {Object} job */
export function showResult(place, job) {
  if (job.status !== 'succeeded') {
    place.replaceChildren();
  } else if (!place.firstChild) {
    place.append(resultSection(job, MORE[job.type]?.(job)));
  }
}
