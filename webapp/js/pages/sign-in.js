/** The page to sign in: with an issuer, or with an API key. */
import { ask, askJson } from '../api.js';
import { el } from '../dom.js';
import { reason, trouble } from '../trouble.js';

const TROUBLES = {
  refused: 'You were not let in. The issuer did not vouch for you, or not for this server.',
  late: 'That took too long, or this browser keeps no cookies. Try again.',
  unavailable: 'The issuer can’t be reached at the moment. Try again in a minute.',
};

const place = document.getElementById('page');
const asked = new URLSearchParams(location.search);

/** A path of this server's: a browser takes two slashes at its beginning for another's. */
const sent = asked.get('to') ?? '/';
const target = /^\/(?![/\\])[^\\]*$/.test(sent) ? sent : '/';

function draw(session) {
  const { ways } = session;
  const children = [el('h1', { tabindex: -1 }, 'Sign in')];
  const problem = TROUBLES[asked.get('trouble')];
  if (problem) {
    children.push(el('p', { class: 'notice bad', role: 'alert' }, problem));
  }
  if (session.signedIn) {
    children.push(
      el('p', {}, session.until ? `You are signed in as ${session.name}.` : 'Nobody has to sign in here.'),
      el('p', {}, el('a', { class: 'button primary', href: target }, 'Go on')));
  }
  if (ways.includes('issuer')) {
    const there = new URL(session.issuer).host;
    children.push(el('p', {}, el('a', { class: 'button primary', href: `/sign-in/start?to=${encodeURIComponent(target)}` }, `Sign in with ${there}`)));
  }
  if (ways.includes('key')) {
    children.push(keyForm(ways.includes('issuer')));
  } else if (!session.signedIn && ways.length === 0) {
    children.push(el('p', {}, 'This server knows its callers by tokens that programs send. These pages can’t send any.'));
  }
  place.replaceChildren(...children);
  place.removeAttribute('aria-busy');
}

function keyForm(second) {
  const field = el('input', { id: 'key', type: 'password', name: 'key', autocomplete: 'current-password', spellcheck: 'false', required: true, 'aria-describedby': 'key-hint key-fault' });
  const fault = el('p', { class: 'field-error', id: 'key-fault', role: 'alert', hidden: true });
  const button = el('button', { class: second ? 'button' : 'button primary', type: 'submit' }, 'Sign in with the key');
  const form = el('form', { class: 'stack' },
    el('div', { class: 'field' },
      el('label', { for: 'key' }, 'API key'),
      el('p', { class: 'hint', id: 'key-hint' }, 'It begins with acc_. An administrator of this server makes them; it stays in this browser, unreadable for scripts, until you sign out.'),
      field, fault),
    button);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    fault.hidden = true;
    field.removeAttribute('aria-invalid');
    button.setAttribute('aria-disabled', 'true');
    try {
      await ask('/api/session', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ key: field.value.trim() }) });
      location.assign(target);
    } catch (error) {
      fault.textContent = [401, 422].includes(error.code) ? 'This key doesn’t count here. See whether all of it came along.' : reason(error);
      fault.hidden = false;
      field.setAttribute('aria-invalid', 'true');
      button.removeAttribute('aria-disabled');
      field.focus();
    }
  });
  return form;
}

async function load() {
  try {
    draw(await askJson('/api/session'));
  } catch (error) {
    place.replaceChildren(trouble('The server can’t be asked how to sign in', error, load));
    place.removeAttribute('aria-busy');
  }
}

load();
