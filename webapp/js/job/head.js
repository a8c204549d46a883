/** The head of a job's page: what it is, how it stands, how far it has come. Made once, then changed in place. */
import { serverNow } from '../api.js';
import { makeBar } from '../bar.js';
import { isFinal } from '../client.js';
import { copyButton } from '../copy.js';
import { el, say } from '../dom.js';
import { standing, statusMark, statusWord } from '../status.js';
import { makeAnnouncer } from './announcer.js';
import { clock, took } from '../words.js';
import { amount, attemptLine, expectation, phrase, tabTitle } from './phrase.js';

/**
 * @param {{id: string, type: string}} job
 * @param {string} name what it is, for people
 * @param {HTMLElement} heading that says so
 * @param {HTMLElement} actions what can be done with it
 * @returns {{element: HTMLElement, update: function(Object): void, trouble: function(string): void, stop: function(): void}}
 */
export function makeHead({ id, type }, name, heading, actions) {
  const mark = statusMark('queued');
  const code = el('code', {}, id);
  const lead = el('p', { class: 'lead' });
  const bar = makeBar('Progress');
  const percent = el('span', { class: 'percent', 'aria-hidden': 'true' });
  const counted = el('span');
  const ready = el('span');
  const meter = el('div', { class: 'meter' }, bar.element, el('p', { class: 'meter-line' }, counted, ready));
  const connection = el('p', { class: 'notice wait', hidden: true });
  const announcer = makeAnnouncer();
  const element = el('article', { class: 'panel job subject' },
    el('p', { class: 'eyebrow' }, el('a', { href: '/jobs' }, 'Jobs'), ' / ',
      el('a', { href: `/jobs?type=${encodeURIComponent(type)}` }, type)),
    el('div', { class: 'subject-line' }, heading, mark, percent),
    el('p', { class: 'ident' }, code, copyButton('the id', () => id, code)),
    lead, meter, connection, announcer.element, actions,
    el('p', { class: 'small' }, el('a', { href: `/results/${encodeURIComponent(id)}` }, 'The plain page, for whoever waits for this job')));
  let job;

  /** Also runs between two reports: times in words grow old. */
  const refresh = () => {
    const now = serverNow();
    const words = phrase(job, now);
    say(lead, leading(job, words));
    say(ready, expectation(job, now));
    document.title = tabTitle(job, words.headline, name);
    return words;
  };
  const ticking = setInterval(() => job && !isFinal(job) && refresh(), 1000);

  return {
    element,
    update(report) {
      job = report;
      const words = refresh();
      element.dataset.status = standing(job);
      mark.dataset.status = standing(job);
      say(mark, statusWord(standing(job)));
      const known = job.status === 'running' ? job.percentComplete : undefined;
      meter.hidden = isFinal(job);
      bar.element.classList.toggle('still', job.status !== 'running');
      bar.to(known, [known !== undefined && `${Math.floor(known)} percent`, amount(job)].filter(Boolean).join(', ') || words.headline);
      say(percent, known === undefined ? '' : `${Math.floor(known)} %`);
      say(counted, [amount(job), attemptLine(job)].filter(Boolean).join(' · '));
      document.documentElement.style.setProperty('--done', String(job.status === 'succeeded' ? 1 : (known ?? 0) / 100));
      announcer.update(job, words);
    },
    trouble: (text) => { say(connection, text); announcer.say(text); },
    stop: () => clearInterval(ticking),
  };
}

/** One sentence; exact where the page for who waits is not. */
function leading(job, { headline, lead }) {
  if (job.status === 'failed') {
    return `${job.error?.code ?? 'failed'}: ${lead}`;
  }
  return job.status === 'succeeded'
    ? `Finished at ${clock(new Date(job.finishedAt))}, ${took(Date.parse(job.finishedAt) - Date.parse(job.submittedAt))} after it was handed in.`
    : lead || `${headline}.`;
}
