/** JSON whose numbers keep all of their digits, as far as this browser tells them. */

/**
 * @param {string} text
 * @returns {*} what it holds, numbers as they are written there; in browsers that don't tell, those beyond 15 digits are
 *   rounded as JavaScript rounds them
 */
export const parseExactly = (text) =>
  JSON.parse(text, (_, value, context) => (typeof value === 'number' ? context?.source ?? value : value));
