/** Requests to the simulator. Knows nothing of the page. */
import { wireName } from '../exchange/meanings.js';

/**
 * @typedef {Object} Wanted
 * @property {number} code
 * @property {string} method
 * @property {string} sleep milliseconds; empty for none
 * @property {string[]} headers each `Name: value`
 * @property {string} body empty for the usual one
 */

/** @param {Wanted} wanted @returns {string} path and query */
export function pathOf({ code, sleep, headers, body }) {
  const query = new URLSearchParams([
    ...(sleep ? [['sleep', sleep]] : []), ...headers.map((line) => ['header', line]), ...(body ? [['body', body]] : []),
  ]);
  return `/api/status/${code}${query.size > 0 ? `?${query}` : ''}`;
}

/** URLSearchParams leaves no quote or space in an address. @param {Wanted} wanted @returns {string} a line for a shell */
export function curlOf(wanted) {
  const method = { GET: '', HEAD: ' --head' }[wanted.method] ?? ` -X ${wanted.method}`;
  const shown = wanted.method === 'HEAD' ? '' : ' -i';
  return `curl${shown}${method} '${location.origin}${pathOf(wanted).replaceAll("'", '%27')}'`;
}

/**
 * @param {string} path
 * @param {string} method
 * @param {RequestInit} [more] for what is not open to all
 * @returns {Promise<{failed?: boolean, redirected?: boolean, status?: number, reason?: string, headers?: Array<[string, string]>, text?: string, took?: number}>}
 */
export async function sendTo(path, method, more = {}) {
  const began = performance.now();
  try {
    const answer = await fetch(path, { method, redirect: 'manual', cache: 'no-store', credentials: 'omit', ...more });
    if (answer.type === 'opaqueredirect') {
      return { redirected: true, took: performance.now() - began };
    }
    const text = await answer.text();
    return {
      status: answer.status, reason: answer.statusText, text,
      headers: [...answer.headers].map(([name, value]) => [wireName(name), value]), took: performance.now() - began,
    };
  } catch {
    return { failed: true };
  }
}
