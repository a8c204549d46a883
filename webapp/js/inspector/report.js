/** The report of an inspection that is over. */
import { askJson, ask } from '../api.js';
import { copyButton } from '../copy.js';
import { el, say } from '../dom.js';
import { block } from '../exchange/wire.js';
import { jobPath } from '../job/address.js';
import { confirmed } from '../job/confirm.js';
import { moment } from '../moment.js';
import { reason } from '../trouble.js';
import { took } from '../words.js';
import { checkedSection } from './checked.js';
import { buildCommand } from './command.js';
import { exchangesSection } from './exchanges.js';
import { findingsSection } from './findings.js';
import { spansOf } from './spans.js';
import { timelineSection } from './timeline.js';
import { nameOf, verdict } from './verdict.js';

const PARTS = [['findings', 'Findings'], ['timeline', 'Timeline'], ['exchanges', 'Exchanges'], ['checked', 'What it looked at'], ['build', 'On a build server']];
const REMOVE = { title: 'Remove this inspection?', body: 'Its report is deleted, and this address then leads nowhere.', yes: 'Remove it', no: 'Keep it' };

/**
 * @param {Object} job one that succeeded
 * @param {Object|undefined} order what it was submitted with; undefined where that isn't shown
 * @param {boolean} signIn whether this server wants to know who calls
 * @param {function(): void} removed called once it is no more
 * @returns {Promise<{elements: HTMLElement[], heading: HTMLElement}>}
 * @throws {Refused} if the report can't be had
 */
export async function reportOf(job, order, signIn, removed) {
  const report = await askJson(jobPath(job.id, 'result'));
  const [first] = report.exchanges;
  const target = { method: first?.request.method ?? order?.method ?? 'POST', url: first?.request.url ?? order?.url ?? '' };
  const origin = URL.canParse(target.url) ? new URL(target.url).origin : '';
  const head = verdict(report, target);
  const exchanges = exchangesSection(report, origin);
  const parts = [
    findingsSection(report, origin),
    timelineSection(report, (index) => reveal(exchanges, index)),
    exchanges,
    checkedSection(jobPath(job.id, 'files', 'inspection.xml'), report.findings.map(({ id }) => id), withheld(order)),
    order && build(order, signIn),
  ].filter(Boolean);
  document.title = `${report.grade} · ${nameOf(target.url)} · Accepted`;
  return {
    heading: head.heading,
    elements: [head.element,
      el('nav', { class: 'contents small', 'aria-label': 'On this page' }, ...PARTS.filter(([id]) => parts.some((part) => part.id === id)).map(([id, name]) => el('a', { href: `#${id}` }, name))),
      el('div', { class: 'columns report' }, el('div', {}, ...parts), aside(job, report, order, removed))],
  };
}

/** Opens one of the list, and goes there. */
function reveal(list, index) {
  const row = list.querySelector(`#exchange-${index}`);
  row.hidden = false;
  row.open = true;
  row.querySelector('summary').focus({ preventScroll: true });
  row.scrollIntoView({ block: 'start' });
}

function withheld(order) {
  const missing = order ? [!order.allowCancel && 'to cancel a job', !order.allowRemoval && 'to remove one'].filter(Boolean) : [];
  return missing.length > 0 ? `the inspection wasn’t allowed ${missing.join(', nor ')}` : '';
}

function build(order, signIn) {
  const text = buildCommand(order, location.origin, signIn);
  const code = el('code', {}, text);
  return el('section', { class: 'part', id: 'build', 'aria-labelledby': 'build-title' },
    el('h2', { id: 'build-title' }, 'On a build server'),
    el('p', { class: 'soft' }, 'The same inspection as a step of a build. It leaves JUnit XML, and fails if there are errors. It needs curl 7.84.'),
    el('div', { class: 'with-copy' }, block('Lines for a shell', el('pre', { class: 'snippet' }, code)), copyButton('the lines', () => text, code)));
}

function aside(job, { exchanges }, order, removed) {
  const file = (name) => jobPath(job.id, 'files', name);
  const files = [['HTML', file('inspection.html'), 'inspection.html'], ['JSON', jobPath(job.id, 'result'), 'inspection.json'], ['JUnit XML', file('inspection.xml'), 'inspection.xml']];
  const consent = (given) => (given ? 'Yes' : 'No');
  const facts = [
    ['Inspected', moment(job.finishedAt)],
    ['Requests', `${exchanges.length} within ${took(spansOf(exchanges).length)}`],
    order && ['A job canceled', consent(order.allowCancel)],
    order && ['The job removed', consent(order.allowRemoval)],
    job.expiresAt && ['Kept until', moment(job.expiresAt)],
  ].filter(Boolean);
  return el('aside', { class: 'stack', 'aria-label': 'About this inspection' },
    order && el('p', {}, el('a', { class: 'button primary', href: `/inspector?from=${encodeURIComponent(job.id)}` }, 'Inspect it again')),
    el('section', { 'aria-labelledby': 'take-title' }, el('h2', { id: 'take-title', class: 'aside-title' }, 'Take it along'),
      el('ul', { class: 'take' }, ...files.map(([words, href, name]) => el('li', {}, el('a', { href, download: name }, words))))),
    el('dl', { class: 'facts' }, ...facts.map(([name, what]) => el('div', {}, el('dt', {}, name), el('dd', {}, what)))),
    el('p', { class: 'small' }, el('a', { href: `/jobs/${encodeURIComponent(job.id)}` }, 'All there is of this job')),
    removal(job.id, removed));
}

function removal(id, removed) {
  const error = el('p', { class: 'field-error', role: 'alert', hidden: true });
  const remove = async () => {
    if (!(await confirmed(REMOVE))) {
      return;
    }
    try {
      await ask(jobPath(id), { method: 'DELETE' });
      removed();
    } catch (refused) {
      say(error, reason(refused));
    }
  };
  return el('div', {}, el('button', { class: 'button small danger', type: 'button', onclick: remove }, 'Remove'), error);
}
