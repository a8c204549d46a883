/** All that there is of one job, at /jobs/{id}: for who has written it, and who looks after it. */
import { askJson, Refused } from '../api.js';
import { isFinal } from '../client.js';
import { isPassing, PAUSE } from '../client/answer.js';
import { shown, sleep } from '../client/wait.js';
import { el } from '../dom.js';
import { codeTabs } from '../exchange/code.js';
import { jobOf, look } from '../exchange/look.js';
import { makeExchange } from '../exchange/section.js';
import { makeActions } from '../job/actions.js';
import { byLink, jobId as id, jobPath } from '../job/address.js';
import { makeDeliveries } from '../job/deliveries.js';
import { makeDetails } from '../job/details.js';
import { makeEvents } from '../job/events.js';
import { makeHead } from '../job/head.js';
import { inputSection } from '../job/input.js';
import { makeLog } from '../job/log.js';
import { lost, removed, removedElsewhere } from '../job/lost.js';
import { makeNotice } from '../job/notice.js';
import { makeTimeline } from '../job/timeline.js';
import { tellTrouble } from '../job/trouble.js';
import { unseen } from '../job/unseen.js';
import { listen } from '../live.js';
import { showResult } from '../result/section.js';
import { goToSignIn, whoCalls } from '../session.js';

const PARTS = [['timeline', 'Timeline'], ['result', 'Result'], ['log', 'Log'], ['exchange', 'HTTP exchange'], ['deliveries', 'Webhooks'], ['input', 'Input'], ['events', 'Events'], ['facts', 'Facts']];

/** Seconds. */
const LONGEST_PAUSE = 30;

const page = document.getElementById('page');
let following = new AbortController();
let parts;

/** Follows the job from now on, whatever went before. */
async function start() {
  following.abort();
  following = new AbortController();
  const { signal } = following;
  try {
    if (!parts) {
      await open(signal);
    }
    pollUnseen(signal);
    for await (const event of listen(jobPath(id, 'events'), signal)) {
      if (parts) {
        take(event);
      }
    }
    await comeBack(signal);
  } catch (error) {
    if (!(error instanceof Refused)) {
      throw error;
    }
    // The stream of a job that is removed while it runs may end before it tells so.
    replace(error.code === 404 && parts ? removedElsewhere() : lost(error));
  }
}

/** Whoever wants to be told of the end looks at something else meanwhile. */
async function pollUnseen(signal) {
  for await (const job of unseen(jobPath(id, 'status'), () => parts?.notice.isOn() ?? false, signal)) {
    if (parts) {
      draw(job);
    }
  }
}

/** The first look, whose answer the page shows as it came. */
async function open(signal) {
  const { seen: first, job } = await lookUntilAnswered(signal);
  const [type, session] = await Promise.all([askJson(`/api/types/${encodeURIComponent(job.type)}`).catch(() => undefined), whoCalls()]);
  parts = lay(job, type, first, (session?.ways ?? []).length > 0);
  draw(job);
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
  parts.deliveries.load();
  parts.exchange.load();
  parts.log.load();
}

async function lookUntilAnswered(signal) {
  for (let failures = 0; ; failures += 1) {
    try {
      const seen = await look(jobPath(id, 'status'));
      return { seen, job: jobOf(seen) };
    } catch (error) {
      if (error.code === 401) {
        goToSignIn();
      }
      if (!isPassing(error)) {
        throw error;
      }
      const seconds = error.retryAfter ?? Math.min(PAUSE * 2 ** failures, LONGEST_PAUSE);
      tellTrouble(page, undefined, error, seconds);
      await sleep(seconds, error.retryAfter !== undefined, signal);
    }
  }
}

/** A job that has finished may be run again, or removed: whoever comes back to the page is told. */
async function comeBack(signal) {
  await new Promise((wake) => document.addEventListener('visibilitychange', wake, { once: true, signal }));
  await shown(signal);
  if (!signal.aborted) {
    draw((await lookUntilAnswered(signal)).job);
    start();
  }
}

/** The type's title is a nicety: without it the page shows the type's name. */
function lay(job, type, first, signIn) {
  const title = type?.title ?? job.type;
  const heading = el('h1', { tabindex: -1 }, title);
  const actions = makeActions(id, type, heading, { canceled: () => {}, retried: start, removed: () => replace(removed()).focus() });
  const notice = makeNotice(title, heading);
  const head = makeHead(job, title, heading, el('div', { class: 'stack' }, notice.element, actions.element));
  const timeline = makeTimeline();
  const log = makeLog(id, timeline.logged);
  const exchange = makeExchange(id, first, codeTabs(job.id, signIn));
  const deliveries = makeDeliveries(id);
  const events = makeEvents(job);
  const details = makeDetails(title);
  const result = el('div', { class: 'panel part', id: 'result', hidden: true });
  page.replaceChildren(head.element, contents(),
    el('div', { class: 'columns' },
      el('div', {}, timeline.element, result, log.element, exchange.element, deliveries.element, inputSection(id), events.element), details.element));
  page.classList.add('job-page');
  page.removeAttribute('aria-busy');
  return { head, notice, actions, timeline, log, exchange, deliveries, events, details, result, status: job.status };
}

const contents = () => el('nav', { class: 'contents small', 'aria-label': 'On this page' },
  ...PARTS.map(([part, name]) => el('a', { href: `#${part}` }, name)));

function take({ name, data, id: number, open: opened, trouble, seconds }) {
  if (trouble) {
    tellTrouble(page, parts?.head.trouble, trouble, seconds);
  } else if (opened) {
    parts.head.trouble('');
  } else if (name === 'log') {
    parts.log.add(data);
  } else if (name === 'removed') {
    replace(removedElsewhere());
  } else if (name === 'expired') {
    replace(lost(new Refused(410, { outcome: data.status, finishedAt: data.finishedAt, expiredAt: data.expiresAt })));
  } else {
    parts.events.add(name, data, number);
    draw(data);
  }
}

function draw(job) {
  ['head', 'notice', 'timeline', 'exchange', 'details', 'actions'].forEach((part) => parts[part].update(job));
  parts.result.hidden = job.status !== 'succeeded';
  document.querySelector('.contents a[href="#result"]').hidden = parts.result.hidden;
  showResult(parts.result, job);
  if (job.status !== parts.status) {
    parts.status = job.status;
    parts.deliveries.load();
  }
  if (isFinal(job)) {
    parts.head.trouble('');
  }
}

/** @returns {HTMLElement} the heading of what the page now shows */
function replace(content) {
  following.abort();
  ['head', 'timeline', 'exchange', 'deliveries'].forEach((part) => parts?.[part].stop());
  parts = undefined;
  page.replaceChildren(content);
  page.classList.remove('job-page');
  page.removeAttribute('aria-busy');
  return page.querySelector('h1');
}

if (byLink) {
  // A link opens what the plain page shows, and no more.
  location.replace(`/results/${encodeURIComponent(id)}${location.search}`);
} else {
  start();
}
