/** What the list shows and what it doesn't yet: loads pages, and takes in what the stream tells. */
import { askJson, serverNow } from '../api.js';
import { isPassing } from '../client/answer.js';
import { listAddress, NONE, pageAddress } from './filter.js';
import { makeFresh } from './fresh.js';
import { further } from './further.js';
import { hasLeft, matches } from './match.js';
import { refetch } from './refetch.js';

/** So many jobs are remembered while a page is on its way; what happens to more is looked up afterwards. */
const MOST = 2000;

/**
 * @param {ReturnType<import('./table.js').makeTable>} table
 * @param {Promise<void>} types when all is known of them
 * @param {{drawn: function(string|undefined): void, changed: function(): void, failed: function(Error): void, lags: function(Error|undefined): void}} page
 *   told that another page is shown, and the address of the next; that something has changed in it; why it can't be
 *   shown; why what it shows may be out of date, or that it isn't any more
 */
export function makeLiveList(table, types, { drawn, changed, failed, lags }) {
  const fresh = makeFresh();
  let filter = NONE;
  let next;
  /** How far back the list goes, if it is not over, and what ends it while it goes on. */
  let searchedTo;
  let searching;
  let loading;
  /** When the page was asked for; whatever else was handed in before, and fits, is on it. */
  let since;
  let looking;
  /** What was told while a page was on its way, whether the page may lack more, and who was told of during a look. */
  let meanwhile = new Map();
  let gap = false;
  /** Why the page can't be shown. */
  let broken;
  let heard = new Set();

  async function load(wanted) {
    loading?.abort();
    looking?.abort();
    searching?.abort();
    searching = undefined;
    loading = new AbortController();
    const { signal } = loading;
    const again = pageAddress(wanted) === pageAddress(filter) && table.rows().length > 0;
    meanwhile = new Map();
    gap = false;
    const now = serverNow();
    try {
      const [answer] = await Promise.all([askJson(listAddress(wanted, now), { signal }), types]);
      signal.throwIfAborted();
      loading = undefined;
      since = now;
      begin(wanted, answer, { again });
      take(meanwhile, true);
      drawn(next);
      lags(undefined);
      if (gap) {
        look();
      }
      search();
    } catch (error) {
      if (!signal.aborted) {
        loading = undefined;
        if (!again) {
          begin(wanted, { jobs: [] }, { error });
        }
        (again ? lags : failed)(error);
      }
    }
  }

  function begin(wanted, answer, { again = false, error }) {
    filter = wanted;
    next = answer.next;
    searchedTo = answer.searchedTo;
    broken = error;
    fresh.clear();
    table.fill(answer.jobs, again);
  }

  /** Goes on where an answer has ended before its page was full. */
  async function search() {
    if (!next || !searchedTo) {
      return;
    }
    searching?.abort();
    searching = new AbortController();
    const { signal } = searching;
    drawn(next);
    try {
      for await (const answer of further(filter, { next, searchedTo, found: table.rows().length }, signal)) {
        next = answer.next;
        searchedTo = answer.searchedTo;
        table.add(answer.jobs);
        drawn(next);
      }
    } catch (error) {
      if (!signal.aborted) {
        lags(error);
      }
    }
    if (searching?.signal === signal) {
      searching = undefined;
      drawn(next);
    }
  }

  /** @param {boolean} early whether what is shown may be newer */
  function take(jobs, early) {
    const last = table.rows().at(-1)?.job().id ?? '';
    for (const [id, { job, over }] of jobs) {
      const row = table.row(id);
      if (!row) {
        const here = !over && !broken && !filter.cursor && (!next || id > last);
        fresh.note(id, here ? fits(job) : 'no');
      } else if (over) {
        row.gone(over === 'expired' ? 'Expired' : 'Removed');
      } else if (!early || job.updatedAt >= row.job().updatedAt) {
        show(row, job);
      }
    }
  }

  function fits(job) {
    const answer = matches(filter, job, serverNow());
    return answer === 'maybe' && Date.parse(job.submittedAt) < since ? 'no' : answer;
  }

  const show = (row, job) => !row.isGone() && row.update(job, !hasLeft(filter, job));

  async function look() {
    if (loading) {
      gap = true;
      return undefined;
    }
    if (broken) {
      return isPassing(broken) ? load(filter) : undefined;
    }
    looking?.abort();
    looking = new AbortController();
    const { signal } = looking;
    heard = new Set();
    try {
      await refetch(listAddress(filter, serverNow()), table.rows(), signal, {
        known: (row, job) => !heard.has(job.id) && show(row, job),
        other: (job) => !heard.has(job.id) && !filter.cursor && fresh.note(job.id, 'yes'),
      });
      changed();
      lags(undefined);
    } catch (error) {
      if (!signal.aborted) {
        lags(error);
      }
    }
    return undefined;
  }

  return {
    load,
    look,
    /** Has the search for older jobs go on; `stop` ends it where it is. */
    search,
    stop: () => searching?.abort(),
    /** @returns {{to: string, going: boolean}|undefined} how far the search is; undefined if it is over */
    searched: () => (next && searchedTo ? { to: searchedTo, going: Boolean(searching) } : undefined),
    /** How a job stands after something was done with it; undefined if it is no more. */
    tell(row, job) {
      job ? show(row, job) : row.gone('Removed');
      changed();
    },
    /** What the stream tells: see the feed. */
    news(jobs, complete) {
      if (loading) {
        jobs.forEach((told, id) => meanwhile.size < MOST && meanwhile.set(id, told));
        gap ||= !complete || meanwhile.size >= MOST;
        return;
      }
      jobs.forEach((_, id) => heard.add(id));
      take(jobs, false);
      changed();
      if (!complete) {
        look();
      }
    },
    /** What the button says that shows what isn't shown yet; empty if there is nothing. */
    freshWords: fresh.words,
  };
}
