/** One API key, as an entry of their list. */
import { serverNow, ask } from '../api.js';
import { el } from '../dom.js';
import { momentWithin } from '../moment.js';
import { actButton, errorLine } from './act.js';

/** @param {Object} key @returns {boolean} whether it lets anybody in */
export const counts = ({ revokedAt, expiresAt }) => !revokedAt && !(expiresAt && new Date(expiresAt) <= serverNow());

/**
 * @param {Object} key
 * @param {function(): Promise<void>} again looks at all of them anew
 * @returns {{element: HTMLElement, update: function(Object): void}}
 */
export function makeKey({ id, name, owner, tenant, roles, createdAt, createdBy }, again) {
  const error = errorLine();
  const expires = el('p');
  const used = el('p', { class: 'small soft' });
  const revoke = actButton('Revoke', { error, kind: 'small danger', whose: name,
    ask: { title: `Revoke ${name}?`, body: 'Whoever uses it is turned away from now on. This can’t be undone.', yes: 'Revoke it', no: 'Keep it' },
    act: async () => { await ask(`/api/admin/keys/${encodeURIComponent(id)}`, { method: 'DELETE' }); await again(); document.querySelector('h1').focus(); } });
  const element = el('li', {},
    el('div', {}, el('p', { class: 'entry-name' }, name),
      el('p', { class: 'small soft' }, tenant ? `For ${owner} of ${tenant}` : `For ${owner}`, ' · ', el('code', {}, id))),
    el('p', { class: 'tags' }, ...roles.map((role) => el('span', { class: 'tag' }, role))),
    el('div', {}, expires, used, el('p', { class: 'small soft' }, 'Made ', momentWithin(createdAt), ` by ${createdBy}`)),
    el('div', { class: 'entry-act' }, revoke, error));
  let drawn;
  return {
    element,
    update(key) {
      const state = [key.expiresAt, key.revokedAt, key.lastUsedAt, counts(key)].join(' ');
      if (state !== drawn) {
        drawn = state;
        expires.replaceChildren(...end(key));
        used.replaceChildren(...(key.lastUsedAt ? ['Last used ', momentWithin(key.lastUsedAt)] : ['Never used']));
        element.classList.toggle('over', !counts(key));
        revoke.hidden = !counts(key);
      }
    },
  };
}

function end(key) {
  if (key.revokedAt) {
    return ['Revoked ', momentWithin(key.revokedAt)];
  }
  if (!key.expiresAt) {
    return ['Never expires'];
  }
  return [counts(key) ? 'Expires ' : 'Expired ', momentWithin(key.expiresAt)];
}
