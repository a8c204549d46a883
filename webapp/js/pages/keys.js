/** For administrators, at /keys: API keys, who is blocked, what was done. */
import { makeAudit } from '../admin/audit.js';
import { makeKeys } from '../admin/keys.js';
import { makeOffenders } from '../admin/offenders.js';
import { onReturn } from '../address.js';
import { askJson } from '../api.js';
import { el } from '../dom.js';
import { goToSignIn } from '../session.js';
import { trouble } from '../trouble.js';

const page = document.getElementById('page');
const heading = el('h1', { tabindex: -1 }, 'API keys');

async function load() {
  try {
    const session = await askJson('/api/session');
    if (!session.signedIn) {
      goToSignIn();
    } else if (session.roles.includes('admin')) {
      await lay(session);
    } else {
      page.replaceChildren(stranger(session));
    }
  } catch (error) {
    page.replaceChildren(heading, trouble('The server can’t be asked who you are', error, load));
  }
  page.removeAttribute('aria-busy');
}

async function lay(session) {
  const keys = makeKeys(session);
  // What belongs to the server is no tenant's to see.
  const offenders = session.tenant ? undefined : makeOffenders();
  const audit = makeAudit();
  page.replaceChildren(el('div', { class: 'page-head' }, heading, keys.opener), ...[unused(session)].filter(Boolean), keys.element,
    ...[offenders?.element].filter(Boolean), audit.element);
  onReturn(keys.load);
  await Promise.all([keys.load(), offenders?.load(), audit.load()]);
}

/** Keys can be made where they don't count yet. */
function unused({ ways, until }) {
  if (ways.includes('key')) {
    return undefined;
  }
  return ways.length === 0 && !until
    ? el('div', { class: 'notice wait' }, el('p', {}, 'Nobody has to sign in on this server: whoever can reach it may do everything. Keys count once it is started with ',
      el('code', {}, 'accepted.auth=keys'), '; those that are made now will count then.'))
    : el('p', { class: 'notice wait' }, 'This server knows its callers by the tokens of an issuer. Keys count once it is started with ', el('code', {}, 'accepted.auth=keys,oidc'), '.');
}

function stranger({ name, roles }) {
  return el('div', { class: 'panel stack lone' }, el('p', { class: 'code' }, '403'), heading,
    el('p', {}, `This page is for administrators. You are signed in as ${name}${roles.length > 0 ? `, with the role${roles.length === 1 ? '' : 's'} ${roles.join(' and ')}` : ', with no role'}.`),
    el('p', {}, el('a', { class: 'button primary', href: '/' }, 'To the start page')));
}

load();
