/** Code that gives the answer a status code asks for, with what that needs, in several frameworks. */
import { jaxRs, spring } from './snippets-java.js';
import { django, fastApi, flask } from './snippets-python.js';
import { aspNet, express, go, rails } from './snippets-others.js';

const READ = 'This project’s tests see that the code and its headers are all there, but don’t run it.';

/** What mostly answers a POST, so that it is shown with one. */
const TO_POST = [201, 202, 303, 405, 409, 411, 413, 415, 422];

/** Codes whose answers aren’t JSON by their own rules. */
const BODIES = {
  206: { type: 'text/plain', text: '0123456789' },
  207: { type: 'application/xml', text: '<multistatus xmlns="DAV:"><response><href>/a</href><status>HTTP/1.1 200 OK</status></response></multistatus>' },
};

/**
 * @typedef {Object} Wanted
 * @property {number} code
 * @property {string} method
 * @property {Array<[string, string]>} headers
 * @property {{type: string, text: string}|undefined} body
 */

/**
 * @param {Object} code an entry of GET /api/status
 * @returns {Wanted}
 */
export function wantedOf({ code, reason, headers, body }) {
  const method = TO_POST.includes(code) ? 'POST' : 'GET';
  return {
    code, method,
    headers: headers.filter((header) => !header.method || header.method === method).map(({ name, example }) => [name, example]),
    body: body ? BODIES[code] ?? { type: 'application/json', text: JSON.stringify({ message: reason }) } : undefined,
  };
}

/**
 * @param {Object} code an entry of GET /api/status
 * @returns {Array<{key: string, name: string, how: string, text: string}>}
 */
export function answerSnippets(code) {
  const wanted = wantedOf(code);
  return [
    { key: 'jax-rs', name: 'JAX-RS', how: 'Jakarta REST, on any server that has it. This project’s tests run it, for every code, on the server that this one runs on.', text: jaxRs(wanted) },
    { key: 'spring', name: 'Spring', how: READ, text: spring(wanted) },
    { key: 'django', name: 'Django', how: READ, text: django(wanted) },
    { key: 'flask', name: 'Flask', how: READ, text: flask(wanted) },
    { key: 'fastapi', name: 'FastAPI', how: READ, text: fastApi(wanted) },
    { key: 'express', name: 'Express', how: READ, text: express(wanted) },
    { key: 'go', name: 'Go', how: READ, text: go(wanted) },
    { key: 'rails', name: 'Rails', how: READ, text: rails(wanted) },
    { key: 'aspnet', name: 'ASP.NET Core', how: READ, text: aspNet(wanted) },
  ];
}
