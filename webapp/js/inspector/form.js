/** What is to be inspected. */
import { Refused } from '../api.js';
import { el } from '../dom.js';
import { group } from '../form/group.js';
import { handsIn } from '../form/hand-in.js';
import { forgetKey, keyFor, send } from '../form/send.js';
import { earlierInspections } from './earlier.js';
import { refusedAddress } from './failures.js';
import { bodyField, headersField, methodField, switchField, urlField } from './fields.js';

const CANCEL = {
  title: 'Cancel a job',
  on: 'a further job is submitted to your API, and canceled while it runs.',
  off: 'nothing is canceled, and how that goes isn’t looked at.',
};
const REMOVE = {
  title: 'Remove the job',
  on: 'at the end the job is deleted with its result, by DELETE at its monitor, and looked for again.',
  off: 'nothing is deleted, and how that goes isn’t looked at.',
};

/** Long enough to be watched, short enough to be waited for. A name would be looked up; the address needs none. */
const EXAMPLE = { method: 'POST', body: { duration: 'PT8S', steps: 8 } };
const example = () => ({ url: `${location.protocol}//${location.host.replace(/^localhost\b/, '127.0.0.1')}/api/simulations`, ...EXAMPLE });

/**
 * @param {Object} given what is filled in at first
 * @param {boolean} signIn whether this server wants to know who calls
 * @param {function(string): void} started told the id of the inspection
 * @returns {HTMLElement[]}
 */
export function inspectionForm(given, signIn, started) {
  const fields = { url: urlField(), method: methodField(), headers: headersField(), body: bodyField(), allowCancel: switchField(CANCEL), allowRemoval: switchField(REMOVE) };
  const form = group({ title: 'Inspection', fields, element: el('form', { novalidate: true, class: 'panel inspection-form', 'aria-label': 'Inspection' }) });
  const start = el('button', { class: 'button primary', type: 'submit' }, 'Inspect it');
  const { problems, refusal } = handsIn(form, start, async (input) => started(await submitted(input)));
  const tried = el('button', { class: 'button', type: 'button', onclick: () => tryHere(form, fields, signIn) }, 'Try it on this server');
  form.element.append(problems,
    el('div', { class: 'inspection-target' }, fields.method.element, fields.url.element),
    fields.headers.element, fields.body.element,
    el('fieldset', { class: 'consents' }, el('legend', {}, 'What it may do beyond looking'),
      el('p', { class: 'hint' }, 'What you enter is submitted twice in any case, with one Idempotency-Key: an API that heeds the key makes one job of both, others make two.'),
      fields.allowCancel.element, fields.allowRemoval.element),
    refusal, el('div', { class: 'actions' }, start, tried));
  form.fill(given);
  const earlier = earlierInspections();
  return [
    el('div', { class: 'heading' }, el('h1', {}, 'Inspector'),
      el('p', { class: 'soft' }, 'Goes through a job’s whole life at your asynchronous API, as a careful client would, and tells what is wrong, why it matters and what to do.')),
    el('div', { class: 'columns' }, el('div', {}, form.element, earlier.element), aside(signIn)),
  ];
}

/** What may be done stays as it was chosen; headers are another API's, unless this server has to be told who calls. */
function tryHere(form, fields, signIn) {
  form.clear();
  const headers = signIn ? fields.headers.read() : undefined;
  form.fill({ ...example(), headers, allowCancel: fields.allowCancel.read(), allowRemoval: fields.allowRemoval.read() });
  if (signIn && !headers) {
    fields.headers.flag('This server wants to know who calls. Add a line with an API key: Authorization: Bearer …');
    fields.headers.target.focus();
  } else {
    form.element.requestSubmit();
  }
}

/** With the reason where an address is refused: the server's own words are about URLs of all kinds. */
async function submitted(input) {
  try {
    const id = await send({ path: '/api/inspections', input, key: keyFor(input), onUpload: () => {}, signal: new AbortController().signal });
    forgetKey();
    return id;
  } catch (error) {
    const words = refusedAddress(input.url);
    if (!(error instanceof Refused) || !words) {
      throw error;
    }
    const errors = (error.problem.errors ?? []).map((one) => (one.pointer === '/url' ? { ...one, detail: words } : one));
    throw new Refused(error.code, { ...error.problem, errors }, error.retryAfter);
  }
}

function aside(signIn) {
  const facts = [
    ['What it asks', '200 requests at most, one after the other, as often as your Retry-After says'],
    ['How long', 'As long as your job takes and a little more; 15 minutes at most'],
    ['What it calls', 'Public addresses, and what this server’s administrator allows besides'],
    ['What you get', 'A grade, findings with the exchanges that show them, and a report as JSON, HTML or JUnit XML'],
    ['As a request', el('code', {}, 'POST /api/inspections')],
  ];
  return el('aside', { class: 'stack', 'aria-label': 'About inspections' },
    el('dl', { class: 'facts' }, ...facts.map(([name, what]) => el('div', {}, el('dt', {}, name), el('dd', {}, what)))),
    signIn && el('p', { class: 'small soft' }, 'This server wants to know who calls. To try the inspector on it, give an API key among the headers: ', el('code', {}, 'Authorization: Bearer …')),
    el('p', { class: 'small soft' }, 'What you enter is kept with the inspection, headers and all, until that is removed; you alone see it.'));
}
