/** From a JSON Schema to the field that fits it. */
import { booleanField, choiceField } from './choice.js';
import { framed } from './group.js';
import { optionalField, rowsField } from './rows.js';
import { isExplained, picksField } from './picks.js';
import { kindOf, resolve } from './schema.js';
import { jsonField, listField, numberField, textField } from './text.js';

const MAKERS = {
  boolean: booleanField,
  choice: choiceField,
  number: numberField,
  text: textField,
  list: (about) => {
    const items = resolve(about.schema.items, about.root);
    return (isExplained(items) ? picksField : listField)({ ...about, items });
  },
  rows: rowsField,
  group: (about) => (about.required ? framed(about) : optionalField(about)),
  json: jsonField,
};

/**
 * @param {{schema: Object, root: Object, name: string, title: string, required: boolean}} about the schema, with references followed,
 *   the document it stands in, and the member's name there
 * @returns {import('./field.js').Field}
 */
export function makeField(about) {
  const field = MAKERS[kindOf(about.schema, about.root)](about);
  field.element.dataset.member = about.name;
  return field;
}
