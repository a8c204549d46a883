/** Bringing a long file to the server in parts, so that a lost connection costs no more than what was on its way. */
import { parseProblem, Refused } from '../client/answer.js';
import { ask } from '../api.js';
import { persist } from './persist.js';
import { forgetUpload, noteUpload, unfinished } from './unfinished.js';

/** Shorter files are sent with their submission. */
export const LONG = 5 * 1024 * 1024;
const PART = 16 * 1024 * 1024;
/** A connection on which nothing moves for so many milliseconds is lost, whatever the browser thinks. */
const STILL = 60_000;
/** The server has no place for it, or no kind of job takes it as it is: then it goes with its submission, if it goes at all. */
const NOT_HERE = [415, 501];

/**
 * @param {File} file
 * @param {string} collection of the form
 * @param {Object} told
 * @param {function(number, number): void} told.onUpload bytes that are there, bytes in all
 * @param {function(number|undefined, function(): void): void} told.onWait as of {@link persist}
 * @param {AbortSignal} told.signal ends it; what is there stays
 * @returns {Promise<string|undefined>} the URL of the upload; undefined if the file is to go with its submission
 * @throws {Refused} if the server doesn't take it
 */
export async function bring(file, collection, told) {
  const keepOn = (act) => persist(act, told);
  let upload = await keepOn(() => known(file, collection, told.signal));
  try {
    upload ??= await keepOn(() => begin(file, collection, told.signal));
  } catch (error) {
    if (NOT_HERE.includes(error.code)) {
      return undefined;
    }
    throw error;
  }
  while (!upload.complete) {
    told.onUpload(upload.offset, file.size);
    const from = upload;
    upload = await keepOn(() => further(file, from, (offset) => noteUpload(file, collection, from.url, offset), told));
    noteUpload(file, collection, upload.url, upload.offset);
  }
  told.onUpload(file.size, file.size);
  return upload.url;
}

async function known(file, collection, signal) {
  const before = unfinished(file, collection);
  return before && standing(before.url, signal);
}

/** Undefined if it is gone: it has expired, was removed, or a job has it. */
async function standing(url, signal) {
  try {
    const answer = await ask(url, { method: 'HEAD', cache: 'no-store', signal });
    return { url, offset: Number(answer.headers.get('Upload-Offset')), complete: answer.headers.get('Upload-Complete') === '?1' };
  } catch (error) {
    if (error.code === 404) {
      forgetUpload(url);
      return undefined;
    }
    throw error;
  }
}

async function begin(file, collection, signal) {
  const answer = await ask(`/api/uploads?fileName=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers: { 'Content-Type': file.type || 'application/octet-stream', 'Upload-Complete': '?0', 'Upload-Length': String(file.size) },
    signal,
  });
  const url = new URL(answer.headers.get('Location')).pathname;
  noteUpload(file, collection, url, 0);
  return { url, offset: 0, complete: false };
}

/** The next part. After a failure nothing is known, so whoever tries again asks first. */
async function further(file, upload, note, told) {
  const from = upload.doubtful ? await standing(upload.url, told.signal) : upload;
  if (!from) {
    throw new Refused(404, { title: 'What was sent so far is no longer there. Send the file again.' });
  }
  if (from.complete) {
    return from;
  }
  upload.doubtful = true;
  note(from.offset);
  told.onUpload(from.offset, file.size);
  const end = Math.min(file.size, from.offset + PART);
  return sendPart(file.slice(from.offset, end), { url: upload.url, offset: from.offset, complete: end === file.size },
    (sent) => told.onUpload(from.offset + sent, file.size), told.signal);
}

/** XMLHttpRequest, since fetch can't tell how far an upload is. */
function sendPart(part, { url, offset, complete }, onSent, signal) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    let still;
    const moved = () => {
      clearTimeout(still);
      still = setTimeout(stop, STILL);
    };
    request.open('PATCH', url);
    request.setRequestHeader('Content-Type', 'application/partial-upload');
    request.setRequestHeader('Upload-Offset', String(offset));
    request.setRequestHeader('Upload-Complete', complete ? '?1' : '?0');
    request.upload.addEventListener('progress', (event) => { moved(); onSent(event.loaded); });
    request.addEventListener('load', () => {
      if (request.status === 204) {
        resolve({ url, offset: Number(request.getResponseHeader('Upload-Offset')), complete: request.getResponseHeader('Upload-Complete') === '?1' });
      } else {
        reject(new Refused(request.status, parseProblem(request.responseText), Number.parseInt(request.getResponseHeader('Retry-After') ?? '0', 10)));
      }
    });
    request.addEventListener('error', () => reject(new Refused(0, {}, undefined)));
    request.addEventListener('abort', () => reject(signal.aborted ? new DOMException('The upload was stopped.', 'AbortError') : new Refused(0, {}, undefined)));
    request.addEventListener('loadend', () => { clearTimeout(still); signal.removeEventListener('abort', stop); });
    signal.addEventListener('abort', stop);
    moved();
    request.send(part);
  });
}

/** @param {string} url of an upload that nobody wants any more */
export async function giveUp(url) {
  try {
    await ask(url, { method: 'DELETE' });
  } catch (error) {
    if (error.code !== 404) {
      throw error;
    }
  }
  forgetUpload(url);
}
