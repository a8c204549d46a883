/** The lines of a log in the page: bounded, and kept at the last one for who hasn't gone up to read. */
import { el } from '../dom.js';
import { fully } from '../words.js';

/** Lines in the page. Who has gone up keeps what is read for as many again. */
export const MOST = 2000;
const NEAR = 12;

/**
 * @param {string} label of the region
 * @param {function({behind: number, shown: number}): void} changed told how many lines came in since the visitor has
 *   gone up, and how many there are in the page
 * @returns {{element: HTMLElement, add: function(Array<{number: number, attempt: number, at: string, text: string}>): void, toEnd: function(): void, all: function(): HTMLElement[]}}
 */
export function makeLines(label, changed) {
  const list = el('div', { class: 'lines' });
  const element = el('div', { class: 'scroller log-lines', tabindex: 0, role: 'region', 'aria-label': label }, list);
  let waiting = [];
  let drawing = false;
  let attempt = 1;
  let behind = 0;

  const atEnd = () => element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
  const tell = () => changed({ behind, shown: list.childElementCount });
  const flush = () => {
    drawing = false;
    const follows = atEnd();
    const added = waiting.flatMap((line) => {
      const first = line.attempt !== attempt;
      attempt = line.attempt;
      return first ? [el('div', { class: 'log-attempt' }, `Attempt ${attempt}`), row(line)] : [row(line)];
    });
    behind = follows ? 0 : behind + waiting.length;
    waiting = [];
    list.append(...added);
    while (list.childElementCount > (follows ? MOST : 2 * MOST)) {
      list.firstElementChild.remove();
    }
    // First, since it may show the region.
    tell();
    if (follows) {
      element.scrollTop = element.scrollHeight;
    }
  };
  element.addEventListener('scroll', () => {
    if (behind > 0 && atEnd()) {
      behind = 0;
      tell();
    }
  }, { passive: true });

  return {
    element,
    /** Many lines in a moment are drawn together. */
    add(lines) {
      waiting = [...waiting, ...lines].slice(-2 * MOST);
      if (!drawing) {
        drawing = true;
        setTimeout(flush, 100);
      }
    },
    toEnd() {
      element.scrollTop = element.scrollHeight;
      behind = 0;
      tell();
    },
    all: () => [...list.querySelectorAll('.log-line')],
  };
}

function row({ at, text }) {
  const date = new Date(at);
  return el('div', { class: 'log-line' },
    el('time', { datetime: at, title: fully(date) }, `${date.toTimeString().slice(0, 8)}.${String(date.getMilliseconds()).padStart(3, '0')}`),
    el('span', {}, text));
}
