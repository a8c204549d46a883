/** The page's stream: what happens to jobs, told a few times a second at most. */
import { Refused } from '../api.js';
import { listen } from '../live.js';
import { reason } from '../trouble.js';
import { roughly } from '../words.js';

/** All but the lines that jobs log, of which there can be very many. */
const EVENTS = ['queued', 'started', 'progress', 'retrying', 'succeeded', 'failed', 'canceled', 'expired', 'removed'];
const OVER = ['expired', 'removed'];
/** Milliseconds. */
const PACE = 300;
/** So many jobs are remembered between two drawings; what happens to more is looked up. */
const MOST = 2000;

/**
 * @param {{opened: function(): void, news: function(Map<string, {job: Object, over: string|undefined}>, boolean): void, state: function(string, string): void}} page
 *   told that nothing is missed from now on; what has happened to jobs since it was told last, by their ids, and whether
 *   that is all; how the stream is (live, paused, trouble), and that in words
 */
export function makeFeed({ opened, news, state }) {
  let path;
  let following;
  let told = new Map();
  let all = true;
  let timer;

  const draw = () => {
    if (timer === undefined) {
      return;
    }
    clearTimeout(timer);
    timer = undefined;
    const [jobs, complete] = [told, all];
    told = new Map();
    all = true;
    news(jobs, complete);
  };
  const take = ({ name, data }) => {
    if (!data.id) {
      return;
    }
    if (told.size < MOST || told.has(data.id)) {
      told.set(data.id, { job: data, over: OVER.includes(name) ? name : undefined });
    } else {
      all = false;
    }
    timer ??= setTimeout(() => requestAnimationFrame(draw), PACE);
  };

  async function follow() {
    if (!following || following.signal.aborted) {
      state('wait', 'Connecting…');
    }
    following?.abort();
    following = new AbortController();
    const { signal } = following;
    try {
      for await (const event of listen(path, signal)) {
        if (event.open) {
          // It must not be drawn over what is looked up now, which is newer.
          draw();
          state('live', 'Live');
          opened();
        } else if (event.trouble) {
          const why = event.trouble instanceof Refused ? reason(event.trouble) : 'The connection is lost.';
          state('trouble', `${why} Trying again in ${roughly(event.seconds)}.`);
        } else {
          take(event);
        }
      }
    } catch (refused) {
      if (!(refused instanceof Refused)) {
        throw refused;
      }
      state('trouble', `Not live. ${reason(refused)}`);
    }
  }

  return {
    /** Follows the jobs that this filter may show; one that it follows already is followed on. */
    follow(filter) {
      const query = new URLSearchParams(EVENTS.map((name) => ['event', name]));
      query.append('limit', '0');
      // Only what never changes: of a job that stops to fit, its row is to be told.
      if (filter.type) {
        query.append('type', filter.type);
      }
      if (filter.owner) {
        query.append('owner', filter.owner);
      }
      filter.labels.forEach((label) => query.append('label', label));
      const next = `/api/events?${query}`;
      if (next !== path) {
        path = next;
        if (!following?.signal.aborted) {
          follow();
        }
      }
    },
    pause() {
      following.abort();
      draw();
      state('paused', 'Paused');
    },
    resume: follow,
  };
}
