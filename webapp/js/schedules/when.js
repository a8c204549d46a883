/** The field that asks for a cron expression, with the usual ones to choose from. */
import { el, say } from '../dom.js';
import { choiceField } from '../form/choice.js';
import { leaf } from '../form/field.js';
import { textField } from '../form/text.js';
import { sentence } from '../words.js';
import { cronWords } from './cron.js';
import { composed, PRESETS, recognized, WEEKDAYS } from './presets.js';

const choice = (title, pairs) => choiceField({ title, required: true,
  schema: { oneOf: pairs.map(([value, words]) => ({ const: value, title: words })), default: pairs[0][0] } });

/** @returns {import('../form/field.js').Field} whose value is the expression */
export function whenField() {
  const inner = { preset: choice('How often', PRESETS), weekday: choice('On', WEEKDAYS), time: timeField(), expression: expressionField() };
  const words = el('p', { class: 'hint' });
  const chosen = () => Object.fromEntries(Object.entries(inner).map(([name, field]) => [name, field.read() ?? '']));
  let given;
  let before;
  const update = () => {
    const now = chosen();
    const last = before;
    before = now.preset;
    inner.weekday.element.hidden = now.preset !== 'weekly';
    inner.time.element.hidden = ['hourly', 'own'].includes(now.preset);
    inner.expression.element.hidden = now.preset !== 'own';
    // Who goes on to write it starts from what was chosen.
    if (now.preset === 'own' && last && last !== 'own') {
      inner.expression.fill(composed({ ...now, preset: last }));
    }
    say(words, described(chosen()));
  };
  const shown = () => Object.entries(inner).filter(([, field]) => !field.element.hidden);
  const main = () => (inner.expression.element.hidden ? inner.preset : inner.expression);
  const field = {
    title: 'When',
    element: el('div', { class: 'when' }, el('div', { class: 'when-choice' }, ...['preset', 'weekday', 'time'].map((name) => inner[name].element)),
      inner.expression.element, words),
    get target() { return main().target; },
    read: () => {
      const now = chosen();
      // Another way to write the same, such as 1-5, stays as it is.
      return given !== undefined && composed(now) === composed(recognized(given)) ? given : composed(now) || undefined;
    },
    fill: (cron) => {
      given = cron;
      before = undefined;
      Object.entries(recognized(cron)).forEach(([name, value]) => inner[name].fill(value));
      update();
    },
    check: () => shown().flatMap(([name, one]) => one.check().map(({ detail }) => ({ path: [name], detail }))),
    clear: () => Object.values(inner).forEach((one) => one.clear()),
    flag: (message) => main().flag(message),
    find: ([name]) => ({ field: inner[name] ?? main(), rest: [] }),
  };
  field.element.addEventListener('input', update);
  field.fill(undefined);
  return field;
}

function described(now) {
  const cron = composed(now);
  const words = cronWords(cron);
  return words ? `${sentence(words)}${now.preset === 'own' ? '' : ` As cron has it: ${cron}`}` : '';
}

function timeField() {
  const control = el('input', { type: 'time' });
  return leaf({ title: 'At', control, read: () => control.value || undefined, fill: (time) => { control.value = time; },
    complaint: () => (control.value ? '' : 'Enter a time.') });
}

const expressionField = () => textField({ title: 'Cron expression', required: true,
  schema: { description: 'Minute, hour, day of month, month and weekday.', maxLength: 200, examples: ['30 2 * * MON-FRI'] } });
