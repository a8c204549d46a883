/** Fields with a given set of values: a checkbox, a menu. */
import { el } from '../dom.js';
import { leaf } from './field.js';
import { choices } from './schema.js';

/** @param {{title: string, schema: Object, required: boolean}} about @returns {import('./field.js').Field} */
export function booleanField({ title, schema, required }) {
  const control = el('input', { type: 'checkbox' });
  const usual = schema.default ?? false;
  control.checked = usual;
  return leaf({
    title, control, inline: true, hint: schema.description,
    fill: (value) => { control.checked = value ?? usual; },
    read: () => (control.checked === usual && !required ? undefined : control.checked),
    complaint: () => '',
  });
}

/** @param {{title: string, schema: Object, required: boolean}} about @returns {import('./field.js').Field} */
export function choiceField({ title, schema, required }) {
  const values = choices(schema);
  const position = (value) => values.findIndex((one) => one.value === value);
  const usual = position(schema.default);
  const control = el('select', {},
    usual < 0 && el('option', { value: -1 }, required ? 'Choose…' : 'Not set'),
    ...values.map((one, index) => el('option', { value: index }, one.title)));
  const fill = (value) => { control.value = String(value === undefined ? usual : position(value)); };
  fill(undefined);
  const chosen = () => Number(control.value);
  return leaf({
    title, required: required && usual < 0, control, hint: schema.description, fill,
    read: () => (chosen() < 0 || (chosen() === usual && !required) ? undefined : values[chosen()].value),
    complaint: () => (required && chosen() < 0 ? 'Choose one.' : ''),
  });
}
