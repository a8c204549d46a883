/** Handing in a job. XMLHttpRequest, since fetch can't tell how far an upload is. */
import { randomKey } from '../client.js';
import { parseProblem, Refused } from '../client/answer.js';

/**
 * Sends the input: as JSON, or as a form if a file comes along (nested values are JSON text then).
 *
 * @param {Object} job
 * @param {string} job.path where to, such as /api/imports
 * @param {Object} job.input
 * @param {File} [job.file]
 * @param {string} [job.upload] URL of an upload that the server has, in place of the file
 * @param {string} job.key the same for each try of the same submission, so that the server takes it only once
 * @param {function(number, number): void} job.onUpload bytes sent, bytes in all
 * @param {AbortSignal} job.signal
 * @returns {Promise<string>} the id of the job
 * @throws {Refused} if the server didn't take it, with code 0 if it couldn't be reached
 */
export function send({ path, input, file, upload, key, onUpload, signal }) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', upload ? naming(path, upload) : path);
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Idempotency-Key', `"${key}"`);
    request.upload.addEventListener('progress', (event) => event.lengthComputable && onUpload(event.loaded, event.total));
    request.addEventListener('load', () => {
      const id = request.status === 202 && acceptedId(request);
      id ? resolve(id) : reject(refusal(request));
    });
    request.addEventListener('error', () => reject(new Refused(0, {}, undefined)));
    request.addEventListener('abort', () => reject(new DOMException('The upload was stopped.', 'AbortError')));
    signal.addEventListener('abort', () => request.abort());
    if (file) {
      request.send(asForm(input, file));
    } else {
      request.setRequestHeader('Content-Type', 'application/json');
      request.send(JSON.stringify(input));
    }
  });
}

function naming(path, upload) {
  const id = upload.split('/').pop();
  return `${path}${path.includes('?') ? '&' : '?'}upload=${encodeURIComponent(id)}`;
}

function asForm(input, file) {
  const form = new FormData();
  for (const [name, value] of Object.entries(input)) {
    form.append(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
  form.append('file', file, file.name);
  return form;
}

function acceptedId(request) {
  const location = request.getResponseHeader('Location');
  return parseProblem(request.responseText).id ?? location?.split('?')[0].split('/').pop();
}

function refusal(request) {
  const seconds = Number.parseInt(request.getResponseHeader('Retry-After') ?? '', 10);
  return new Refused(request.status, parseProblem(request.responseText), Number.isNaN(seconds) ? undefined : seconds);
}

let current = { what: '', key: '' };

/**
 * The key of a submission: a new one whenever what is sent has changed.
 *
 * @param {Object} input @param {File} [file] @returns {string}
 */
export function keyFor(input, file) {
  const what = JSON.stringify([input, file?.name, file?.size, file?.lastModified]);
  if (what !== current.what) {
    current = { what, key: randomKey() };
  }
  return current.key;
}

/** Forgets the key: what is sent next is meant as a job of its own. */
export function forgetKey() {
  current = { what: '', key: '' };
}
