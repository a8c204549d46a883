/** The way from a job's form to a schedule that submits such a job again and again. */
import { randomKey } from '../client.js';
import { el } from '../dom.js';
import { recall, remember } from '../remember.js';
import { OPTIONS } from './options.js';

/**
 * @param {string} type its name
 * @param {import('./field.js').Field} form what was entered goes along, but for a file and the job's own time
 * @returns {HTMLElement} leads to a new schedule
 */
export const repeatButton = (type, form) => el('button', { class: 'button quiet', type: 'button', onclick: () => {
  const { file, [OPTIONS]: { runAt, ...options } = {}, ...input } = form.read();
  const from = randomKey();
  remember(from, { input, ...options });
  location.assign(`/schedules?${new URLSearchParams({ new: '', type, from })}`);
} }, 'Repeat it on a schedule');

/** @param {URLSearchParams} address of the page of a new schedule @returns {Object|undefined} what each job is to get */
export const repeated = (address) => recall(address.get('from'));
