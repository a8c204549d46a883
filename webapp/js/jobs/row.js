/** A job's row. Made once, then only changed where something changed: whoever points at it, or has the focus in it, keeps it. */
import { serverNow } from '../api.js';
import { makeBar } from '../bar.js';
import { el, say } from '../dom.js';
import { moment } from '../moment.js';
import { standing, statusMark, statusWord } from '../status.js';
import { timing } from './brief.js';
import { gist, oddities } from './gist.js';

/** So many labels are shown of each job. */
const LABELS = 4;

/**
 * @typedef {Object} Row
 * @property {HTMLTableRowElement} element
 * @property {HTMLInputElement} box ticked while the job is chosen
 * @property {HTMLAnchorElement} link to the job's page
 * @property {function(): Object} job as it was last told
 * @property {function(): boolean} isGone whether the job is no more
 * @property {function(Object, boolean): void} update to how the job stands, and whether it still belongs to the list
 * @property {function(string): void} gone the job is no more, and why
 * @property {function(Date): void} tick what grows with time
 *
 * @param {Object} first how the job stands
 * @param {string} name of its type
 * @param {function(string): void} narrow called with a label that is clicked
 * @returns {Row}
 */
export function makeRow(first, name, narrow) {
  let job = first;
  let isGone = false;
  const mark = statusMark(standing(job));
  const percent = el('span', { class: 'soft small percentage' });
  const bar = makeBar(`Progress of ${name}`);
  const link = el('a', { class: 'job-open', href: `/jobs/${encodeURIComponent(job.id)}` }, name);
  const odd = el('span', { class: 'soft small' });
  const words = el('p', { class: 'gist' });
  const time = el('span');
  const more = el('span', { class: 'soft small' });
  const when = moment(job.submittedAt);
  const box = el('input', { type: 'checkbox', 'aria-label': `Select ${name}, handed in ${when.textContent}` });
  const cell = (kind, ...content) => el('td', { class: kind, role: 'cell' }, ...content);
  const element = el('tr', { role: 'row', 'data-id': job.id },
    cell('job-pick', el('label', {}, box)),
    cell('job-state', mark, percent, bar.element),
    cell('job-what', link, ' ', odd, words),
    cell('job-tags', ...tags(job, narrow)),
    cell('job-when', when),
    cell('job-took', time, more));

  const row = {
    element, box, link, job: () => job, isGone: () => isGone,
    update(told, belongs) {
      job = told;
      const running = job.status === 'running' && job.percentComplete !== undefined;
      say(mark, statusWord(standing(job)));
      mark.dataset.status = standing(job);
      say(percent, running ? `${Math.floor(job.percentComplete)}\u00a0%` : '');
      bar.element.hidden = !running;
      bar.to(running ? job.percentComplete : 0);
      say(odd, oddities(job));
      say(words, gist(job));
      words.title = gist(job);
      words.classList.toggle('bad-words', job.status === 'failed');
      element.classList.toggle('off-list', !belongs);
      element.title = belongs ? '' : 'It doesn’t fit the filter any more';
      row.tick(serverNow());
    },
    gone(why) {
      isGone = true;
      say(mark, why);
      mark.dataset.status = 'canceled';
      say(percent, '');
      say(more, '');
      bar.element.hidden = true;
      box.checked = false;
      box.disabled = true;
      element.classList.add('off-list');
      element.title = 'This job is no more';
    },
    tick(now) {
      if (!isGone) {
        const spent = timing(job, now);
        say(time, spent.time);
        say(more, spent.more);
      }
    },
  };
  row.update(job, true);
  return row;
}

function tags({ labels = {} }, narrow) {
  const all = Object.entries(labels).map(([name, value]) => `${name}:${value}`);
  const rest = all.slice(LABELS);
  return [
    ...all.slice(0, LABELS).map((label) => el('button', { class: 'tag', type: 'button', title: `Show only jobs with ${label}`, onclick: () => narrow(label) }, label.replace(':', ': '))),
    rest.length > 0 && el('span', { class: 'soft small', title: rest.join('\n') }, `+${rest.length}`, el('span', { class: 'unseen' }, ' more')),
  ].filter(Boolean);
}
