/** The files of a job, each with its name, kind and size. */
import { el } from '../dom.js';
import { size } from '../words.js';

const KINDS = {
  'application/json': 'JSON',
  'application/pdf': 'PDF',
  'text/csv': 'CSV',
  'text/html': 'web page',
  'text/plain': 'text',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel spreadsheet',
  'image/jpeg': 'JPEG picture',
};

/** @param {Array<{name: string, mediaType: string, length: number, url: string}>} files the result first @returns {HTMLElement} */
export function downloads(files) {
  return el('ul', { class: 'downloads' }, ...files.map((file, index) => el('li', {},
    el('span', { class: 'download-name' }, file.name),
    el('span', { class: 'small soft' }, [kind(file.mediaType), file.length !== undefined && size(file.length)].filter(Boolean).join(', ')),
    el('a', { class: index === 0 ? 'button small primary' : 'button small', href: ownPath(file.url), download: file.name },
      'Download', el('span', { class: 'unseen' }, ` ${file.name}`)))));
}

/** A file's address without the host: behind a proxy the server may know itself by another name than the visitor. */
export const ownPath = (url) => {
  const { pathname, search } = new URL(url, location.href);
  return pathname + search;
};

function kind(mediaType = '') {
  const bare = mediaType.split(';')[0].trim();
  const [family, name = ''] = bare.split('/');
  return KINDS[bare] ?? ({ video: `${name.toUpperCase()} film`, image: `${name.toUpperCase()} picture` }[family] ?? bare);
}
