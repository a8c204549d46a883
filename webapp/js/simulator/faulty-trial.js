/** A simulation that is really submitted below faults, and looks at its monitor. */
import { el, say } from '../dom.js';
import { sendTo } from './request.js';
import { block, head, indented } from './shown.js';

const SCRIPT = '{"duration":"PT5S"}';
const SIGNED = { credentials: 'same-origin' };

/** @param {function(): string} base the URL below which it is submitted @returns {{element: HTMLElement, forget: function(): void}} */
export function faultyTrial(base) {
  const exchanges = el('ol', { class: 'stack' });
  const told = el('p', { class: 'soft', role: 'status' });
  let monitor;
  let busy = false;
  const submit = el('button', { class: 'button primary', type: 'button', onclick: () => once(begin) }, 'Submit a simulation');
  const look = el('button', { class: 'button', type: 'button', hidden: true, onclick: () => once(poll) }, 'Look at its monitor');

  async function once(action) {
    if (busy) {
      return;
    }
    busy = true;
    say(told, 'On its way…');
    await action();
    busy = false;
  }
  async function begin() {
    exchanges.replaceChildren();
    const url = `${base()}/simulations`;
    const outcome = await sendTo(url, 'POST', { ...SIGNED, body: SCRIPT, headers: { 'Content-Type': 'application/json' } });
    add('POST', url, outcome);
    monitor = monitorOf(outcome, url);
    look.hidden = !monitor;
    say(told, monitor ? 'Submitted.' : 'Nothing in this answer says where the monitor is.');
  }
  async function poll() {
    add('GET', monitor, await sendTo(monitor, 'GET', SIGNED));
    say(told, 'Answered.');
  }
  function add(method, url, outcome) {
    const number = exchanges.children.length + 1;
    const answer = el('pre', {}, ...answered(outcome));
    exchanges.append(el('li', {}, block(`Exchange ${number}`, el('div', {}, el('pre', {}, el('strong', {}, `${method} ${new URL(url).pathname}`)), answer))));
  }
  return {
    element: el('div', { class: 'stack' }, el('h3', {}, 'Try it'),
      el('p', { class: 'soft' }, 'A simulation of five seconds. A browser follows redirects by itself, and shows a page nothing of them: curl shows all.'),
      el('div', { class: 'actions' }, submit, look), told, exchanges),
    forget() { exchanges.replaceChildren(); look.hidden = true; say(told, ''); },
  };
}

/** Where the answer says that the monitor is, on this server: another origin's a page can't read. */
function monitorOf({ headers = [], text }, url) {
  const named = headers.find(([name]) => name === 'Location')?.[1] ?? headers.find(([name]) => name === 'Operation-Location')?.[1] ?? /"self":"([^"]+)"/.exec(text ?? '')?.[1];
  const there = named && new URL(named, url);
  return there?.origin === location.origin ? there.href : undefined;
}

function answered({ failed, redirected, status, reason, headers, text }) {
  if (failed || redirected) {
    return [redirected ? 'A redirect, which the browser keeps to itself.' : 'No answer that the browser shows.'];
  }
  return [...head(`HTTP/1.1 ${status} ${reason}`, headers), ...(text ? [`\n${indented(text)}`] : [])];
}
