/** Faults to choose from, and where a client finds the API that has them. */
import { copyButton } from '../copy.js';
import { el, say } from '../dom.js';
import { keep } from '../view.js';
import { counted } from '../words.js';
import { faultyTrial } from './faulty-trial.js';
import { block } from './shown.js';

/** The server takes no more at once. */
const MOST = 10;

/**
 * @param {Object[]} faults as GET /api/faulty has them
 * @param {string} chosen their names as the address has them, with + between
 * @returns {HTMLElement[]}
 */
export function faultyPage(faults, chosen) {
  document.title = 'Faulty on purpose · Accepted';
  const wanted = new Set(chosen.split(/[ +,]/));
  const entries = faults.map((fault) => makeEntry(fault, wanted.has(fault.name)));
  const search = el('input', { type: 'search', maxlength: 60, autocomplete: 'off', spellcheck: 'false', oninput: () => narrow() });
  const found = el('p', { class: 'soft', role: 'status' });
  const told = el('p', { class: 'soft', role: 'status' });
  const base = el('code');
  const curl = el('code');
  const names = () => entries.filter(({ box }) => box.checked).map(({ name }) => name);
  const address = () => `${location.origin}/api/faulty/${names().join('+')}`;
  const trial = faultyTrial(address);
  const result = el('div', { class: 'stack' },
    el('h3', {}, 'Base URL'), el('div', { class: 'with-copy' }, block('The base URL', el('pre', { class: 'snippet' }, base)), copyButton('the base URL', () => base.textContent, base)),
    el('h3', {}, 'Submit with curl'), el('div', { class: 'with-copy' }, block('The curl command', el('pre', { class: 'snippet' }, curl)), copyButton('the curl command', () => curl.textContent, curl)),
    trial.element);

  function narrow() {
    const words = search.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    entries.forEach((entry) => { entry.element.hidden = !words.every((word) => entry.text.includes(word)); });
    const left = entries.filter(({ element }) => !element.hidden).length;
    say(found, left === 0 ? 'No fault is like that.' : words.length > 0 ? `${counted(left, 'fault')} found.` : '');
  }
  function choose() {
    const some = names();
    keep('faulty', some.join('+') || 'none');
    entries.forEach(({ box }) => { box.disabled = some.length >= MOST && !box.checked; });
    result.hidden = some.length === 0;
    say(told, some.length === 0 ? 'Choose one or more.' : `${counted(some.length, 'fault')} chosen: ${some.join(', ')}.`);
    say(base, address());
    say(curl, `curl -i '${address()}/simulations' --json '{"duration":"PT5S"}'`);
    trial.forget();
  }
  choose();
  return [
    el('p', { class: 'eyebrow' }, el('a', { href: '/simulator' }, 'All status codes')),
    el('div', { class: 'page-head' }, el('h1', {}, 'Faulty on purpose'),
      el('p', { class: 'soft' }, 'Simulations once more, below a base URL that names what is wrong with the answers: to see how a client copes with it. Where others have to sign in, so have those who use it.')),
    el('section', { class: 'panel stack', 'aria-labelledby': 'chosen-title' }, el('h2', { id: 'chosen-title' }, 'What you get'), told, result),
    el('section', { class: 'status-group', 'aria-labelledby': 'faults-title' }, el('h2', { id: 'faults-title' }, 'The faults'),
      el('form', { class: 'toolbar', role: 'search', 'aria-label': 'Faults', onsubmit: (event) => event.preventDefault() },
        el('label', { class: 'wide' }, 'Search: a name, a header, a rule', search)),
      found, el('ul', { class: 'faults', onchange: choose }, ...entries.map(({ element }) => element))),
  ];
}

function makeEntry({ name, what, rule, places }, checked) {
  const box = el('input', { type: 'checkbox', id: `fault-${name}`, 'aria-describedby': `what-${name}` });
  box.checked = checked;
  return {
    name, box, text: [name, what, rule, ...places].join(' ').toLowerCase(),
    element: el('li', { class: 'fault' }, box, el('label', { for: box.id }, el('code', {}, name)),
      el('p', { class: 'small soft', id: `what-${name}` }, what, ' Found by the rule ', el('code', {}, rule), '.')),
  };
}
