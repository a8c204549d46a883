/** The form of a job type, at /submit/{collection}. */
import { askJson, Refused } from '../api.js';
import { el } from '../dom.js';
import { bring, LONG } from '../form/bring.js';
import { fileRule } from '../form/file-rule.js';
import { fileField } from '../form/file.js';
import { given } from '../form/given.js';
import { group, makeFields } from '../form/group.js';
import { OPTIONS, optionsField, pointAtFields, requestFor } from '../form/options.js';
import { isLost, persist } from '../form/persist.js';
import { repeatButton } from '../form/repeat.js';
import { uploadProgress } from '../form/progress.js';
import { forgetKey, keyFor, send } from '../form/send.js';
import { suggestDatasets } from '../form/suggestions.js';
import { showProblems, showRefusal } from '../form/summary.js';
import { forgetUpload } from '../form/unfinished.js';
import { recall, remember } from '../remember.js';
import { trouble } from '../trouble.js';
import { duration, isoSeconds } from '../words.js';

const page = document.getElementById('page');
const collection = decodeURIComponent(location.pathname.split('/').filter(Boolean).pop());

async function load() {
  try {
    const { types } = await askJson('/api/types');
    const type = types.find((one) => one.collection === collection);
    page.replaceChildren(...(type?.available ? formFor(type) : [noForm(type)]));
  } catch (error) {
    page.replaceChildren(el('h1', {}, 'Start a job'), trouble('The form could not be fetched', error, load));
  }
  page.removeAttribute('aria-busy');
}

function noForm(type) {
  return el('div', { class: 'panel stack lone' },
    el('h1', {}, type ? `${type.title} is not available` : 'There is no such kind of job'),
    el('p', {}, type ? type.unavailableReason ?? 'It is switched off on this server.' : 'The address may be mistyped, or this server lacks that kind of job.'),
    el('p', {}, el('a', { class: 'button primary', href: '/' }, 'See what there is')));
}

function formFor(type) {
  document.title = `${type.title} · Accepted`;
  const file = type.file === 'none' ? {} : { file: fileField(type) };
  const parameters = makeFields(type.inputSchema, type.inputSchema);
  const problems = el('div', { class: 'problems', tabindex: -1, hidden: true });
  const submit = el('button', { class: 'button primary', type: 'submit' }, 'Start the job');
  const options = optionsField();
  const fields = { ...file, ...parameters, [OPTIONS]: options };
  const form = group({ title: type.title, fields, element: el('form', { novalidate: true, class: 'panel' }) });
  const repeat = type.file !== 'required' && repeatButton(type.name, form);
  const sender = new Sender(type, form, problems, submit);
  const example = el('button', { class: 'button small', type: 'button', onclick: () => { form.clear(); form.fill({ ...type.example, [OPTIONS]: options.read() }); } }, 'Fill in the example');
  form.element.append(problems, ...Object.values(fields).map((field) => field.element), sender.progress.element,
    el('div', { class: 'actions' }, submit, repeat));
  form.element.addEventListener('submit', (event) => { event.preventDefault(); sender.submit(); });
  file.file?.element.addEventListener('input', () => options.withFile(Boolean(file.file.read())));
  suggestDatasets(form);
  const asked = new URLSearchParams(location.search);
  const earlier = recall(asked.get('from')) ?? given(asked, type.inputSchema);
  if (earlier) {
    form.fill(earlier);
  }
  return [el('div', { class: 'heading' }, el('h1', {}, type.title), el('p', { class: 'soft' }, type.description), example),
    el('div', { class: 'columns' }, form.element, aside(type))];
}

function aside(type) {
  const facts = [
    ['File', type.file === 'none' ? '' : fileRule(type)],
    ['Time limit', duration(isoSeconds(type.limits?.timeout ?? '') ?? 0)],
    ['If it fails', type.limits?.maxAttempts > 1 ? `Tried up to ${type.limits.maxAttempts} times` : 'Not tried again'],
    ['As a request', el('code', {}, `POST /api/${type.collection}`)],
  ];
  return el('aside', { class: 'stack' },
    el('p', {}, 'Once accepted, the job gets a page of its own. It shows how far the work has come and keeps the result.'),
    el('dl', { class: 'facts' }, ...facts.filter(([, what]) => what && what !== 'no time').map(([name, what]) => el('div', {}, el('dt', {}, name), el('dd', {}, what)))));
}

/** Sends the form, once at a time. */
class Sender {
  constructor(type, form, problems, submit) {
    Object.assign(this, { type, form, problems, button: submit, stop: undefined });
    this.progress = uploadProgress(() => this.stop?.abort(), submit);
    // Coming back by the browser's history shows the page as it was left: still sending.
    addEventListener('pageshow', (event) => event.persisted && this.busy(false));
  }

  async submit() {
    if (this.stop) {
      return;
    }
    const wrong = this.form.check();
    if (wrong.length > 0) {
      showProblems(this.problems, this.form, wrong);
      return;
    }
    const { file, [OPTIONS]: options, ...input } = this.form.read();
    const request = requestFor(this.type, input, options, file);
    this.form.clear();
    this.problems.hidden = true;
    this.busy(true);
    try {
      const id = await this.hand(request, file);
      forgetKey();
      if (!file) {
        // When it was to run was for that job.
        const { runAt, ...again } = options ?? {};
        remember(id, { ...input, ...(options && { [OPTIONS]: again }) });
      }
      location.assign(`/results/${encodeURIComponent(id)}`);
    } catch (error) {
      this.busy(false);
      if (error instanceof Refused) {
        pointAtFields(error.problem, request.path);
        showRefusal(this.problems, this.form, error);
      } else if (error.name !== 'AbortError') {
        throw error;
      }
    }
  }

  /**
   * A long file is brought in parts before its job is handed in. A job that had the file already, with its answer lost, is
   * what the same key leads to.
   */
  async hand(request, file) {
    const told = {
      onUpload: (sent, total) => file && this.progress.to(sent, total),
      onWait: (seconds, now, why) => this.progress.waits(seconds, now, why),
      signal: this.stop.signal,
    };
    const key = keyFor(request, file);
    if (file === undefined || file.size <= LONG) {
      return send({ ...request, file, key, ...told });
    }
    if (this.brought?.key !== key) {
      this.brought = { key, upload: await bring(file, this.type.collection, told) };
    }
    const { upload } = this.brought;
    if (!upload) {
      return send({ ...request, file, key, ...told });
    }
    try {
      const id = await persist(() => send({ ...request, upload, key, ...told, onUpload: () => {} }), told, isLost);
      forgetUpload(upload);
      return id;
    } catch (error) {
      if (error.code === 404) {
        this.brought = undefined;
        forgetUpload(upload);
      }
      throw error;
    }
  }

  /** aria-disabled, not disabled: a disabled button loses the focus. */
  busy(sending) {
    this.stop = sending ? new AbortController() : undefined;
    this.button.textContent = sending ? 'Sending…' : 'Start the job';
    this.button.setAttribute('aria-disabled', String(sending));
    if (!sending) {
      this.progress.reset();
      this.form.find(['file']).field?.refresh?.();
    }
  }
}

load();
