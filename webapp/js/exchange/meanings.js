/** What the headers of an answer tell its client, in words. */
import { counted } from '../words.js';

const REASONS = { 200: 'OK', 202: 'Accepted', 204: 'No Content', 206: 'Partial Content', 303: 'See Other', 304: 'Not Modified', 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found', 406: 'Not Acceptable', 409: 'Conflict', 410: 'Gone', 412: 'Precondition Failed', 416: 'Range Not Satisfiable', 429: 'Too Many Requests', 503: 'Service Unavailable' };

/** HTTP/2 has no reason phrases. @param {{code: number, reason: string}} look @returns {string} */
export const statusLine = ({ code, reason }) => `${code} ${reason || (REASONS[code] ?? '')}`.trim();

const HEADERS = {
  'retry-after': (value) => (/^\d+$/.test(value) ? `Ask again in ${counted(Number(value), 'second')}; sooner is no use.` : 'Ask again then.'),
  etag: () => 'The name of exactly this state. Sent back as If-None-Match, it gets a 304 without a body while nothing has changed.',
  'cache-control': (value) => (/no-store/.test(value) ? 'Don’t keep this answer.' : /no-cache/.test(value) ? 'Keep it, for yourself alone, and ask each time whether it still holds.' : ''),
  link: () => 'Where related things are.',
  'ratelimit-policy': () => 'How often one may ask.',
  ratelimit: () => 'What is left of what RateLimit-Policy allows.',
  'www-authenticate': () => 'How to show who asks.',
};

const CODES = {
  304: 'Nothing has changed since the state that If-None-Match names, so there is no body.',
  401: 'The server wants to know who asks.',
  404: 'There is no such job for you.',
  410: 'The job is over and has been deleted, since its time was up.',
  429: 'That was sooner than the last answer’s Retry-After allowed, once too often.',
};

/** @param {import('./look.js').Look} look @returns {Array<[string, string]>} a name and what it means; the code's first */
export function meanings({ code, headers, text, retryAfter }) {
  const ended = code === 200 && retryAfter === undefined;
  const said = headers.map(([name, value]) => [wireName(name), HEADERS[name]?.(value) ?? '']).filter(([, words]) => words);
  return [
    CODES[code] && [String(code), CODES[code]],
    ...said,
    ended && text && ['No Retry-After', 'The job has ended: there is nothing to wait for any more.'],
  ].filter(Boolean);
}

const SHORT = { etag: 'ETag', 'www-authenticate': 'WWW-Authenticate', ratelimit: 'RateLimit', 'ratelimit-policy': 'RateLimit-Policy' };

/** Browsers give names in lower case, HTTP/1.1 in capitals; either way they are the same. @param {string} name @returns {string} */
export const wireName = (name) => SHORT[name] ?? name.replace(/(^|-)([a-z])/g, (all) => all.toUpperCase());
