/** A field that holds any number of objects, or one that may be left out. */
import { el, say } from '../dom.js';
import { freshId } from './field.js';
import { framed } from './group.js';
import { resolve } from './schema.js';

/**
 * A list of objects: none at first, a button adds one.
 *
 * @param {{title: string, schema: Object, root: Object}} about @returns {import('./field.js').Field}
 */
export function rowsField({ title, schema, root }) {
  const items = resolve(schema.items, root);
  const one = items.title ?? singular(title);
  return repeated({ title, hint: schema.description, one, items, root, most: schema.maxItems ?? Infinity, numbered: true,
    read: (values) => (values.length > 0 ? values : undefined), fill: (value) => value ?? [],
    step: (index) => [String(index)], rowAt: ([index, ...rest]) => [Number(index), rest] });
}

/**
 * An object that is only sent once it was added.
 *
 * @param {{title: string, schema: Object, root: Object}} about @returns {import('./field.js').Field}
 */
export function optionalField({ title, schema, root }) {
  return repeated({ title, hint: schema.description, one: title, items: schema, root, most: 1, numbered: false,
    read: (values) => values[0], fill: (value) => (value === undefined ? [] : [value]),
    step: () => [], rowAt: (path) => [0, path] });
}

function repeated({ title, hint, one, items, root, most, numbered, read, fill, step, rowAt }) {
  const id = freshId();
  const list = el('div', { class: 'rows' });
  const error = el('p', { class: 'field-error', id: `${id}-error`, hidden: true });
  const rows = [];
  const add = el('button', { class: 'button small', type: 'button', id: `${id}-add`, 'aria-describedby': error.id,
    onclick: () => append().target.focus() }, `Add ${lower(one)}`);
  const heading = el('p', { class: 'many-title', id }, title);
  const refresh = () => {
    heading.hidden = !numbered && rows.length > 0;
    add.hidden = rows.length >= most;
    rows.forEach((row, index) => { row.element.querySelector('legend').textContent = numbered ? `${one} ${index + 1}` : one; });
    say(error, '');
  };
  const append = () => {
    const row = framed({ schema: items, root, title: one, remove: () => {
      const index = rows.indexOf(row);
      rows.splice(index, 1);
      row.element.remove();
      refresh();
      (rows[index] ?? rows[index - 1])?.target.focus() ?? add.focus();
    } });
    rows.push(row);
    list.append(row.element);
    refresh();
    return row;
  };
  const field = {
    title,
    element: el('div', { class: 'field many', role: 'group', 'aria-labelledby': id },
      heading, hint && el('p', { class: 'hint' }, hint), list, add, error),
    target: add,
    read: () => read(rows.map((row) => row.read())),
    fill: (value) => {
      rows.splice(0).forEach((row) => row.element.remove());
      fill(value).forEach((each) => append().fill(each));
      refresh();
    },
    check: () => rows.flatMap((row, index) => row.check().map(({ path, detail }) => ({ path: [...step(index), ...path], detail }))),
    clear: () => { say(error, ''); rows.forEach((row) => row.clear()); },
    flag: (message) => say(error, message),
    find: (path) => {
      const [index, rest] = rowAt(path);
      return rows[index] ? rows[index].find(rest) : { field, rest: [] };
    },
  };
  refresh();
  return field;
}

const lower = (words) => (/^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words);

const singular = (words) => words.replace(/ by$/, '').replace(/ies$/, 'y').replace(/([^s])s$/, '$1');
