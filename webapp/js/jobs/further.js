/** The search for jobs that fit goes on, where an answer of the server's has ended before its page was full. */
import { askJson, serverNow } from '../api.js';
import { el, say, show } from '../dom.js';
import { at, counted } from '../words.js';
import { cursorOf, listAddress, PAGE } from './filter.js';

/** So many answers are asked for at most, until somebody says that it is to go on. */
const MOST = 300;

/**
 * Asks on until the page is full, or nothing is left.
 *
 * @param {import('./filter.js').Filter} filter
 * @param {{next: string|undefined, searchedTo: string|undefined, found: number}} from how far the search is, and how many
 *   jobs it has found
 * @param {AbortSignal} signal ends it
 * @yields {{jobs: Object[], next: string|undefined, searchedTo: string|undefined}} each answer
 */
export async function* further(filter, { next, searchedTo, found }, signal) {
  let last = { next, searchedTo };
  let all = found;
  for (let asked = 0; asked < MOST && last.next && last.searchedTo && all < PAGE; asked += 1) {
    last = await askJson(listAddress({ ...filter, cursor: cursorOf(last.next) }, serverNow(), PAGE - all), { signal });
    all += last.jobs.length;
    yield last;
  }
}

/**
 * How far back the list goes, in words, and the button that ends it or has it go on.
 *
 * @param {{stop: function(): void, goOn: function(): void}} search
 * @returns {{element: HTMLElement, show: function({to: string, going: boolean}|undefined, number): void}} `show` takes how
 *   far it is, or undefined if it is over, and how many jobs it has found
 */
export function makeSearchState({ stop, goOn }) {
  let going = false;
  const words = el('span');
  const button = el('button', { class: 'button small', type: 'button', onclick: () => (going ? stop() : goOn()) });
  const element = el('div', { class: 'actions search-far', role: 'group', 'aria-label': 'How far back the list goes', hidden: true }, words, button);
  return {
    element,
    show(state, found) {
      going = Boolean(state?.going);
      if (state) {
        const moment = at(new Date(state.to), serverNow()).replace(/^(at|on) /, '');
        say(words, `Searched back to ${moment}; ${found === 0 ? 'none' : counted(found, 'job')} found so far.`);
        say(button, going ? 'Stop' : 'Search older jobs');
      }
      show(element, state !== undefined, document.getElementById('main'));
    },
  };
}
