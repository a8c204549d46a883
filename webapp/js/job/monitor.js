/** The part of the page that tells how a job is doing. Made once, then only changed where something changed. */
import { serverNow } from '../api.js';
import { makeBar } from '../bar.js';
import { el, say } from '../dom.js';
import { isFinal } from '../client.js';
import { makeAnnouncer } from './announcer.js';
import { makeAttempts } from './attempts.js';
import { amount, expectation, phrase, tabTitle } from './phrase.js';

/**
 * @param {string} name what the job is, for people
 * @returns {{element: HTMLElement, heading: HTMLElement, update: function(Object): void, trouble: function(string): void, stop: function(): void}}
 */
export function makeMonitor(name) {
  const heading = el('h1', { class: 'state', tabindex: -1 });
  const lead = el('p', { class: 'lead' });
  const percent = el('p', { class: 'percent', 'aria-hidden': 'true' });
  const bar = makeBar('Progress');
  const counted = el('span');
  const ready = el('span', { class: 'ready' });
  const meter = el('div', { class: 'meter' }, percent, bar.element, el('p', { class: 'meter-line' }, counted, ready));
  const connection = el('p', { class: 'notice wait', hidden: true });
  const attempts = makeAttempts();
  const announcer = makeAnnouncer();
  const element = el('article', { class: 'panel job' },
    el('p', { class: 'eyebrow' }, name), heading, lead, meter, connection, attempts.element, announcer.element);
  let job;

  /** Also runs between two reports: times in words grow old. */
  const refresh = () => {
    const now = serverNow();
    const words = phrase(job, now);
    say(heading, words.headline);
    say(lead, words.lead);
    say(ready, expectation(job, now));
    document.title = tabTitle(job, words.headline, name);
    return words;
  };
  const clock = setInterval(() => job && !isFinal(job) && refresh(), 1000);

  return {
    element,
    heading,
    update(report) {
      job = report;
      const words = refresh();
      element.dataset.status = job.cancelRequestedAt && !isFinal(job) ? 'canceling' : job.status;
      const known = job.status === 'running' ? job.percentComplete : undefined;
      meter.hidden = isFinal(job);
      bar.element.classList.toggle('still', job.status !== 'running');
      bar.to(known, [known !== undefined && `${Math.floor(known)} percent`, amount(job)].filter(Boolean).join(', ') || words.headline);
      say(percent, known === undefined ? '' : `${Math.floor(known)} %`);
      say(counted, amount(job));
      document.documentElement.style.setProperty('--done', String(job.status === 'succeeded' ? 1 : (known ?? 0) / 100));
      attempts.update(job);
      announcer.update(job, words);
    },
    trouble: (text) => { say(connection, text); announcer.say(text); },
    stop: () => clearInterval(clock),
  };
}
