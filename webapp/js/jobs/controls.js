/** All that narrows the list. */
import { el, show } from '../dom.js';
import { makeChips } from './chips.js';
import { isFiltered, NONE, withLabel } from './filter.js';
import { makeLabels } from './labels.js';
import { makeSpan } from './span.js';

/** Milliseconds without another letter. */
const TYPED = 350;

/**
 * @param {function(import('./filter.js').Filter, boolean): void} change called with the filter that is wanted, and
 *   whether it takes the place of the one before: each letter typed is no step to come back to
 * @param {HTMLElement} save the button that keeps the filter
 */
export function makeControls(change, save) {
  /** @type {import('./filter.js').Filter} */
  let filter = NONE;
  let typing;
  let typed = false;
  const go = (part) => {
    typed = false;
    take();
    change({ ...filter, text: search.value, ...part, cursor: '' }, false);
  };
  const chips = makeChips((statuses) => go({ statuses }));
  const labels = makeLabels({
    add: (label) => go({ labels: withLabel(filter, label).labels }),
    remove: (label) => go({ labels: filter.labels.filter((one) => one !== label) }),
  });
  const span = makeSpan(go);
  const search = el('input', { type: 'search', maxlength: 200, autocomplete: 'off', oninput: type, title: 'In types, inputs, names of files, labels, messages and errors' });
  const types = el('select', { onchange: () => go({ type: types.value }) }, el('option', { value: '' }, 'All types'));
  const owner = el('input', { type: 'text', maxlength: 200, autocomplete: 'off', spellcheck: 'false', placeholder: 'tenant/name', onchange: () => go({ owner: owner.value.trim() }) });
  const ownerField = el('label', { hidden: true }, 'Handed in by', owner);
  const clear = el('button', { class: 'button small quiet', type: 'button', onclick: clearAll }, 'Clear all');
  const more = el('div', { class: 'more-filters', id: 'more-filters' }, el('label', {}, 'Type', types), labels.field, ownerField, ...span.fields);
  const opener = el('button', { class: 'button small opener', type: 'button', 'aria-expanded': 'false', 'aria-controls': 'more-filters', onclick: () => open(opener.getAttribute('aria-expanded') === 'false') }, 'More filters');
  const open = (opened) => opener.setAttribute('aria-expanded', String(opened));

  function clearAll() {
    take();
    typed = false;
    change(NONE, false);
  }
  function take() {
    clearTimeout(typing);
    typing = undefined;
  }
  function type() {
    clearTimeout(typing);
    typing = setTimeout(send, TYPED);
  }
  function send() {
    take();
    if (search.value.trim() !== filter.text.trim()) {
      change({ ...filter, text: search.value, cursor: '' }, typed);
      typed = true;
    }
  }
  search.addEventListener('blur', () => { typed = false; });
  const element = el('form', { class: 'toolbar filters', role: 'search', 'aria-label': 'Jobs', onsubmit: (event) => { event.preventDefault(); send(); } },
    el('div', { class: 'filter-line' }, chips.element, clear, save),
    el('label', { class: 'wide' }, 'Search', search), opener, more, labels.chosen);

  return {
    element, search,
    clearAll,
    learnFrom: labels.learnFrom,
    narrow: (label) => change(withLabel(filter, label), false),
    /** @param {{name: string, title: string}[]} all types that the server has */
    offer(all) {
      types.replaceChildren(types.options[0], ...all.map(({ name, title }) => el('option', { value: name }, title)));
      choose(filter.type);
    },
    /** The visitor sees others' jobs, too. */
    offerOwner() {
      ownerField.hidden = false;
    },
    /** @param {import('./filter.js').Filter} shown */
    show(shown) {
      filter = shown;
      chips.show(filter.statuses);
      labels.show(filter.labels);
      span.show(filter);
      choose(filter.type);
      if (typing === undefined && search.value.trim() !== filter.text.trim()) {
        search.value = filter.text;
      }
      owner.value = filter.owner;
      ownerField.hidden &&= filter.owner === '';
      show(clear, isFiltered(filter), search);
      if (filter.type || filter.owner || filter.labels.length > 0 || filter.within || filter.after || filter.before) {
        open(true);
      }
    },
  };

  /** A type that the address names and the server doesn't is offered, too: it is what the list is asked for. */
  function choose(name) {
    if (![...types.options].some((one) => one.value === name)) {
      types.append(el('option', { value: name }, name));
    }
    types.value = name;
  }
}
