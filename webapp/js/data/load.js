/** How busy a type of job is, as far as lists of its jobs tell. */
import { askJson } from '../api.js';

/** Beyond that many it is only said that there are more. */
const MOST = 100;
const SAMPLE = 20;
const SECOND = 1000;

/**
 * @param {string} type its name
 * @returns {Promise<{running: Tally, queued: Tally, took: {seconds: number, jobs: number}|undefined}>} how long an attempt took on
 *   the average of those that succeeded last; undefined if none has
 *
 * @typedef {{count: number, more: boolean}} Tally
 */
export async function loadOf(type) {
  const [running, queued, last] = await Promise.all([jobs(type, 'running', MOST), jobs(type, 'queued', MOST), jobs(type, 'succeeded', SAMPLE)]);
  return { running: tally(running), queued: tally(queued), took: average(last.jobs) };
}

const jobs = (type, status, limit) => askJson(`/api/jobs?${new URLSearchParams({ type, status, limit })}`);

const tally = ({ jobs: found, next }) => ({ count: found.length, more: Boolean(next) });

function average(finished) {
  const times = finished.map(({ startedAt, finishedAt }) => (Date.parse(finishedAt) - Date.parse(startedAt)) / SECOND).filter((time) => time >= 0);
  return times.length === 0 ? undefined
    : { seconds: times.reduce((sum, time) => sum + time, 0) / times.length, jobs: times.length };
}
