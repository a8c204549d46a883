/** A schedule as it is stored, to be changed by who has seen it. */
import { ask, Refused } from '../api.js';

const TRIES = 3;
const OTHER = 'Somebody else has changed this schedule since you opened it. Save again to put yours in its place, or reload the page to see theirs.';

const pathOf = (id) => `/api/schedules/${encodeURIComponent(id)}`;

/** @param {string} id @returns {Promise<{schedule: Object, tag: string}>} what is there now, and its entity tag */
export async function read(id) {
  const answer = await ask(pathOf(id), { headers: { Accept: 'application/json' } });
  return { schedule: await answer.json(), tag: answer.headers.get('ETag') };
}

/**
 * Stores another in its place, unless somebody else has meanwhile. A run makes another of it, too, but takes nothing
 * away from who changes it.
 *
 * @param {{schedule: Object, tag: string}} stored as it was read; after a 412, as it is then
 * @param {Object} body all of what it is to be
 * @returns {Promise<Object>} the schedule
 * @throws {Refused} with code 412 if somebody else has changed it
 */
export async function change(stored, body) {
  for (let tries = 1; ; tries += 1) {
    try {
      const answer = await ask(pathOf(stored.schedule.id), { method: 'PUT', body: JSON.stringify(body),
        headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'If-Match': stored.tag } });
      return await answer.json();
    } catch (error) {
      if (error.code !== 412) {
        throw error;
      }
      const seen = stored.schedule.updatedAt;
      Object.assign(stored, await read(stored.schedule.id));
      if (stored.schedule.updatedAt !== seen || tries === TRIES) {
        throw new Refused(412, { detail: OTHER });
      }
    }
  }
}
