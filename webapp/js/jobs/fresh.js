/** Jobs that belong to the first page and aren't shown yet. Their number is all that the page needs of them. */
import { count, counted } from '../words.js';

const MOST = 1000;

/** @returns {Object} */
export function makeFresh() {
  const sure = new Set();
  const unsure = new Set();
  return {
    /** @param {string} id @param {'yes'|'no'|'maybe'} fits whether it belongs to the list */
    note(id, fits) {
      sure.delete(id);
      unsure.delete(id);
      const place = { yes: sure, maybe: unsure }[fits];
      if (place && place.size < MOST) {
        place.add(id);
      }
    },
    clear() {
      sure.clear();
      unsure.clear();
    },
    /** @returns {string} such as "12 new jobs"; empty if there are none */
    words() {
      if (sure.size > 0) {
        return sure.size >= MOST ? `More than ${count(MOST - 1)} new jobs` : counted(sure.size, 'new job');
      }
      return unsure.size > 0 ? 'Look for new jobs' : '';
    },
  };
}
