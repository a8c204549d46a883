/** Handing in a form: once at a time, and what keeps it from that is told where it belongs. */
import { el, say } from '../dom.js';
import { reason } from '../trouble.js';
import { sentence } from '../words.js';
import { parsePointer } from './schema.js';
import { showProblems } from './summary.js';

/**
 * @param {import('./field.js').Field} form whose element is the form
 * @param {HTMLElement} submit its button
 * @param {function(Object): Promise<void>} send gets what was entered
 * @returns {{problems: HTMLElement, refusal: HTMLElement}} to be placed above the fields, and at the button
 */
export function handsIn(form, submit, send) {
  const problems = el('div', { class: 'problems', tabindex: -1, hidden: true });
  const refusal = el('p', { class: 'field-error', role: 'alert', hidden: true });
  const refused = (error) => {
    const errors = error.problem?.errors ?? [];
    if (errors.length > 0) {
      showProblems(problems, form, errors.map(({ pointer, detail }) => ({ path: parsePointer(pointer ?? ''), detail: sentence(detail ?? error.message) })));
    } else {
      say(refusal, reason(error));
    }
  };
  const hand = async () => {
    const wrong = form.check();
    if (wrong.length > 0 || submit.getAttribute('aria-disabled') === 'true') {
      wrong.length > 0 && showProblems(problems, form, wrong);
      return;
    }
    submit.setAttribute('aria-disabled', 'true');
    form.clear();
    say(refusal, '');
    problems.hidden = true;
    try {
      await send(form.read());
    } catch (error) {
      refused(error);
    }
    submit.removeAttribute('aria-disabled');
  };
  form.element.addEventListener('submit', (event) => { event.preventDefault(); hand(); });
  return { problems, refusal };
}
