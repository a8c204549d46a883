/** Fields made of fields: an object, an object that may be left out, a list of objects. */
import { el } from '../dom.js';
import { makeField } from './make.js';
import { resolve, titleOf } from './schema.js';

/**
 * One field for each property of an object.
 *
 * @param {Object} schema of the object @param {Object} root the whole document
 * @returns {Object<string, import('./field.js').Field>} in the schema's order
 */
export function makeFields(schema, root) {
  return Object.fromEntries(Object.entries(schema.properties).map(([name, property]) => [name, makeField({
    schema: resolve(property, root), root, name, title: titleOf(resolve(property, root), name),
    required: schema.required?.includes(name) ?? false,
  })]));
}

/**
 * Several fields that together are one object.
 *
 * @param {{title: string, fields: Object<string, import('./field.js').Field>, element: HTMLElement}} parts
 * @returns {import('./field.js').Field}
 */
export function group({ title, fields, element }) {
  const all = Object.entries(fields);
  const field = {
    title,
    element,
    target: all[0][1].target,
    read: () => Object.fromEntries(all.map(([name, inner]) => [name, inner.read()]).filter(([, value]) => value !== undefined)),
    fill: (value) => all.forEach(([name, inner]) => inner.fill(value?.[name])),
    check: () => all.flatMap(([name, inner]) => under(name, inner.check())),
    clear: () => all.forEach(([, inner]) => inner.clear()),
    flag: (message) => all[0][1].flag(message),
    find: ([step, ...rest]) => (fields[step] ? fields[step].find(rest) : { field, rest: [] }),
  };
  return field;
}

/** @param {string} step @param {Array<{path: string[], detail: string}>} problems @returns {Array<{path: string[], detail: string}>} the same, one level further down */
export const under = (step, problems) => problems.map(({ path, detail }) => ({ path: [step, ...path], detail }));

/** The fields of one object inside a frame with a name and a button that takes it out again. */
export function framed({ schema, root, title, remove }) {
  const fields = makeFields(schema, root);
  const legend = el('legend', {}, title);
  const button = remove && el('button', { class: 'button small quiet', type: 'button', onclick: remove },
    'Remove', el('span', { class: 'unseen' }, ` ${title}`));
  const element = el('fieldset', { class: 'frame' }, legend,
    el('div', { class: 'frame-fields' }, ...Object.values(fields).map((inner) => inner.element)), button);
  return group({ title, fields, element });
}
