/** Reading a JSON Schema (2020-12) for what a form needs of it. Whatever it can't tell, the server checks. */

/**
 * Follows `$ref` within the document.
 *
 * @param {Object} schema @param {Object} root @returns {Object} with the members that stand beside the reference winning
 */
export function resolve(schema, root) {
  if (schema === true || schema === undefined) {
    return {};
  }
  if (!schema.$ref?.startsWith('#')) {
    return schema;
  }
  const target = parsePointer(schema.$ref).reduce((node, step) => node?.[step], root);
  const { $ref, ...beside } = schema;
  return { ...resolve(target, root), ...beside };
}

/** @param {string} pointer JSON Pointer, perhaps as a fragment @returns {string[]} its steps, unescaped */
export function parsePointer(pointer) {
  const bare = pointer.replace(/^#/, '').replace(/^\//, '');
  return bare === '' ? [] : bare.split('/').map((step) => decode(step).replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** A pointer outside a fragment may hold a lone percent sign. */
function decode(step) {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}

/** @param {Object} schema resolved @returns {string} choice, boolean, number, text, list, rows, group or json */
export function kindOf(schema, root) {
  if (choices(schema)) {
    return 'choice';
  }
  switch (typeOf(schema)) {
    case 'boolean':
      return 'boolean';
    case 'integer':
    case 'number':
      return 'number';
    case 'string':
      return 'text';
    case 'array':
      return arrayKind(resolve(schema.items, root), root);
    case 'object':
      return schema.properties ? 'group' : 'json';
    default:
      return schema.properties ? 'group' : 'json';
  }
}

/** @param {Object} schema @returns {string|undefined} its type, null left aside; undefined if there are several or none */
export function typeOf(schema) {
  const types = [schema.type ?? []].flat().filter((type) => type !== 'null');
  return types.length === 1 ? types[0] : undefined;
}

/** @param {Object} schema @returns {Array<{value: *, title: string}>|undefined} if it is a list of values to choose from */
export function choices(schema) {
  const values = schema.enum?.filter((value) => value !== null).map((value) => ({ value, title: String(value) }));
  const named = (schema.oneOf ?? schema.anyOf)?.every((one) => 'const' in one)
    ? (schema.oneOf ?? schema.anyOf).map((one) => ({ value: one.const, title: one.title ?? String(one.const) }))
    : undefined;
  return values ?? named;
}

/** @param {Object} schema @param {string} name the member's name @returns {string} its title, or the name as words */
export function titleOf(schema, name) {
  const words = name.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/[_-]+/g, ' ').toLowerCase();
  return schema.title ?? words.charAt(0).toUpperCase() + words.slice(1);
}

/** @param {Object} schema of a string @returns {boolean} whether it is an ISO 8601 duration, by its format or its pattern */
export const isDuration = (schema) => schema.format === 'duration' || /^\^P[T(]/.test(schema.pattern ?? '');

/** @param {Object} schema @returns {string} an example as text; empty if there is none */
export function exampleOf(schema) {
  const example = schema.examples?.[0];
  return example === undefined ? '' : typeof example === 'string' ? example : JSON.stringify(example);
}

function arrayKind(items, root) {
  const kind = kindOf(items, root);
  return { group: 'rows', text: 'list', number: 'list', choice: 'list' }[kind] ?? 'json';
}
