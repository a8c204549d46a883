/** Showing a result in the page, by its media type. What can't be shown is only offered. */
import { ask } from '../api.js';
import { el } from '../dom.js';
import { csvTable } from './csv.js';
import { ownPath } from './downloads.js';
import { jsonSummary } from './json.js';

const MOST_TEXT = 64 * 1024;
const MOST_JSON = 1024 * 1024;

/**
 * @param {{url: string, mediaType: string, length: number, fileName: string}} result
 * @param {Array<{name: string, mediaType: string, url: string}>} files beside it
 * @returns {Promise<HTMLElement|undefined>}
 */
export async function preview(result, files) {
  const type = result.mediaType.split(';')[0].trim().toLowerCase();
  const name = result.fileName || 'the result';
  if (type === 'application/json' || type.endsWith('+json')) {
    return result.length <= MOST_JSON ? jsonSummary(await (await ask(result.url)).text()) : undefined;
  }
  if (type === 'text/csv') {
    return csvTable(await beginning(result), result.length > MOST_TEXT);
  }
  if (type.startsWith('image/')) {
    return el('img', { src: result.url, alt: `The result, ${name}`, class: 'media' });
  }
  if (type.startsWith('video/')) {
    const still = files.find((file) => file.mediaType?.startsWith('image/'));
    return el('video', { src: result.url, class: 'media', controls: true, preload: 'metadata', playsinline: true,
      poster: still && ownPath(still.url), 'aria-label': `The result, ${name}` });
  }
  if (type === 'text/html') {
    return framed(result, name, { sandbox: '' });
  }
  if (type === 'application/pdf') {
    // A browser's PDF viewer refuses to start in a sandbox; it keeps the document's scripts from the page itself.
    return navigator.pdfViewerEnabled && matchMedia('(min-width: 48rem)').matches ? framed(result, name, {}) : undefined;
  }
  return type.startsWith('text/') ? el('div', { class: 'scroller', tabindex: 0, role: 'region', 'aria-label': name },
    el('pre', {}, await beginning(result))) : undefined;
}

/** Only if the server lets it be shown: a frame with an attachment stays empty and downloads instead. */
async function framed(result, name, attributes) {
  const head = await ask(result.url, { method: 'HEAD' });
  return (head.headers.get('Content-Disposition') ?? 'inline').startsWith('inline')
    ? el('iframe', { src: result.url, title: `The result, ${name}`, class: 'sheet', ...attributes })
    : undefined;
}

/** @returns {Promise<string>} the first 64 KB as text */
async function beginning(result) {
  const response = await ask(result.url, { headers: { Range: `bytes=0-${MOST_TEXT - 1}` } });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (let part = await reader.read(); !part.done && text.length < MOST_TEXT; part = await reader.read()) {
    text += part.value;
  }
  await reader.cancel();
  return text;
}
