/** What the address of a form says of its input: `?dataset=cities` fills that field in. */
import { choices, resolve, typeOf } from './schema.js';

/**
 * @param {URLSearchParams} query
 * @param {Object} schema of the input
 * @returns {Object|undefined} the members that are texts, numbers or choices of texts; undefined if there are none
 */
export function given(query, schema) {
  const members = Object.entries(schema.properties ?? {})
    .filter(([name]) => query.has(name))
    .map(([name, property]) => [name, read(query.get(name), resolve(property, schema))])
    .filter(([, value]) => value !== undefined);
  return members.length > 0 ? Object.fromEntries(members) : undefined;
}

function read(text, schema) {
  const known = choices(schema);
  if (known) {
    return known.find(({ value }) => value === text)?.value;
  }
  switch (typeOf(schema)) {
    case 'string':
      return text;
    case 'integer':
    case 'number':
      return text.trim() === '' || Number.isNaN(Number(text)) ? undefined : Number(text);
    default:
      return undefined;
  }
}
