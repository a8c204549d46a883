/** A form that makes something, on the page that lists what there is of it. */
import { el, show } from '../dom.js';
import { checksField } from '../form/checks.js';
import { group, makeFields } from '../form/group.js';
import { handsIn } from '../form/hand-in.js';

/**
 * @param {Object} about
 * @param {string} about.title what it makes
 * @param {string} about.button the words on the button that sends it
 * @param {Object} about.schema JSON Schema of what is asked for; lists of a few known values become checkboxes
 * @param {function(Object): Promise<void>} about.send hands it in
 * @returns {{opener: HTMLElement, element: HTMLElement}} a button that shows the form, and the form
 */
export function makeForm({ title, button, schema, send }) {
  const submit = el('button', { class: 'button primary', type: 'submit' }, button);
  const opener = el('button', { class: 'button', type: 'button', 'aria-expanded': 'false', onclick: () => open(form.element.hidden) }, title);
  const fields = fieldsOf(schema);
  const form = group({ title, fields, element: el('form', { novalidate: true, class: 'panel maker', hidden: true, 'aria-label': title }) });
  const { problems, refusal } = handsIn(form, submit, async (input) => {
    await send(input);
    form.fill({});
    open(false);
  });
  form.element.append(el('h2', {}, title), problems, ...Object.values(fields).map(({ element }) => element), refusal,
    el('div', { class: 'actions' }, submit, el('button', { class: 'button', type: 'button', onclick: () => open(false) }, 'Leave it')));
  const open = (shown) => {
    show(form.element, shown, opener);
    opener.setAttribute('aria-expanded', String(shown));
    if (shown) {
      form.target.focus();
    }
  };
  return { opener, element: form.element };
}

function fieldsOf(schema) {
  return Object.fromEntries(Object.entries(schema.properties).map(([name, property]) => {
    const required = schema.required?.includes(name) ?? false;
    if (property.items?.oneOf) {
      return [name, checksField({ title: property.title, hint: property.description, required,
        values: property.items.oneOf.map((one) => ({ value: one.const, title: one.title })) })];
    }
    return [name, makeFields({ properties: { [name]: property }, required: required ? [name] : [] }, schema)[name]];
  }));
}
