/** The types of jobs, at /types: what each takes, how busy it is, and whether it is paused. */
import { shown, sleep } from '../client/wait.js';
import { askJson } from '../api.js';
import { el } from '../dom.js';
import { reconcile } from '../keyed.js';
import { trouble } from '../trouble.js';
import { makeType } from '../data/type.js';

/** Seconds until the next look. */
const PAUSE = 30;

const page = document.getElementById('page');
const list = el('div', { class: 'stack' });
const note = el('p', { class: 'soft' });
const problem = el('div');
const parts = new Map();
let session;

async function look() {
  try {
    session ??= await askJson('/api/session');
    const { types } = await askJson('/api/types');
    problem.replaceChildren();
    reconcile(list, parts, types.sort((a, b) => a.title.localeCompare(b.title)), ({ name }) => name, (type) => makeType(type, session, look));
    note.textContent = types.length === 0 ? 'This server has no job types installed.' : scope();
  } catch (error) {
    problem.replaceChildren(trouble('The types of jobs could not be fetched', error, look));
  }
  page.removeAttribute('aria-busy');
}

/** Whoever sees everybody's jobs needn't be told. */
const scope = () => (session.roles.some((role) => role !== 'submit')
  ? 'What this server does, and how busy it is.' : 'What this server does, and how many of your jobs are at it.');

page.replaceChildren(el('div', { class: 'page-head' }, el('h1', {}, 'Types of jobs'), note), problem, list);
for (;;) {
  await look();
  await sleep(PAUSE, false);
  await shown();
}
