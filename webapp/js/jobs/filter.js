/**
 * What the list is asked for. The page's address holds all of it, by the names that the server has for it; only
 * `within` is the page's own, since a last hour goes on.
 *
 * @typedef {Object} Filter
 * @property {string[]} statuses any of these; none for all
 * @property {string} type
 * @property {string[]} labels as name:value; all of these
 * @property {string} text
 * @property {string} owner whose jobs, as keys and the audit log name it
 * @property {string} within ISO 8601, so long ago at most
 * @property {string} after RFC 3339
 * @property {string} before RFC 3339
 * @property {string} cursor where the page begins; empty for the newest jobs
 */
import { statusWord } from '../status.js';
import { at, duration, isoSeconds } from '../words.js';

/** So many jobs stand on a page. */
export const PAGE = 50;

/** @param {string} search the query of an address of this page @returns {Filter} */
export function readFilter(search) {
  const query = new URLSearchParams(search);
  const one = (name) => query.get(name) ?? '';
  return {
    statuses: query.getAll('status'), type: one('type'), labels: query.getAll('label'), text: one('q'), owner: one('owner'),
    within: isoSeconds(one('within')) === undefined ? '' : one('within'),
    after: one('submittedAfter'), before: one('submittedBefore'), cursor: one('cursor'),
  };
}

/** @type {Filter} */
export const NONE = readFilter('');

/** @param {Filter} filter @returns {string} the address of this page that shows it */
export function pageAddress(filter) {
  const query = conditions(filter);
  add(query, 'within', filter.within);
  add(query, 'submittedAfter', filter.after);
  add(query, 'submittedBefore', filter.before);
  add(query, 'cursor', filter.cursor);
  return `/jobs${query.size > 0 ? `?${query}` : ''}`;
}

/**
 * @param {Filter} filter @param {Date} now @param {number} [limit] so many jobs at most
 * @returns {string} the address of the list that the server has of it
 */
export function listAddress(filter, now, limit = PAGE) {
  const query = asked(filter, now);
  add(query, 'limit', limit);
  return `/api/jobs?${query}`;
}

/** @param {Filter} filter @param {Date} now @returns {string} the address where the server tells how many those are */
export const countAddress = (filter, now) => `/api/jobs/count?${asked(filter, now)}`;

function asked(filter, now) {
  const query = conditions(filter);
  add(query, 'submittedAfter', submittedAfter(filter, now));
  add(query, 'submittedBefore', filter.before);
  add(query, 'cursor', filter.cursor);
  return query;
}

/** @param {string} next the address of a page that follows @returns {string} where it begins */
export const cursorOf = (next) => new URL(next, location.href).searchParams.get('cursor');

/** @param {Filter} filter @param {Date} now @returns {Object} what a bulk operation takes to find the same jobs */
export function bulkFilter(filter, now) {
  if (!isFiltered(filter)) {
    return { all: true };
  }
  const conditionsOf = {
    status: filter.statuses.length > 0 ? filter.statuses : undefined,
    type: filter.type ? [filter.type] : undefined,
    label: filter.labels.length > 0 ? Object.fromEntries(filter.labels.map((label) => [nameOf(label), label.slice(nameOf(label).length + 1)])) : undefined,
    q: filter.text.trim() || undefined,
    owner: filter.owner || undefined,
    submittedAfter: submittedAfter(filter, now) || undefined,
    submittedBefore: filter.before || undefined,
  };
  return { filter: conditionsOf };
}

/** @param {Filter} filter @returns {boolean} whether anything is kept out of the list, be it on its first page or another */
export const isFiltered = (filter) => pageAddress({ ...filter, cursor: '' }) !== pageAddress(NONE);

/** @param {Filter} filter @param {string} label as name:value @returns {Filter} with that label; a job has each name once */
export const withLabel = (filter, label) =>
  ({ ...filter, labels: [...filter.labels.filter((one) => nameOf(one) !== nameOf(label)), label], cursor: '' });

/**
 * @param {Filter} filter @param {function(string): string} title of a type @param {Date} now
 * @returns {string} the filter in a few words; empty if there is none
 */
export function inWords(filter, title, now) {
  const moment = (text) => (Number.isNaN(Date.parse(text)) ? text : at(new Date(text), now).replace(/^(at|on) /, ''));
  return [
    filter.statuses.map(statusWord).join(' or '),
    filter.type && title(filter.type),
    ...filter.labels,
    filter.owner && `handed in by ${filter.owner}`,
    filter.text.trim() && `“${filter.text.trim()}”`,
    filter.within && lastOf(filter.within),
    filter.after && `from ${moment(filter.after)}`,
    filter.before && `until ${moment(filter.before)}`,
  ].filter(Boolean).join(', ');
}

/** @param {string} within ISO 8601 @returns {string} such as "last hour", "last 7 days" */
export const lastOf = (within) => `last ${within === 'P1D' ? '24 hours' : duration(isoSeconds(within)).replace(/^1 /, '')}`;

const nameOf = (label) => label.slice(0, label.indexOf(':'));

const submittedAfter = ({ within, after }, now) => (within ? new Date(now - isoSeconds(within) * 1000).toISOString() : after);

function conditions(filter) {
  const query = new URLSearchParams();
  filter.statuses.forEach((status) => query.append('status', status));
  add(query, 'type', filter.type);
  filter.labels.forEach((label) => query.append('label', label));
  add(query, 'q', filter.text.trim());
  add(query, 'owner', filter.owner);
  return query;
}

function add(query, name, value) {
  if (value) {
    query.append(name, value);
  }
}
