/** The fields for a schedule's type of job and for what each job gets, which is another form for each type. */
import { el, say } from '../dom.js';
import { choiceField } from '../form/choice.js';
import { group, makeFields } from '../form/group.js';
import { suggestDatasets } from '../form/suggestions.js';
import { jsonField } from '../form/text.js';

/** @param {Array<Object>} types that may be chosen @returns {import('../form/field.js').Field} whose value is a type's name */
export function typeField(types) {
  return choiceField({ title: 'Type of job', required: true,
    schema: { oneOf: types.map(({ name, title }) => ({ const: name, title })), ...(types.length === 1 && { default: types[0].name }) } });
}

/**
 * The input of a type that is yet to be chosen. What was entered for one that was chosen before is still there when it
 * is chosen again.
 *
 * @param {Array<Object>} types
 * @returns {import('../form/field.js').Field & {choose: function(string|undefined): void}}
 */
export function inputField(types) {
  const made = new Map();
  const words = el('p', { class: 'hint' });
  const place = el('div', { class: 'fields' });
  const element = el('fieldset', { class: 'topic', hidden: true }, el('legend', {}, 'What each job gets'), words, place);
  let current;
  const field = {
    title: 'What each job gets',
    element,
    get target() { return current?.target; },
    read: () => current?.read(),
    fill: (value) => current?.fill(value),
    check: () => current?.check() ?? [],
    clear: () => current?.clear(),
    flag: (message) => current?.flag(message),
    find: (path) => (current && path.length > 0 ? current.find(path) : { field, rest: [] }),
    choose(name) {
      const type = types.find((one) => one.name === name);
      element.hidden = !type;
      if (!type) {
        current = undefined;
        place.replaceChildren();
        return;
      }
      current = made.get(name) ?? made.set(name, fieldsOf(type)).get(name);
      say(words, [type.description, type.file === 'optional' && 'A scheduled job comes without a file.'].filter(Boolean).join(' '));
      place.replaceChildren(current.element);
    },
  };
  return field;
}

/** One field for the whole of it, where its schema names no members. */
function fieldsOf({ title, inputSchema }) {
  if (Object.keys(inputSchema.properties ?? {}).length === 0) {
    return jsonField({ title: 'Input', schema: { type: 'object' }, required: false });
  }
  const fields = makeFields(inputSchema, inputSchema);
  const whole = group({ title, fields, element: el('div', { class: 'fields' }, ...Object.values(fields).map(({ element }) => element)) });
  suggestDatasets(whole);
  return whole;
}
