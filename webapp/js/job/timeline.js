/** The attempts of a job, each with its times in words and as a bar on an axis that all share. */
import { serverNow } from '../api.js';
import { isFinal } from '../client.js';
import { el, say } from '../dom.js';
import { statusMark, statusWord } from '../status.js';
import { at, clock, roughly, sentence, took } from '../words.js';
import { nothingSeen, note, spansOf } from './spans.js';

/** @returns {{element: HTMLElement, update: function(Object): void, logged: function({attempt: number, at: string}): void, stop: function(): void}} */
export function makeTimeline() {
  const sum = el('p', { class: 'soft' });
  const list = el('ol', { class: 'spans' });
  const scale = el('p', { class: 'scale small soft', 'aria-hidden': 'true' }, el('span'), el('span'), el('span'));
  const rows = [];
  const seen = nothingSeen();
  let job;

  const draw = () => {
    const drawn = spansOf(job, seen, serverNow().getTime());
    drawn.spans.forEach((span, index) => {
      if (!rows[index]) {
        rows[index] = makeRow(span.attempt);
        list.append(rows[index].element);
      }
      rows[index].update(span, drawn, job.maxAttempts);
    });
    rows.splice(drawn.spans.length).forEach((row) => row.element.remove());
    say(sum, total(drawn, job));
    scale.hidden = drawn.to === drawn.from;
    [drawn.from, (drawn.from + drawn.to) / 2, drawn.to].forEach((at, index) => say(scale.children[index], clock(new Date(at))));
  };
  const ticking = setInterval(() => job && !isFinal(job) && draw(), 1000);

  return {
    element: el('section', { class: 'panel part', id: 'timeline', 'aria-labelledby': 'timeline-title' },
      el('h2', { id: 'timeline-title' }, 'Timeline'), sum, list, scale),
    update(report) {
      job = report;
      note(seen, job);
      draw();
    },
    logged({ attempt, at }) {
      const begun = Date.parse(at);
      if (!(seen.lines.get(attempt) <= begun)) {
        seen.lines.set(attempt, begun);
        draw();
      }
    },
    stop: () => clearInterval(ticking),
  };
}

function makeRow(attempt) {
  const mark = statusMark('queued');
  const title = el('strong', {}, `Attempt ${attempt}`);
  const times = el('span', { class: 'soft' });
  const waits = el('span', { class: 'waits' });
  const runs = el('span', { class: 'runs' });
  const code = el('code', { hidden: true });
  const message = el('span');
  const why = el('p', { class: 'why', hidden: true }, code, ' ', message);
  return {
    element: el('li', {},
      el('p', { class: 'span-line' }, title, mark, times),
      el('div', { class: 'track', 'aria-hidden': 'true' }, waits, runs), why),
    update(span, axis, maxAttempts) {
      const word = span.outcome === 'canceled' && span.start === span.end && span.start !== undefined ? 'Canceled before it began' : statusWord(span.outcome);
      mark.dataset.status = span.outcome;
      say(mark, word);
      say(title, span.attempt > maxAttempts ? `Attempt ${span.attempt}` : `Attempt ${span.attempt} of ${maxAttempts}`);
      say(times, words(span));
      place(waits, span.since, span.start ?? (span.end === undefined ? axis.to : undefined), axis);
      place(runs, span.start ?? span.since, span.end, axis);
      runs.dataset.status = span.outcome;
      runs.classList.toggle('vague', span.start === undefined || span.logged);
      say(code, span.error?.code ?? '');
      say(message, sentence(span.error?.message ?? ''));
      why.hidden = !span.error;
    },
  };
}

/** From one moment to the other, if both are known. */
function place(bar, from, to, axis) {
  const length = Math.max(1, axis.to - axis.from);
  const share = (moment) => Math.min(100, Math.max(0, ((moment - axis.from) / length) * 100));
  bar.hidden = from === undefined || to === undefined || to <= from;
  if (!bar.hidden) {
    bar.style.setProperty('inset-inline-start', `${share(from)}%`);
    bar.style.setProperty('inline-size', `${share(to) - share(from)}%`);
  }
}

function words({ outcome, since, start, logged, end, due }) {
  if (outcome === 'queued' || outcome === 'scheduled') {
    return `waits${since === undefined ? '' : ` since ${clock(new Date(since))}`}${due === undefined ? '' : begins(due)}`;
  }
  if (start === undefined) {
    return end === undefined ? '' : `ended at ${clock(new Date(end))}; when it began is not known`;
  }
  if (start === end) {
    return `at ${clock(new Date(end))}, after a wait of ${took(end - since)}`;
  }
  const began = `${logged ? 'began at about' : 'began at'} ${clock(new Date(start))}`;
  const after = start - since >= 1 ? ` after ${took(start - since)}` : '';
  if (end === undefined) {
    return began + after;
  }
  return outcome === 'running' ? `${began}${after}, runs for ${took(end - start)}` : `${began}${after}, ran ${took(end - start)}, ended at ${clock(new Date(end))}`;
}

function begins(due) {
  const seconds = (due - serverNow()) / 1000;
  return seconds > 0 ? `, begins in ${roughly(seconds)}, ${at(new Date(due), serverNow())}` : ', begins any moment';
}

/** How long it took in all, and how much of that was work, if all of that is known. */
function total({ from, to, spans }, job) {
  const whole = took(to - from);
  const begun = spans.filter(({ end, outcome }) => end !== undefined || outcome === 'running');
  const known = begun.every(({ start }) => start !== undefined);
  const work = begun.reduce((sum, { start, end }) => sum + (end ?? to) - start, 0);
  return `${job.finishedAt ? `It took ${whole} from its submission to its end` : `Handed in ${whole} ago`}${known && begun.length > 0 ? `; ${took(work)} of that at work` : ''}.`;
}
