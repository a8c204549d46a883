/** Fields for text, numbers, dates, durations, lists of values and raw JSON. */
import { el } from '../dom.js';
import { duration } from '../words.js';
import { complaintAbout, durationHint } from './check.js';
import { leaf } from './field.js';
import { exampleOf, isDuration, typeOf } from './schema.js';

const REQUIRED = 'Fill this in.';
const LONG = 300;

/** A field whose control holds text; `toText` and `fromText` are each other's inverse, and `fromText` may throw. */
function typed({ title, schema, required, hint, control, shown, toText, fromText, complaint }) {
  const show = (value) => {
    control.value = value === undefined ? '' : toText(value);
    control.dispatchEvent(new Event('input'));
  };
  const parsed = () => (control.value.trim() === '' ? undefined : fromText(control.value));
  const field = leaf({
    title, required, hint, control, shown,
    fill: (value) => show(value ?? schema.default),
    read: () => {
      const value = parsed();
      return !required && same(value, schema.default) ? undefined : value;
    },
    complaint: () => {
      try {
        if (control.validity.badInput) {
          return 'Enter a number.';
        }
        const value = parsed();
        return value === undefined ? (required ? REQUIRED : '') : complaint(value);
      } catch {
        return 'This is not valid JSON.';
      }
    },
  });
  show(schema.default);
  return field;
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** @param {{title: string, schema: Object, required: boolean}} about @returns {import('./field.js').Field} */
export function textField({ title, schema, required }) {
  if (isDuration(schema)) {
    return durationField({ title, schema, required });
  }
  const long = schema.maxLength > LONG || schema.contentMediaType;
  const moment = schema.format === 'date-time';
  const control = long
    ? el('textarea', { rows: 4, placeholder: exampleOf(schema) })
    : el('input', { type: moment ? 'datetime-local' : schema.format === 'date' ? 'date' : 'text',
      inputmode: schema.format === 'uri' && 'url', placeholder: exampleOf(schema), autocomplete: 'off', spellcheck: 'false' });
  return typed({
    title, schema, required, control, hint: schema.description,
    toText: (value) => (moment ? localMoment(new Date(value)) : String(value)),
    fromText: (text) => (moment ? new Date(text).toISOString() : text),
    complaint: (value) => complaintAbout(schema, value),
  });
}

/** Says beside the control what the duration comes to. */
function durationField({ title, schema, required }) {
  const control = el('input', { type: 'text', placeholder: exampleOf(schema) || 'PT30S', autocomplete: 'off', spellcheck: 'false' });
  const words = el('output', { class: 'soft' });
  control.addEventListener('input', () => { words.textContent = durationHint(control.value.trim(), duration); });
  return typed({
    title, schema, required, control, shown: el('div', { class: 'beside' }, control, words),
    hint: [schema.description, 'PT30S is 30 seconds, PT1M30S a minute and a half.'].filter(Boolean).join(' '),
    toText: String, fromText: (text) => text.trim(),
    complaint: (value) => complaintAbout(schema, value),
  });
}

/** @param {{title: string, schema: Object, required: boolean}} about @returns {import('./field.js').Field} */
export function numberField({ title, schema, required }) {
  const control = el('input', { type: 'number', min: schema.minimum, max: schema.maximum, placeholder: exampleOf(schema),
    step: typeOf(schema) === 'integer' ? 1 : 'any', inputmode: typeOf(schema) === 'integer' ? 'numeric' : 'decimal' });
  return typed({
    title, schema, required, control, hint: schema.description,
    toText: String, fromText: Number, complaint: (value) => complaintAbout(schema, value),
  });
}

/** A list of texts, numbers or choices: one on each line. @returns {import('./field.js').Field} */
export function listField({ title, schema, items, required }) {
  const numeric = ['integer', 'number'].includes(typeOf(items));
  const control = el('textarea', { rows: 3, placeholder: exampleOf(items), spellcheck: 'false' });
  const known = items.enum ? `Any of: ${items.enum.join(', ')}.` : '';
  return typed({
    title, schema, required, control, hint: [schema.description, 'One on each line.', known].filter(Boolean).join(' '),
    toText: (values) => values.join('\n'),
    fromText: (text) => text.split('\n').map((line) => line.trim()).filter(Boolean).map(numeric ? Number : String),
    complaint: (values) => values.map((value, index) => [index + 1, complaintAbout(items, value)])
      .filter(([, wrong]) => wrong).map(([line, wrong]) => `Line ${line}: ${wrong}`).join(' '),
  });
}

/** Anything else: text is taken as it stands unless it reads as JSON, or the schema wants an object. @returns {import('./field.js').Field} */
export function jsonField({ title, schema, required }) {
  const strict = ['object', 'array'].includes(typeOf(schema));
  const control = strict
    ? el('textarea', { rows: 4, placeholder: exampleOf(schema) || (typeOf(schema) === 'object' ? '{"name": "value"}' : '[]'), spellcheck: 'false' })
    : el('input', { type: 'text', placeholder: exampleOf(schema), autocomplete: 'off', spellcheck: 'false' });
  const reads = (text) => {
    try {
      return JSON.parse(text);
    } catch (error) {
      if (strict) {
        throw error;
      }
      return text;
    }
  };
  return typed({
    title, schema, required, control, hint: [schema.description, strict ? 'As JSON.' : takesLists(schema) && 'Several are written ["one", "two"].'].filter(Boolean).join(' '),
    toText: (value) => (typeof value === 'string' && reads(value) === value ? value : JSON.stringify(value)),
    fromText: reads, complaint: () => '',
  });
}

const takesLists = (schema) => (schema.anyOf ?? schema.oneOf ?? []).some((one) => one.type === 'array');

/** As `datetime-local` wants it: without a zone, in the visitor's. */
function localMoment(date) {
  return new Date(date.getTime() - date.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
}
