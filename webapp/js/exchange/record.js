/** What really went over the wire about a job: the submission's answer and the polls, as the server has taken them down. */
import { askJson } from '../api.js';
import { isFinal } from '../client.js';
import { shown, sleep } from '../client/wait.js';
import { el, say } from '../dom.js';
import { jobPath } from '../job/address.js';
import { trouble } from '../trouble.js';
import { clock } from '../words.js';
import { makePolls } from './polls.js';
import { makeSubmission } from './submission.js';

/** Seconds between two looks: as the job's own clients were told, within bounds. */
const SOONEST = 2;
const LATEST = 10;
const USUAL = 5;

/** Of a job that has ended, so many looks more: its clients are still to learn of it. */
const AFTERWARDS = 2;

/**
 * @param {string} id of the job
 * @returns {{element: HTMLElement, load: function(): Promise<void>, update: function(Object): void, stop: function(): void}}
 */
export function makeRecord(id) {
  const submission = makeSubmission();
  const polls = makePolls();
  const known = el('p', { class: 'small soft' });
  const place = el('div');
  const body = el('div', { class: 'stack', hidden: true }, submission.element,
    el('h3', {}, 'Polls'), known, polls.element);
  let looking = new AbortController();
  let state = '';
  let left = Infinity;
  let stopped = false;

  /** Looks now, and again and again from now on, as long as there is news to be had. */
  const load = async () => {
    looking.abort();
    looking = new AbortController();
    const { signal } = looking;
    while (!signal.aborted && !stopped) {
      let pause;
      try {
        const said = await askJson(jobPath(id, 'exchange'), { signal });
        place.replaceChildren();
        draw(said);
        pause = pauseOf(said);
      } catch (error) {
        if (!signal.aborted) {
          place.replaceChildren(trouble('What was said between this job’s clients and the server could not be fetched', error, load));
        }
        return;
      }
      if (left <= 0) {
        return;
      }
      left -= 1;
      await sleep(pause, true, signal);
      await shown(signal);
    }
  };
  const draw = (said) => {
    const since = clock(new Date(said.since));
    submission.update(said);
    polls.update(said.polls);
    say(known, said.polls.total === 0
      ? `The node ${said.node} has seen no polls since ${since}, from when on it remembers.`
      : `Those that the node ${said.node} has answered since ${since}, from when on it remembers. Where there are several nodes, each knows its own. This page asks too: it counts as a browser.`);
    body.hidden = false;
  };
  return {
    element: el('div', { class: 'stack', id: 'exchange-record' }, place, body),
    load,
    /** Progress alone is no reason to look. */
    update(job) {
      const now = `${job.status} ${job.attempt}`;
      left = isFinal(job) ? AFTERWARDS : Infinity;
      if (now !== state && state !== '') {
        load();
      }
      state = now;
    },
    stop() {
      stopped = true;
      looking.abort();
    },
  };
}

/** @returns {number} seconds */
function pauseOf({ submission, polls }) {
  const granted = polls.recent.find(({ retryAfter }) => retryAfter !== undefined)?.retryAfter ?? Number(submission.headers['Retry-After'] ?? USUAL);
  return Math.min(LATEST, Math.max(SOONEST, granted));
}
