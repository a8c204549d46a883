/** What stands beside the form of a schedule. */
import { el } from '../dom.js';

const FIELDS = [['Minute', '0 to 59'], ['Hour', '0 to 23'], ['Day of month', '1 to 31'], ['Month', '1 to 12, or JAN'], ['Weekday', '0 to 7, or MON; 0 and 7 are Sunday']];
const SIGNS = [['*', 'each'], ['*/15', 'every 15th'], ['8-18', 'from 8 to 18'], ['0,30', 'at 0 and at 30']];

/** @param {Object|undefined} schedule that is edited @returns {HTMLElement} */
export const makeAside = (schedule) => el('aside', { class: 'stack' },
  el('p', {}, schedule ? 'Saving goes on with the next of its times. Jobs that were submitted stay as they are.'
    : 'Each time has one job, which gets a page of its own like any other. A schedule can be paused, changed or run at once later on.'),
  el('h2', { class: 'aside-title' }, 'How cron is written'),
  el('dl', { class: 'facts cron-facts' }, ...FIELDS.map(([name, what]) => pair(name, what)), ...SIGNS.map(([sign, what]) => pair(el('code', {}, sign), what))),
  el('p', { class: 'soft small' }, 'If day of month and weekday are both given, either will do.'));

const pair = (name, what) => el('div', {}, el('dt', {}, name), el('dd', {}, what));
