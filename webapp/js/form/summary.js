/** Putting errors where they belong: beside their fields, and together above the form. */
import { el } from '../dom.js';
import { Refused } from '../api.js';
import { reason } from '../trouble.js';
import { counted, roughly, sentence } from '../words.js';
import { parsePointer } from './schema.js';

/**
 * Shows what is wrong.
 *
 * @param {HTMLElement} place above the form; gets the focus
 * @param {import('./field.js').Field} form
 * @param {Array<{path: string[], detail: string}>} problems
 */
export function showProblems(place, form, problems) {
  form.clear();
  const entries = problems.map(({ path, detail }) => {
    const { field, rest } = path.length > 0 ? form.find(path) : { field: form, rest: [] };
    return { field, text: /^\d+$/.test(rest[0] ?? '') ? `Line ${Number(rest[0]) + 1}: ${detail}` : detail };
  });
  const byField = new Map();
  entries.forEach(({ field, text }) => byField.set(field, [...(byField.get(field) ?? []), text]));
  byField.forEach((texts, field) => field !== form && field.flag(texts.join(' ')));
  announce(place, `${counted(entries.length, 'thing')} to put right`, el('ul', {},
    ...entries.map(({ field, text }) => el('li', {}, field === form ? text
      : el('a', { href: `#${field.target.id}`, onclick: (event) => { event.preventDefault(); field.target.focus(); } }, `${field.title}: ${text}`)))));
}

/**
 * Shows why the server didn't take the job.
 *
 * @param {HTMLElement} place @param {import('./field.js').Field} form @param {Refused} refused
 */
export function showRefusal(place, form, refused) {
  const errors = refused.problem.errors ?? [];
  if (errors.length > 0) {
    showProblems(place, form, errors.map((error) => ({ path: parsePointer(error.pointer ?? ''), detail: sentence(error.detail ?? refused.message) })));
  } else if ([413, 415].includes(refused.code) && form.find(['file']).field !== form) {
    showProblems(place, form, [{ path: ['file'], detail: reason(refused) }]);
  } else {
    form.clear();
    const next = advice(refused);
    announce(place, 'The job was not accepted', el('p', {}, reason(refused)), next && el('p', {}, next));
  }
}

function advice({ code, retryAfter }) {
  if (code === 0) {
    return 'What you entered is still here. Sending it again is safe: the job is only taken once.';
  }
  if (code === 503 || code === 429) {
    return `Try again in ${roughly(retryAfter ?? 30)}. What you entered is still here.`;
  }
  return code === 401 ? 'Sign in, then send it again.' : '';
}

function announce(place, title, ...body) {
  place.replaceChildren(el('div', { class: 'notice bad', role: 'alert' }, el('h2', {}, title), ...body));
  place.hidden = false;
  place.focus();
}
