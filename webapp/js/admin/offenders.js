/** Who is not listened to for a while, since they asked too often. */
import { ask, askJson } from '../api.js';
import { el, say } from '../dom.js';
import { reconcile } from '../keyed.js';
import { momentWithin } from '../moment.js';
import { trouble } from '../trouble.js';
import { count, counted } from '../words.js';
import { actButton, errorLine } from './act.js';

const ORDINALS = new Intl.PluralRules('en', { type: 'ordinal' });
const KINDS = { caller: 'Caller', address: 'Address' };

/** @returns {{element: HTMLElement, load: function(): Promise<void>}} */
export function makeOffenders() {
  const parts = new Map();
  const list = el('ul', { class: 'entries', 'aria-labelledby': 'offenders' });
  const none = el('p', { class: 'soft', hidden: true }, 'Nobody is blocked on this node at the moment.');
  const problem = el('div');
  const heading = el('h2', { id: 'offenders', tabindex: -1 }, 'Blocked callers');
  const load = async () => {
    try {
      const { offenders } = await askJson('/api/admin/offenders');
      reconcile(list, parts, offenders, ({ id }) => id, (offender) => row(offender, async () => { await load(); heading.focus(); }));
      list.hidden = offenders.length === 0;
      none.hidden = offenders.length > 0;
      problem.replaceChildren();
    } catch (error) {
      problem.replaceChildren(trouble('Who is blocked could not be fetched', error, load));
    }
  };
  return { element: el('section', { class: 'admin-section', 'aria-labelledby': 'offenders' }, heading,
    el('p', { class: 'page-words soft' }, 'Whoever keeps asking too often is not listened to for a while.'), problem, list, none), load };
}

function row({ id, kind, name }, again) {
  const error = errorLine();
  const until = el('p');
  const words = el('p', { class: 'small soft' });
  let drawn;
  return {
    element: el('li', {}, el('div', {}, el('p', { class: 'entry-name' }, name), el('p', { class: 'small soft' }, KINDS[kind] ?? kind)), el('div', {}, until, words),
      el('div', { class: 'entry-act' }, actButton('Unblock', { error, kind: 'small', whose: name,
        act: async () => { await ask(`/api/admin/offenders/${encodeURIComponent(id)}`, { method: 'DELETE' }); await again(); } }), error)),
    update(offender) {
      if (drawn !== offender.blockedUntil) {
        drawn = offender.blockedUntil;
        until.replaceChildren('Blocked until ', momentWithin(drawn));
      }
      say(words, `For the ${ordinal(offender.blocks)} time; ${counted(offender.requests, 'request')} since then`);
    },
  };
}

/** @param {number} number @returns {string} such as 1st, 22nd */
function ordinal(number) {
  return `${count(number)}${{ one: 'st', two: 'nd', few: 'rd', other: 'th' }[ORDINALS.select(number)]}`;
}
