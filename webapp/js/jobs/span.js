/** The time in which the jobs were handed in: the last hour, the last days, or from a moment to another. */
import { el } from '../dom.js';
import { lastOf } from './filter.js';

const RANGES = ['PT1H', 'P1D', 'P7D'];
const CUSTOM = 'custom';

/** @param {function({within: string, after: string, before: string}): void} change */
export function makeSpan(change) {
  const option = (value, words) => el('option', { value }, words);
  const last = (value) => option(value, lastOf(value).replace('l', 'L'));
  const choice = el('select', { onchange: choose }, option('', 'At any time'), ...RANGES.map(last), option(CUSTOM, 'From … until …'));
  const from = el('input', { type: 'datetime-local', onchange: tell });
  const until = el('input', { type: 'datetime-local', onchange: tell });
  const bounds = el('div', { class: 'bounds', hidden: true }, el('label', {}, 'From', from), el('label', {}, 'Until', until));

  function choose() {
    bounds.hidden = choice.value !== CUSTOM;
    if (choice.value === CUSTOM) {
      from.focus();
    }
    tell();
  }
  function tell() {
    const custom = choice.value === CUSTOM;
    change({ within: custom ? '' : choice.value, after: custom ? utc(from.value) : '', before: custom ? utc(until.value) : '' });
  }

  return {
    fields: [el('label', {}, 'Handed in', choice), bounds],
    /** @param {import('./filter.js').Filter} filter */
    show({ within, after, before }) {
      if (within && ![...choice.options].some((one) => one.value === within)) {
        choice.append(last(within));
      }
      const custom = Boolean(after || before) || (choice.value === CUSTOM && bounds.contains(document.activeElement));
      choice.value = custom ? CUSTOM : within;
      bounds.hidden = !custom;
      set(from, after);
      set(until, before);
    },
  };
}

/** Leaves alone what says so already: somebody may be typing in it. */
function set(field, moment) {
  if (utc(field.value) !== moment) {
    field.value = local(moment);
  }
}

const utc = (text) => (text ? new Date(text).toISOString() : '');

function local(moment) {
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? '' : new Date(date - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
