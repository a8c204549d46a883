/** A job's log: what it has logged so far, then each line as it comes. */
import { el, say, show } from '../dom.js';
import { trouble } from '../trouble.js';
import { keep, seen } from '../view.js';
import { count, counted } from '../words.js';
import { jobPath } from './address.js';
import { makeFind } from './find.js';
import { ordered, stored } from './incoming.js';
import { makeLines, MOST } from './lines.js';

/**
 * @param {string} id of the job
 * @param {function({attempt: number, at: string}): void} told each line
 * @returns {{element: HTMLElement, add: function(Object): void, load: function(): Promise<void>}}
 */
export function makeLog(id, told) {
  const place = el('div');
  const sum = el('p', { class: 'small soft' });
  const jump = el('button', { class: 'button small primary jump', type: 'button', hidden: true, onclick: () => lines.toEnd() });
  const lines = makeLines('The job’s log', ({ behind, shown }) => {
    if (behind > 0) {
      say(jump, `Jump to latest: ${counted(behind, 'new line')}`);
    }
    show(jump, behind > 0, lines.element);
    say(sum, shown < MOST ? '' : `Only the last ${count(MOST)} lines or so are here; the whole log has them all.`);
    lines.element.hidden = shown === 0;
    empty.hidden = shown > 0;
    find.again();
  });
  const find = makeFind(lines.all);
  const empty = el('p', { class: 'empty' }, 'It has logged nothing so far.');
  const wrap = el('input', { type: 'checkbox', checked: seen('wrap') !== 'no', onchange: () => {
    lines.element.classList.toggle('unwrapped', !wrap.checked);
    keep('wrap', wrap.checked ? '' : 'no');
  } });
  lines.element.classList.toggle('unwrapped', !wrap.checked);
  lines.element.hidden = true;
  const incoming = ordered(MOST, (fresh) => {
    fresh.forEach(told);
    lines.add(fresh);
  }, () => load());

  const load = async () => {
    incoming.hold();
    try {
      incoming.fill(await stored(id, MOST));
      place.replaceChildren();
    } catch (error) {
      place.replaceChildren(trouble('The log could not be fetched', error, load));
    }
    incoming.release();
  };
  const whole = jobPath(id, 'log');
  return {
    element: el('section', { class: 'panel part', id: 'log', 'aria-labelledby': 'log-title' },
      el('div', { class: 'part-head' }, el('h2', { id: 'log-title' }, 'Log'),
        el('a', { href: whole }, 'The whole log'), el('a', { href: whole, download: `job-${id}.log` }, 'Download it')),
      el('div', { class: 'toolbar' }, find.element, el('label', { class: 'check' }, wrap, 'Wrap lines')),
      place, empty, el('div', { class: 'log-frame' }, lines.element, jump), sum),
    add: incoming.add,
    load,
  };
}
