/** How a job stands, as its monitor or an event tells it. */
import { parseProblem } from './answer.js';

/** What the words of different servers come to. */
const ENDS = {
  succeeded: 'succeeded', success: 'succeeded', completed: 'succeeded', complete: 'succeeded', done: 'succeeded', finished: 'succeeded',
  failed: 'failed', failure: 'failed', error: 'failed',
  canceled: 'canceled', cancelled: 'canceled', aborted: 'canceled',
};

/** @param {Object} job @returns {boolean} whether its status is a final one: nothing will change of itself any more */
export const isFinal = (job) => endOf(job) !== undefined;

const endOf = (job) => ENDS[String(job?.status).toLowerCase()];

/** What an answer of the monitor says: a reading, as `follow` yields it. */
export async function read(answer, state) {
  if (answer.status === 304) {
    return {};
  }
  const isJson = /json/i.test(answer.headers.get('Content-Type') ?? '');
  const job = isJson ? parseProblem(await answer.text()) : {};
  if (!isJson) {
    await answer.body?.cancel();
  }
  if (answer.status !== 202 && typeof job.status !== 'string') {
    // It is the result itself, or was led on to it.
    return { outcome: 'succeeded', result: answer.url };
  }
  state.tag = answer.headers.get('ETag') ?? undefined;
  return take(job, state, answer.status === 202);
}

/** What a representation says, and where it leads. */
export function take(job, state, goesOn) {
  state.events = job.links?.events ?? state.events;
  const status = new URL(job.links?.status ?? state.url, state.url);
  if (status.origin === state.url.origin) {
    state.url = status;
  }
  const outcome = goesOn ? undefined : endOf(job);
  const known = JSON.stringify(job);
  const news = known !== state.known;
  state.known = known;
  return outcome ? { job, outcome, result: outcome === 'succeeded' ? new URL(job.resourceLocation ?? state.url, state.url).href : undefined }
    : news && job.status ? { job } : {};
}
