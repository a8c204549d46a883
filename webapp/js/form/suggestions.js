/** Offering the datasets that are there wherever a form asks for one. */
import { askJson } from '../api.js';
import { el } from '../dom.js';
import { freshId } from './field.js';

/**
 * Adds suggestions to a form's field `dataset`, if it has one and the server knows any. Without them the form works as
 * well, so nothing is said if they can't be had.
 *
 * @param {import('./field.js').Field} form
 */
export async function suggestDatasets(form) {
  const control = form.element.querySelector('[data-member="dataset"] input');
  if (!control) {
    return;
  }
  const { datasets } = await askJson('/api/datasets').catch(() => ({ datasets: [] }));
  if (datasets.length > 0) {
    const id = freshId();
    control.after(el('datalist', { id }, ...datasets.map(({ name }) => el('option', { value: name }))));
    control.setAttribute('list', id);
  }
}
