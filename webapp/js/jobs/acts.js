/** The bar at the bottom of the screen: what can be done with the chosen jobs, how far that is, and what became of it. */
import { makeBar } from '../bar.js';
import { el, say, show } from '../dom.js';
import { reason } from '../trouble.js';
import { count, counted } from '../words.js';
import { bulkSummary, farOf, followBulk, numberOf, submitBulk } from './bulk.js';
import { each } from './each.js';
import { KINDS } from './kinds.js';

/**
 * @param {{refuge: HTMLElement, clear: function(): void, did: function(import('./row.js').Row, Object|undefined): void,
 *   over: function(Object): void, filter: function(): import('./filter.js').Filter, describe: function(): string}} page
 *   takes the focus when the bar goes away; unselects all; told how a job stands after something was done with it; told
 *   which kind of act is over; what the list is asked for, and that in words
 */
export function makeActs({ refuge, clear, did, over, filter, describe }) {
  let rows = [];
  let stop;
  /** Whether the jobs that match and stand on other pages may be meant, too; and whether they are. */
  let offered = false;
  let whole = false;
  /** How many match, in words; empty until that is known. */
  let many = '';
  const number = el('strong');
  const widen = el('button', { class: 'button small quiet', type: 'button', onclick: () => {
    whole = true;
    draw();
    number.focus();
    tellNumber();
  } }, 'Select all that match');
  number.tabIndex = -1;
  const buttons = KINDS.map((kind) => el('button', { class: `button small ${kind.look}`, type: 'button', onclick: () => (whole ? startBulk(kind) : start(kind)) }));
  const choice = el('div', { class: 'actions acts-choice' }, number, widen,
    el('button', { class: 'button small quiet', type: 'button', onclick: () => { clear(); refuge.focus(); } }, 'Unselect'), ...buttons);
  const far = el('span');
  const bar = makeBar('How far it is');
  const stopping = el('button', { class: 'button small', type: 'button', onclick: () => stop.abort() }, 'Stop');
  const leads = el('a', { class: 'small' }, 'Its page');
  const work = el('div', { class: 'actions', hidden: true }, far, bar.element, leads, stopping);
  const outcome = el('div', { tabindex: -1 });
  const told = el('div', { class: 'acts-outcome', role: 'status', hidden: true }, outcome,
    el('button', { class: 'button small quiet', type: 'button', onclick: () => { tell(); refuge.focus(); } }, 'Close'));
  const element = el('section', { class: 'acts', 'aria-label': 'What to do with the selected jobs', hidden: true }, told, work, choice);

  const draw = () => {
    const busy = stop !== undefined;
    work.hidden = !busy;
    show(choice, !busy && rows.length > 0, refuge);
    element.hidden = !busy && rows.length === 0 && told.hidden;
    say(number, whole ? `All that match: ${[many, describe() || 'every job'].filter(Boolean).join(', ')}` : `${count(rows.length)} selected`);
    show(widen, offered && !whole, number);
    KINDS.forEach((kind, index) => {
      const able = rows.filter((row) => kind.may(row.job())).length;
      buttons[index].setAttribute('aria-disabled', String(!whole && able === 0));
      say(buttons[index], whole ? `${kind.name}: all` : able > 0 ? `${kind.name} ${count(able)}` : kind.name);
    });
  };
  const tellNumber = async () => {
    many = '';
    many = await numberOf({ ...filter(), cursor: '' });
    draw();
  };
  const tell = (...content) => {
    outcome.replaceChildren(...content);
    told.hidden = content.length === 0;
    draw();
  };
  const begin = () => {
    stop = new AbortController();
    leads.hidden = true;
    tell();
    stopping.focus();
  };
  const end = (kind, content) => {
    stop = undefined;
    const hadFocus = element.contains(document.activeElement);
    tell(...content);
    if (hadFocus) {
      outcome.focus();
    }
    over(kind);
  };

  async function start(kind) {
    const chosen = rows.filter((row) => kind.may(row.job()));
    const agreed = chosen.length === 0 ? undefined : await kind.agreed(kind.words(chosen.length));
    if (agreed !== undefined) {
      begin();
      const result = await run(kind, chosen, agreed);
      end(kind, summary(kind, result, chosen.length));
    }
  }

  async function startBulk(kind) {
    const asked = filter();
    const which = `${describe() ? `All that match: ${describe()}.` : 'That is every job.'} ${many ? `Now ${many}, on` : 'On'} this page or not; those that you may not change stay as they are.`;
    const agreed = await kind.agreed({ ...kind.allWords, body: `${which} ${kind.allWords.body}` });
    if (agreed === undefined) {
      return;
    }
    begin();
    say(far, `${kind.doing} all that match`);
    bar.to(undefined);
    try {
      const operation = await submitBulk(kind, agreed, asked);
      leads.href = `/jobs/${encodeURIComponent(operation.id)}`;
      leads.hidden = false;
      const ended = await followBulk(operation, stop.signal, (job) => {
        say(far, farOf(kind, job));
        bar.to(job.percentComplete);
      });
      clear();
      end(kind, bulkSummary(kind, operation, ended));
    } catch (error) {
      end(kind, [el('p', { class: 'bad-words' }, reason(error))]);
    }
  }

  async function run(kind, chosen, agreed) {
    const result = { done: 0, failed: 0, reasons: new Map() };
    const step = () => {
      const through = result.done + result.failed;
      say(far, `${kind.doing}: ${count(through)} of ${count(chosen.length)}`);
      bar.to(Math.floor((100 * through) / chosen.length));
    };
    step();
    await each(chosen, async (row) => did(row, await kind.send(row.job().id, agreed)), stop.signal, (row, error) => {
      if (error) {
        const why = reason(error);
        result.failed += 1;
        result.reasons.set(why, (result.reasons.get(why) ?? 0) + 1);
      } else {
        result.done += 1;
        row.box.checked = false;
      }
      step();
    });
    return result;
  }

  return {
    element,
    /** Takes the focus to what can be done. */
    focus: () => !choice.hidden && buttons.find((button) => button.getAttribute('aria-disabled') === 'false').focus(),
    /**
     * @param {import('./row.js').Row[]} chosen
     * @param {boolean} beyond whether that is all of the page, and there are others that match
     */
    update(chosen, beyond) {
      rows = chosen;
      offered = beyond;
      whole &&= beyond;
      draw();
    },
  };
}

function summary(kind, { done, failed, reasons }, all) {
  const stopped = done + failed < all;
  return [
    stopped && el('p', {}, `Stopped: ${count(done)} of ${counted(all, 'job')} ${kind.done}. The others are still selected.`),
    !stopped && done > 0 && el('p', {}, `${counted(done, 'job')} ${kind.done}.`),
    ...[...reasons].map(([why, number]) => el('p', { class: 'bad-words' }, `${counted(number, 'job')} could not be ${kind.done}, and stay${number === 1 ? 's' : ''} selected. ${why}`)),
  ].filter(Boolean);
}
