/** Who is told what happens to jobs, at /subscriptions. */
import { askJson } from '../api.js';
import { amend, said } from '../address.js';
import { makeForm } from '../admin/form.js';
import { secretNotice } from '../admin/secret.js';
import { makeSubscription } from '../admin/subscription.js';
import { subscriptionSchema } from '../admin/subscription-schema.js';
import { shown, sleep } from '../client/wait.js';
import { el } from '../dom.js';
import { labelsOf } from '../form/labels.js';
import { reconcile } from '../keyed.js';
import { trouble } from '../trouble.js';

/** Seconds until the next look. */
const PAUSE = 15;

const page = document.getElementById('page');
const parts = new Map();
const list = el('div', { class: 'stack' });
const empty = el('p', { class: 'empty', hidden: true }, 'Nobody is told of jobs yet. A subscription names an address, which is then told what happens to each of your jobs.');
const problem = el('div');
const told = el('div', { class: 'told-place' });
const maker = el('div');
let mayChange;

async function look() {
  try {
    mayChange ??= (await askJson('/api/session')).roles.some((role) => role !== 'observe');
    const { subscriptions } = await askJson('/api/subscriptions');
    problem.replaceChildren();
    reconcile(list, parts, subscriptions, ({ id }) => id, make);
    empty.hidden = subscriptions.length > 0;
  } catch (error) {
    problem.replaceChildren(trouble('The subscriptions could not be fetched', error, look));
  }
  page.removeAttribute('aria-busy');
}

const make = (subscription) => makeSubscription({ subscription, mayChange, open: said().get('deliveries') === subscription.id, again: look,
  toggled: (open) => amend({ deliveries: open ? subscription.id : undefined }) });

async function layForm(head) {
  const { types } = await askJson('/api/types');
  const form = makeForm({ title: 'New subscription', button: 'Subscribe', schema: subscriptionSchema(types), send: subscribe });
  maker.replaceChildren(form.element);
  head.append(form.opener);
}

async function subscribe({ labels, ...input }) {
  const body = JSON.stringify({ ...input, ...(labels && { labels: labelsOf(labels) }) });
  const { secret, url } = await askJson('/api/subscriptions', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
  told.replaceChildren(secretNotice({ title: `${url} is told from now on`, secret, words: 'This secret is shown once. The receiver checks signatures with it (Standard Webhooks).' }));
  await look();
  // When the form has closed: it would give the focus to the button that opened it.
  setTimeout(() => told.querySelector('h2').focus());
}

const head = el('div', { class: 'page-head' }, el('h1', { tabindex: -1 }, 'Subscriptions'));
page.replaceChildren(head, el('p', { class: 'page-words soft' }, 'Addresses that are told what happens to jobs, each time with a signature (webhooks).'), told, maker, problem, list, empty);
await look();
if (mayChange) {
  layForm(head).catch((error) => problem.append(trouble('There is no form to subscribe by', error, () => location.reload())));
}
for (;;) {
  await sleep(PAUSE, false);
  await shown();
  await look();
}
