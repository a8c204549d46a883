/** The page of one inspection: followed while it runs, then told. */
import { Refused } from '../api.js';
import { isFinal } from '../client.js';
import { el } from '../dom.js';
import { jobPath } from '../job/address.js';
import { lost, removed, removedElsewhere } from '../job/lost.js';
import { tellTrouble } from '../job/trouble.js';
import { listen } from '../live.js';
import { trouble } from '../trouble.js';
import { orderOf } from './earlier.js';
import { reportOf } from './report.js';
import { makeRunning } from './running.js';
import { nameOf } from './verdict.js';

/**
 * Follows an inspection by its events, which begin with how it stands.
 *
 * @param {HTMLElement} page to be filled
 * @param {string} id of the job
 * @param {function(): Promise<boolean>} wantsNames tells whether this server wants to know who calls
 */
export async function follow(page, id, wantsNames) {
  const following = new AbortController();
  let parts;

  const fill = (...content) => {
    page.replaceChildren(...content);
    page.removeAttribute('aria-busy');
  };
  /** @returns {HTMLElement} the heading of what the page now shows */
  const replace = (content) => {
    following.abort();
    parts?.running.monitor.stop();
    parts = undefined;
    fill(content);
    return page.querySelector('h1');
  };
  const report = async (job) => {
    const watched = parts.running.element.isConnected;
    document.documentElement.style.setProperty('--done', '1');
    try {
      const { elements, heading } = await reportOf(job, parts.order, await wantsNames(), () => replace(removed()).focus());
      parts.running.monitor.stop();
      fill(...elements);
      watched && heading.focus({ preventScroll: true });
      document.getElementById(location.hash.slice(1))?.scrollIntoView();
    } catch (error) {
      fill(el('h1', {}, 'Report'), trouble('The report could not be fetched', error, () => report(job)));
    }
  };
  const draw = async (job) => {
    if (job.type !== 'inspection') {
      following.abort();
      location.replace(`/jobs/${encodeURIComponent(id)}`);
      return;
    }
    if (!parts) {
      const order = await orderOf(id).catch(() => undefined);
      parts = { order, running: makeRunning(id, order ?? {}, order ? nameOf(order.url) : 'an API') };
    }
    if (job.status === 'succeeded') {
      following.abort();
      await report(job);
      return;
    }
    if (!parts.running.element.isConnected) {
      fill(parts.running.element);
      parts.running.load();
    }
    parts.running.update(job);
    if (isFinal(job)) {
      parts.running.monitor.trouble('');
      following.abort();
    }
  };
  const take = async ({ name, data, open, trouble: cut, seconds }) => {
    if (cut) {
      tellTrouble(page, parts?.running.monitor.trouble, cut, seconds);
    } else if (open) {
      parts?.running.monitor.trouble('');
    } else if (name === 'log') {
      parts?.running.line(data);
    } else if (name === 'removed') {
      replace(removedElsewhere());
    } else if (name === 'expired') {
      replace(lost(new Refused(410, { outcome: data.status, finishedAt: data.finishedAt, expiredAt: data.expiresAt })));
    } else {
      await draw(data);
    }
  };

  try {
    for await (const event of listen(jobPath(id, 'events'), following.signal)) {
      await take(event);
    }
  } catch (error) {
    if (!(error instanceof Refused)) {
      throw error;
    }
    // The stream of a job that is removed while it runs may end before it tells so.
    replace(error.code === 404 && parts ? removedElsewhere() : lost(error));
  }
}
