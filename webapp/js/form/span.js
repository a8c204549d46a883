/** A field for a length of time: a number and its unit. Its value is an ISO 8601 duration. */
import { el } from '../dom.js';
import { isoSeconds } from '../words.js';
import { leaf } from './field.js';

/** Longest first; how each is written, and its seconds. */
const UNITS = [['days', 'P#D', 86400], ['hours', 'PT#H', 3600], ['minutes', 'PT#M', 60], ['seconds', 'PT#S', 1]];

/**
 * @param {{title: string, hint?: string, unit: string}} about the unit is the one that is chosen at first
 * @returns {import('./field.js').Field}
 */
export function spanField({ title, hint, unit }) {
  const number = el('input', { type: 'number', min: 0, step: 'any', inputmode: 'decimal' });
  const units = el('select', { 'aria-label': `Unit of: ${title}` }, ...UNITS.map(([name]) => el('option', { value: name }, name)));
  const written = () => (number.value === '' ? undefined : UNITS.find(([name]) => name === units.value)[1].replace('#', number.value));
  const usual = () => { number.value = ''; units.value = unit; };
  let kept;
  usual();
  const field = leaf({
    title, hint, control: number, shown: el('div', { class: 'beside' }, number, units),
    // What was written otherwise, such as PT90M, stays as it is until it is changed.
    read: () => (kept && written() === kept.shown ? kept.value : written()),
    fill: (value) => {
      kept = undefined;
      const seconds = isoSeconds(value ?? '');
      if (!seconds) {
        usual();
        return;
      }
      const [name, , each] = UNITS.find(([, , one]) => seconds % one === 0) ?? UNITS.at(-1);
      number.value = String(seconds / each);
      units.value = name;
      kept = { value, shown: written() };
    },
    complaint: () => {
      if (number.validity.badInput) {
        return 'Enter a number.';
      }
      const count = Number(number.value);
      return number.value === '' || (count > 0 && (Number.isInteger(count) || units.value === 'seconds')) ? '' : 'Enter a whole number above zero.';
    },
  });
  units.addEventListener('input', () => field.flag(''));
  return field;
}
