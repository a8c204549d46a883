/** When a schedule submits jobs, and what became of that. */
import { serverNow } from '../api.js';
import { el } from '../dom.js';
import { moment } from '../moment.js';
import { clockIn, roughly, sentence } from '../words.js';
import { cronWords } from './cron.js';

const REFUSALS = {
  'unknown-type': 'its type is not known here any more.',
  'type-unavailable': 'its type can’t run here.',
  'invalid-input': 'what it is given doesn’t fit any more.',
  'invalid-option': 'one of its options may not be any more.',
  'queue-full': 'too many others were waiting. The next time is tried as usual.',
  'too-many-active-jobs': 'there were as many unfinished jobs as there may be. The next time is tried as usual.',
  'too-many-submissions': 'too many were submitted within a minute. The next time is tried as usual.',
  'too-many-stored-bytes': 'as much is stored as may be. Remove jobs that are done with.',
};
/** Of these the server says what exactly it is. */
const PARTICULAR = ['type-unavailable', 'invalid-input', 'invalid-option'];

/** @param {{cron: string, zone: string}} schedule @returns {Array<Node|string>} its times in words, if that is simple, and as they were written */
export function timesOf({ cron, zone }) {
  const words = cronWords(cron);
  const written = el('code', {}, cron);
  return words ? [`${sentence(words, '')}, ${zone} `, el('span', { class: 'soft' }, '(', written, ')')] : [written, `, ${zone}`];
}

/** @param {{nextRuns: string[], zone: string, state: string}} schedule @returns {Array<Node|string>} */
export function nextRun({ nextRuns: [next], zone, state }) {
  if (!next) {
    return [state === 'paused' ? 'None while it is paused' : 'None'];
  }
  const seconds = (new Date(next) - serverNow()) / 1000;
  return [moment(next), seconds > 0 ? `, in ${roughly(seconds)}` : ', due now', ...elsewhere(next, zone)];
}

/** @param {string} time @param {string} zone of the schedule @returns {HTMLElement} */
export const furtherRun = (time, zone) => el('li', {}, moment(time), ...elsewhere(time, zone));

/** What the clocks show where the schedule has its times, if that is not what they show here. */
function elsewhere(time, zone) {
  const there = clockIn(new Date(time), zone);
  return there && there !== clockIn(new Date(time)) ? [' ', el('span', { class: 'there' }, `${there} in ${zone}`)] : [];
}

/** @param {{at: string, job: string|undefined}|undefined} last @returns {Array<Node|string>} */
export function lastRun(last) {
  if (!last?.job) {
    return last ? [moment(last.at), ', without a job'] : ['None yet'];
  }
  const id = new URL(last.job, location.href).pathname.split('/').pop();
  return [el('a', { href: `/jobs/${encodeURIComponent(id)}` }, moment(last.at))];
}

/** @param {{refusal: {code: string, message: string}|undefined}|undefined} last @returns {string} why its latest time has no job; empty if it has one */
export function refusalWords(last) {
  if (!last?.refusal) {
    return '';
  }
  const { code, message } = last.refusal;
  const words = `No job was submitted: ${REFUSALS[code] ?? sentence(message)}`;
  return PARTICULAR.includes(code) ? `${words} The server says: ${message}` : words;
}
