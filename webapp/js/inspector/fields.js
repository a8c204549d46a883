/** The fields of an inspection that a plain form doesn't have: an address with its method, headers, a body, and what may be done. */
import { el } from '../dom.js';
import { freshId, leaf } from '../form/field.js';

const METHODS = ['POST', 'PUT', 'PATCH', 'GET'];
const NAME = /^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/;
const VALUE = /^[\t -~]{0,4000}$/;

/** So many digits may not fit into a number of JavaScript's. */
const LONG_NUMBER = /\d{16}/;

/** @returns {import('../form/field.js').Field} */
export function urlField() {
  const control = el('input', { type: 'text', inputmode: 'url', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', maxlength: 2000, placeholder: 'https://api.example.com/jobs' });
  return leaf({
    title: 'URL', required: true, control, hint: 'Where your API takes submissions.',
    fill: (value) => { control.value = value ?? ''; },
    read: () => control.value.trim() || undefined,
    complaint: () => urlComplaint(control.value.trim()),
  });
}

function urlComplaint(text) {
  if (text === '') {
    return 'Fill this in.';
  }
  if (!/^https?:\/\/[^/]/i.test(text) || !URL.canParse(text)) {
    return 'Enter a whole URL that begins with http:// or https://.';
  }
  const { username, password, hash } = new URL(text);
  if (username || password) {
    return 'Leave user and password out of the URL: give them as a header, Authorization.';
  }
  return hash ? 'Leave out what follows the #: it is never sent to a server.' : '';
}

/** @returns {import('../form/field.js').Field} */
export function methodField() {
  const control = el('select', {}, ...METHODS.map((name) => el('option', {}, name)));
  return leaf({
    title: 'Method', control,
    fill: (value) => { control.value = METHODS.includes(value) ? value : METHODS[0]; },
    read: () => (control.value === METHODS[0] ? undefined : control.value),
    complaint: () => '',
  });
}

/** @returns {import('../form/field.js').Field} whose value is an object; undefined for none */
export function headersField() {
  const control = el('textarea', { rows: 3, class: 'mono', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', placeholder: 'Authorization: Bearer …' });
  const lines = () => control.value.split('\n').map((text) => {
    const colon = text.indexOf(':');
    return { text: text.trim(), name: text.slice(0, Math.max(0, colon)).trim(), value: text.slice(colon + 1).trim() };
  });
  return leaf({
    title: 'Headers', control,
    hint: 'One on each line. They go to the URL’s origin and to no other; secrets among them don’t stand in the report.',
    fill: (value) => { control.value = Object.entries(value ?? {}).map(([name, text]) => `${name}: ${text}`).join('\n'); },
    read: () => {
      const given = lines().filter(({ text }) => text);
      return given.length > 0 ? Object.fromEntries(given.map(({ name, value }) => [name, value])) : undefined;
    },
    complaint: () => lines().map((line, index) => [index + 1, lineComplaint(line, lines().slice(0, index))])
      .filter(([, wrong]) => wrong).map(([number, wrong]) => `Line ${number}: ${wrong}`).join(' '),
  });
}

function lineComplaint({ text, name, value }, before) {
  if (text === '') {
    return '';
  }
  if (!NAME.test(name)) {
    return 'write it as Name: value.';
  }
  if (!VALUE.test(value)) {
    return 'a value has letters, digits and signs of ASCII only.';
  }
  return before.some((one) => one.name.toLowerCase() === name.toLowerCase()) ? `${name} is there already.` : '';
}

/** @returns {import('../form/field.js').Field} whose value is what was entered, as JSON or as a text; undefined for nothing */
export function bodyField() {
  const control = el('textarea', { rows: 7, class: 'mono', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', placeholder: '{"seconds": 10}' });
  const raw = el('input', { type: 'checkbox', id: freshId() });
  const plain = el('div', { class: 'tick plain' }, raw, el('label', { for: raw.id }, 'Not JSON: send it as it is'));
  const field = leaf({
    title: 'Body', control, shown: el('div', { class: 'body-shown' }, control, plain),
    hint: 'Work that takes some ten seconds shows most: it can be watched while it runs.',
    fill: (value) => {
      raw.checked = typeof value === 'string' && complaintAboutJson(value) !== '';
      control.value = value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value, null, 2);
    },
    read: () => (control.value.trim() === '' ? undefined : raw.checked ? control.value : parsed(control.value)),
    complaint: () => (raw.checked || control.value.trim() === '' ? '' : complaintAboutJson(control.value)),
  });
  raw.addEventListener('change', () => field.flag(''));
  return field;
}

/** A text is sent letter by letter: so numbers keep their digits, and a string its quotes. */
function parsed(text) {
  const value = JSON.parse(text);
  return typeof value === 'string' || LONG_NUMBER.test(text) ? text : value;
}

function complaintAboutJson(text) {
  try {
    JSON.parse(text);
    return '';
  } catch (error) {
    const place = placeOf(error.message, text);
    return `This is not valid JSON${place ? `, from line ${place[0]}, character ${place[1]} on` : ''}.`;
  }
}

/** Each browser tells it in its own words, one of them not at all. */
function placeOf(message, text) {
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
  if (line) {
    return [line, column];
  }
  const [, position] = /at position (\d+)/.exec(message) ?? [];
  const before = position && text.slice(0, Number(position)).split('\n');
  return before && [before.length, before.at(-1).length + 1];
}

/**
 * @param {{title: string, on: string, off: string}} words its name, and what happens on the other side in either case
 * @returns {import('../form/field.js').Field}
 */
export function switchField({ title, on, off }) {
  const control = el('input', { type: 'checkbox', role: 'switch', class: 'switch' });
  return leaf({
    title, control, inline: true, hint: `On: ${on}\nOff: ${off}`,
    fill: (value) => { control.checked = value === true; },
    read: () => (control.checked ? true : undefined),
    complaint: () => '',
  });
}
