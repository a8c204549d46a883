/** The API keys: who may call this server. */
import { askJson } from '../api.js';
import { addressWith, leadsTo, said } from '../address.js';
import { el } from '../dom.js';
import { reconcile } from '../keyed.js';
import { trouble } from '../trouble.js';
import { counted } from '../words.js';
import { makeForm } from './form.js';
import { counts, makeKey } from './key.js';
import { secretNotice } from './secret.js';

const ROLES = [['submit', 'submit: hand in jobs, and see its own'], ['observe', 'observe: see everybody’s'], ['admin', 'admin: see and change everybody’s, and this page']];
const OWNER = '^[A-Za-z0-9._@+-]{1,100}$';
const TENANT = '^[A-Za-z0-9._~%-]{1,64}$';

/**
 * @param {Object} session of an administrator, as /api/session says
 * @returns {{opener: HTMLElement, element: HTMLElement, load: function(): Promise<void>}}
 */
export function makeKeys(session) {
  const parts = new Map();
  const list = el('ul', { class: 'entries keys', 'aria-label': 'API keys' });
  const empty = el('p', { class: 'empty', hidden: true }, 'There are no keys that count.');
  const problem = el('div');
  const told = el('div');
  const ended = el('p', { class: 'small' });
  const load = async () => {
    try {
      draw((await askJson('/api/admin/keys')).keys);
      problem.replaceChildren();
    } catch (error) {
      problem.replaceChildren(trouble('The keys could not be fetched', error, load));
    }
  };
  const draw = (keys) => {
    const all = said().get('keys') === 'all';
    const over = keys.filter((key) => !counts(key));
    const shown = all ? keys : keys.filter(counts);
    reconcile(list, parts, shown, ({ id }) => id, (key) => makeKey(key, load));
    list.hidden = shown.length === 0;
    empty.hidden = shown.length > 0;
    const other = el('a', { href: addressWith({ keys: all ? undefined : 'all' }) }, all ? 'Leave out those that count no more' : `Show ${counted(over.length, 'key')} that ${over.length === 1 ? 'counts' : 'count'} no more`);
    leadsTo(other, load);
    ended.replaceChildren(over.length > 0 ? other : '');
  };
  const form = makeForm({ title: 'New key', button: 'Make the key', schema: keySchema(session), send: async (input) => {
    const made = await askJson('/api/admin/keys', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(input) });
    told.replaceChildren(secretNotice({ title: `The key ${made.name} is made`, secret: made.key, words: 'It is shown this once, and not kept. Give it to whoever is to use it.' }));
    await load();
    // When the form has closed: it would give the focus to the button that opened it.
    setTimeout(() => told.querySelector('h2').focus());
  } });
  return { opener: form.opener, element: el('div', { class: 'stack' }, told, form.element, problem, list, empty, ended), load };
}

/** Nobody makes keys that may more than they may, or are another tenant's. */
const keySchema = ({ roles, tenant }) => ({
  type: 'object',
  required: ['name', 'roles'],
  properties: {
    name: { title: 'Name', description: 'What people call it.', type: 'string', minLength: 1, maxLength: 100, examples: ['nightly build'] },
    roles: { title: 'Roles', type: 'array', items: { oneOf: ROLES.filter(([role]) => roles.includes(role)).map(([value, title]) => ({ const: value, title })) } },
    owner: { title: 'Owner', description: 'Whose jobs it hands in and sees. Several keys may have the same. Without it, the name is, which then has to be one word.', type: 'string', pattern: OWNER, examples: ['ci'] },
    ...(!tenant && { tenant: { title: 'Tenant', description: 'Keeps what it does apart from other tenants.', type: 'string', pattern: TENANT, examples: ['acme'] } }),
    expiresAt: { title: 'Expires', description: 'Without it, never.', type: 'string', format: 'date-time' },
  },
});
