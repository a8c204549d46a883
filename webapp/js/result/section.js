/** The result of a job: offered for download, and shown as far as a page can. */
import { askJson } from '../api.js';
import { el } from '../dom.js';
import { jobPath } from '../job/address.js';
import { trouble } from '../trouble.js';
import { downloads } from './downloads.js';
import { preview } from './preview.js';

/**
 * @param {{id: string, result: Object|undefined}} job one that succeeded
 * @returns {HTMLElement} fills itself as its parts arrive
 */
export function resultSection(job) {
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
  return el('section', { class: 'result', 'aria-labelledby': 'result-title' }, el('h2', { id: 'result-title' }, 'Result'), place);
}
