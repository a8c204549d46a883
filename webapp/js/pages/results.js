/** A job's page, at /results/{id}: follows the job, then shows its result. */
import { askJson, fetchNotingTime, Refused } from '../api.js';
import { follow, isFinal } from '../client.js';
import { el } from '../dom.js';
import { makeActions } from '../job/actions.js';
import { byLink, jobId as id, jobPath } from '../job/address.js';
import { makeFacts } from '../job/facts.js';
import { lost, removed } from '../job/lost.js';
import { makeMonitor } from '../job/monitor.js';
import { makeNotice } from '../job/notice.js';
import { tellTrouble } from '../job/trouble.js';
import { resultAlone } from '../result/alone.js';
import { showResult } from '../result/section.js';
import { reason } from '../trouble.js';
import { roughly } from '../words.js';

const page = document.getElementById('page');
let following = new AbortController();
let parts;

/** Whoever wants to be told looks at something else meanwhile. */
const goesOn = () => parts?.notice.isOn() ?? false;

/** Follows the job from now on, whatever went before. */
async function start() {
  following.abort();
  following = new AbortController();
  const { signal } = following;
  try {
    for await (const { job, trouble, seconds } of follow(jobPath(id, 'status'), { signal, fetch: fetchNotingTime, goesOn })) {
      if (trouble) {
        tellTrouble(page, parts?.monitor.trouble, trouble, seconds);
      } else {
        parts?.monitor.trouble('');
        if (job) {
          parts ??= await lay(job.type);
          draw(job);
        }
      }
    }
  } catch (refused) {
    if (!(refused instanceof Refused)) {
      throw refused;
    }
    if (byLink && refused.code === 403) {
      await showResultAlone();
    } else {
      replace(lost(refused));
    }
  }
}

/** The link opens nothing else. */
async function showResultAlone() {
  try {
    replace(await resultAlone(id, (seconds) => replace(el('div', { class: 'panel stack lone' },
      el('h1', { tabindex: -1 }, 'Not ready yet'), el('p', { role: 'status' }, `This page looks again in ${roughly(seconds)}.`)))));
  } catch (error) {
    replace(lost(error instanceof Refused ? error : new Refused(0, { detail: reason(error) })));
  }
}

/** The type's title is a nicety: without it the page shows the type's name. */
async function lay(name) {
  const type = await askJson(`/api/types/${encodeURIComponent(name)}`).catch(() => undefined);
  const monitor = makeMonitor(type?.title ?? name);
  const facts = makeFacts();
  const result = el('div');
  const actions = makeActions(id, type, monitor.heading, { canceled: start, retried: start, removed: () => { following.abort(); replace(removed()).focus(); } });
  const notice = makeNotice(type?.title ?? name, monitor.heading);
  monitor.element.append(notice.element, actions.element);
  page.replaceChildren(el('div', { class: 'columns' }, el('div', { class: 'stack' }, monitor.element, result), facts.element));
  page.removeAttribute('aria-busy');
  return { monitor, facts, notice, actions, result };
}

function draw(job) {
  parts.monitor.update(job);
  parts.facts.update(job);
  parts.notice.update(job);
  parts.actions.update(job);
  showResult(parts.result, job);
  if (isFinal(job)) {
    parts.monitor.trouble('');
  }
}

/** @returns {HTMLElement} the heading of what the page now shows */
function replace(content) {
  parts?.monitor.stop();
  parts = undefined;
  page.replaceChildren(content);
  page.removeAttribute('aria-busy');
  return page.querySelector('h1');
}

start();
