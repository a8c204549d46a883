/** What can be said of a single value before the server sees it. */
import { count, isoSeconds } from '../words.js';
import { isDuration, typeOf } from './schema.js';

/**
 * @param {Object} schema of a string or a number
 * @param {*} value never undefined
 * @returns {string} a sentence that says how to put it right; empty if nothing is wrong
 */
export function complaintAbout(schema, value) {
  return typeof value === 'number' ? aboutNumber(schema, value) : aboutText(schema, String(value));
}

function aboutNumber(schema, value) {
  if (typeOf(schema) === 'integer' && !Number.isInteger(value)) {
    return 'Enter a whole number.';
  }
  if (value < (schema.minimum ?? -Infinity)) {
    return `Enter ${count(schema.minimum)} or more.`;
  }
  if (value > (schema.maximum ?? Infinity)) {
    return `Enter ${count(schema.maximum)} or less.`;
  }
  if (value <= (schema.exclusiveMinimum ?? -Infinity)) {
    return `Enter more than ${count(schema.exclusiveMinimum)}.`;
  }
  return value >= (schema.exclusiveMaximum ?? Infinity) ? `Enter less than ${count(schema.exclusiveMaximum)}.` : '';
}

function aboutText(schema, value) {
  const length = [...value].length;
  if (length > (schema.maxLength ?? Infinity)) {
    return `Enter at most ${count(schema.maxLength)} characters; these are ${count(length)}.`;
  }
  if (length < (schema.minLength ?? 0)) {
    return `Enter at least ${count(schema.minLength)} characters.`;
  }
  const fits = !schema.pattern || matches(schema.pattern, value);
  if (isDuration(schema) && !(fits && value.startsWith('P'))) {
    return 'Enter a duration such as PT30S (30 seconds) or PT5M (5 minutes).';
  }
  if (!fits) {
    return `This doesn’t have the right form: ${schema.pattern}`;
  }
  return '';
}

/** A pattern this browser can't read is left to the server. */
function matches(pattern, value) {
  try {
    return new RegExp(pattern, 'u').test(value);
  } catch {
    return true;
  }
}

/** @param {string} text @returns {string} an ISO 8601 duration in words; empty if it can't be told */
export function durationHint(text, words) {
  const seconds = isoSeconds(text);
  return seconds === undefined ? '' : `= ${words(seconds)}`;
}
