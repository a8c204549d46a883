/** A request that is really sent to the simulator, and what came of it. */
import { copyButton } from '../copy.js';
import { el, say } from '../dom.js';
import { took } from '../words.js';
import { curlOf, pathOf, sendTo } from './request.js';
import { block, head, indented } from './shown.js';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Of these a script is shown neither the status nor the headers (Fetch, opaque-redirect filtered response). */
const FOLLOWED = [301, 302, 303, 307, 308];

/** @param {Object} code an entry of GET /api/status @returns {HTMLElement} */
export function makeTrial(code) {
  const method = el('select', { name: 'method' }, ...METHODS.map((name) => el('option', {}, name)));
  const sleep = el('input', { name: 'sleep', type: 'number', min: 0, max: 60000, step: 1, inputmode: 'numeric', placeholder: '0' });
  const header = el('input', { name: 'header', type: 'text', maxlength: 1000, autocomplete: 'off', spellcheck: 'false', placeholder: 'Retry-After: 30' });
  const body = el('input', { name: 'body', type: 'text', maxlength: 8192, autocomplete: 'off', spellcheck: 'false', placeholder: '{"message":"…"}' });
  const curl = el('code');
  const request = el('pre');
  const answer = el('pre');
  const note = el('p', { class: 'notice', hidden: true });
  const told = el('p', { class: 'soft', role: 'status' });
  const shown = el('div', { class: 'stack', hidden: true }, el('h3', {}, 'Request'), block('The request', request), el('h3', {}, 'Answer'), block('The answer', answer));
  const wanted = () => ({ code: code.code, method: method.value, sleep: sleep.value, headers: header.value ? [header.value] : [], body: body.value });
  const write = () => say(curl, curlOf(wanted()));
  const send = el('button', { class: 'button primary', type: 'submit' }, 'Send it');

  async function submit(event) {
    event.preventDefault();
    if (send.getAttribute('aria-disabled') === 'true') {
      return;
    }
    send.setAttribute('aria-disabled', 'true');
    say(told, 'On its way…');
    const asked = wanted();
    const outcome = await sendTo(pathOf(asked), asked.method);
    request.replaceChildren(...head(`${asked.method} ${pathOf(asked)} HTTP/1.1`, [['Host', location.host]]));
    answer.replaceChildren(...answered(code, outcome));
    say(note, remark(code, outcome));
    say(told, outcome.failed ? 'The browser shows no answer.' : `Answered after ${took(outcome.took)}.`);
    shown.hidden = false;
    send.setAttribute('aria-disabled', 'false');
  }
  write();
  return el('section', { class: 'panel stack', 'aria-labelledby': 'try-title' },
    el('h2', { id: 'try-title' }, 'Try it'),
    el('form', { class: 'stack', onsubmit: submit, oninput: write },
      el('div', { class: 'toolbar' },
        el('label', {}, 'Method', method), el('label', {}, 'Wait, in milliseconds', sleep),
        el('label', { class: 'wide' }, 'Another header', header), el('label', { class: 'wide' }, 'Another body', body)),
      el('div', { class: 'actions' }, send)),
    el('div', { class: 'with-copy' }, block('The same with curl', el('pre', { class: 'snippet' }, curl)), copyButton('the curl command', () => curl.textContent, curl)),
    told, note, shown);
}

/** Of what the browser keeps to itself, the page tells what the server says that it needs. */
function answered(code, { failed, redirected, status, reason, headers, text }) {
  if (failed || redirected) {
    const needed = code.headers.filter(({ method }) => !method).map(({ name, example }) => [name, `${example}   (such as)`]);
    return head(`HTTP/1.1 ${code.code} ${code.reason}`, needed);
  }
  return [...head(`HTTP/1.1 ${status} ${reason || code.reason}`, headers), ...(text ? [`\n${indented(text)}`] : [])];
}

function remark(code, { failed, redirected }) {
  if (redirected || (failed && FOLLOWED.includes(code.code))) {
    return 'Browsers follow redirects by themselves, and show a script neither their status nor their headers. What stands below is what such an answer has; the curl command shows the real one.';
  }
  return failed ? 'The browser doesn’t show this answer to a page: it takes it for a fault, or the server can’t be reached. What stands below is what such an answer has; the curl command shows the real one.' : '';
}
