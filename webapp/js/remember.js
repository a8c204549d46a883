/** What this tab handed in, so that it can be handed in again. Gone when the tab is closed. */

const PREFIX = 'accepted.input.';
const MOST = 50_000;

/**
 * @param {string} id of the job @param {Object} input without a file; large ones are not kept
 */
export function remember(id, input) {
  const text = JSON.stringify(input);
  if (text.length <= MOST) {
    try {
      sessionStorage.setItem(PREFIX + id, text);
    } catch (error) {
      // Storage is full or forbidden here: the job then can't be repeated by a click, and that is all.
      console.info('The input is not remembered:', error.message);
    }
  }
}

/** @param {string} id @returns {Object|undefined} */
export function recall(id) {
  try {
    return JSON.parse(sessionStorage.getItem(PREFIX + id)) ?? undefined;
  } catch {
    return undefined;
  }
}
