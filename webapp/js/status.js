/** A job's status, as a word with a colour. */
import { el } from './dom.js';

const WORDS = { scheduled: 'Scheduled', queued: 'Queued', running: 'Running', canceling: 'Canceling', succeeded: 'Succeeded', failed: 'Failed', canceled: 'Canceled' };

/** The statuses that a job can be asked for by, in the order of its life. */
export const STATUSES = ['scheduled', 'queued', 'running', 'succeeded', 'failed', 'canceled'];

/** @param {string} status @returns {string} as people are told */
export const statusWord = (status) => WORDS[status] ?? status;

/** @param {Object} job @returns {string} its status; "canceling" while it has been asked to stop and hasn't yet */
export const standing = (job) => (job.cancelRequestedAt && !job.finishedAt ? 'canceling' : job.status);

/** @param {string} status @returns {HTMLElement} */
export const statusMark = (status) => el('span', { class: 'status', 'data-status': status }, statusWord(status));
