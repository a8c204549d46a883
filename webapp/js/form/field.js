/** The part every form field is made of, and the contract between fields. */
import { el, say } from '../dom.js';

/**
 * A field of the form: a single control, or several under one name.
 *
 * @typedef {Object} Field
 * @property {string} title
 * @property {HTMLElement} element
 * @property {function(): *} read its value; undefined if it says nothing beyond the default
 * @property {function(*): void} fill sets a value; undefined brings back the default
 * @property {function(): Array<{path: string[], detail: string}>} check what is wrong, in its own eyes
 * @property {function(string[]): {field: Field, rest: string[]}} find the innermost field on a path, and what is left of the path
 * @property {function(string): void} flag shows an error; empty takes it away
 * @property {function(): void} clear takes away all errors, inner ones too
 * @property {HTMLElement} target gets the focus when the error is followed
 */

let last = 0;

/** @returns {string} an element id of its own */
export const freshId = () => `f${(last += 1)}`;

/**
 * Wraps a control with its label, hint and place for an error.
 *
 * @param {Object} parts
 * @param {string} parts.title
 * @param {boolean} [parts.required]
 * @param {string} [parts.hint]
 * @param {HTMLElement} parts.control input, select or textarea
 * @param {HTMLElement} [parts.shown] what stands in the form, if that is more than the control
 * @param {boolean} [parts.inline] label after the control, as for a checkbox
 * @param {function(): *} parts.read
 * @param {function(*): void} parts.fill
 * @param {function(): string} parts.complaint what is wrong now; empty if nothing is
 * @returns {Field}
 */
export function leaf({ title, required, hint, control, shown = control, inline, read, fill, complaint }) {
  const id = freshId();
  const error = el('p', { class: 'field-error', id: `${id}-error`, hidden: true });
  const note = hint ? el('p', { class: 'hint', id: `${id}-hint` }, hint) : null;
  const label = el('label', { for: id }, title, required && el('span', { class: 'need' }, ' required'));
  control.id = id;
  if (required) {
    control.setAttribute('aria-required', 'true');
  }
  const describe = () => {
    const ids = [note?.id, error.hidden ? null : error.id].filter(Boolean).join(' ');
    ids ? control.setAttribute('aria-describedby', ids) : control.removeAttribute('aria-describedby');
  };
  const element = el('div', { class: inline ? 'field inline' : 'field' },
    ...(inline ? [el('div', { class: 'tick' }, shown, label), note] : [label, note, shown]), error);
  describe();
  const flag = (message) => {
    say(error, message);
    message ? control.setAttribute('aria-invalid', 'true') : control.removeAttribute('aria-invalid');
    describe();
  };
  control.addEventListener('input', () => flag(''));
  const field = { title, element, read, fill, flag, target: control };
  field.clear = () => flag('');
  field.find = (rest) => ({ field, rest });
  field.check = () => {
    const detail = complaint();
    return detail ? [{ path: [], detail }] : [];
  };
  return field;
}
