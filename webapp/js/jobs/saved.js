/** Filters that this browser keeps by a name. */
import { el, say } from '../dom.js';
import { isFiltered, pageAddress, readFilter } from './filter.js';
import { keep, kept, watchKept } from './storage.js';

const KEY = 'filters';
const MOST = 30;
const LONGEST = 60;

/**
 * @param {{go: function(import('./filter.js').Filter): void, describe: function(import('./filter.js').Filter): string}} page
 */
export function makeSaved({ go, describe }) {
  let filter = readFilter('');
  const list = el('ul', { class: 'saved-list', 'aria-label': 'Saved filters', hidden: true });
  const save = el('button', { class: 'button small quiet', type: 'button', onclick: ask }, 'Save this filter');
  const note = el('p', { class: 'small soft', role: 'status', hidden: true });

  const store = (entries) => {
    say(note, keep(KEY, entries.slice(0, MOST)) ? '' : 'This browser keeps nothing for this site: saved filters are gone once the page is closed.');
    draw();
  };
  const draw = () => {
    const here = pageAddress({ ...filter, cursor: '' });
    const entries = read();
    list.replaceChildren(...entries.map((entry) => item(entry, here)));
    list.hidden = entries.length === 0;
    save.hidden = !isFiltered(filter) || entries.some(({ address }) => address === here);
  };
  const item = ({ name, address }, here) => el('li', { class: 'tag' },
    el('a', { href: address, 'aria-current': address === here && 'true', onclick: (event) => {
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        go(readFilter(new URL(address, location.href).search));
      }
    } }, name), ' ',
    el('button', { class: 'cross', type: 'button', 'aria-label': `Forget the saved filter ${name}`, onclick: () => {
      store(read().filter((one) => one.name !== name));
      (list.querySelector('a') ?? (save.hidden ? document.getElementById('main') : save)).focus();
    } }, '×'));

  async function ask() {
    const name = await named(describe(filter).slice(0, LONGEST));
    if (name) {
      store([...read().filter((one) => one.name !== name), { name, address: pageAddress({ ...filter, cursor: '' }) }]);
      list.lastElementChild.querySelector('a').focus();
    }
  }
  watchKept(draw);

  return {
    element: el('div', { class: 'saved' }, list, note),
    button: save,
    /** @param {import('./filter.js').Filter} shown */
    show(shown) {
      filter = shown;
      draw();
    },
  };
}

/** What was kept may have been written by anybody: of an address, only what is a filter is taken. */
function read() {
  const entries = kept(KEY);
  return (Array.isArray(entries) ? entries : [])
    .filter((entry) => typeof entry?.name === 'string' && typeof entry.address === 'string')
    .map(({ name, address }) => ({ name, address: pageAddress(readFilter(address.replace(/^[^?]*/, ''))) }));
}

/** @returns {Promise<string>} the name to be saved by; empty if it is not to be */
function named(proposal) {
  return new Promise((resolve) => {
    const field = el('input', { type: 'text', required: true, maxlength: LONGEST, value: proposal, autocomplete: 'off' });
    const form = el('form', { method: 'dialog', class: 'stack' },
      el('label', { class: 'field' }, 'Name', field),
      el('div', { class: 'actions' },
        el('button', { class: 'button primary', value: 'save' }, 'Save'),
        el('button', { class: 'button', value: '', formnovalidate: true }, 'Leave it')));
    const dialog = el('dialog', { class: 'save-filter', 'aria-labelledby': 'save-title' }, el('h2', { id: 'save-title' }, 'Save this filter'),
      el('p', { class: 'soft' }, 'This browser keeps it, for this page.'), form);
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'save' ? field.value.trim() : '');
    });
    document.body.append(dialog);
    dialog.showModal();
    field.select();
  });
}
