/** For Django, Flask and FastAPI. */

/** What an application may not send by WSGI (PEP 3333): it belongs to the connection. */
const HOP_BY_HOP = ['Connection', 'Upgrade', 'Proxy-Authenticate'];

const quoted = (text) => (text.includes("'") ? JSON.stringify(text) : `'${text.replaceAll('\\', '\\\\')}'`);

/** The lines that set headers on a response, and the reason where some are left out. */
function lines(headers) {
  const left = headers.filter(([name]) => HOP_BY_HOP.includes(name));
  const note = left.length > 0
    ? `    # ${left.map(([name, value]) => `${name}: ${value}`).join(', ')} is for the server or the proxy in front\n    # to send: WSGI (PEP 3333) keeps it from applications.\n` : '';
  return note + headers.filter((header) => !left.includes(header))
    .map(([name, value]) => `    response.headers[${quoted(name)}] = ${quoted(value)}\n`).join('');
}

/** @param {import('./snippets.js').Wanted} wanted @returns {string} a view */
export function django({ code, method, headers, body }) {
  const made = body
    ? `    response = HttpResponse(\n        ${quoted(body.text)},\n        content_type=${quoted(body.type)}, status=${code})\n`
    : `    response = HttpResponse(status=${code})\n    del response.headers['Content-Type']  # there is no body\n`;
  return `\
from django.http import HttpResponse
${method === 'POST' ? 'from django.views.decorators.csrf import csrf_exempt\n' : ''}from django.views.decorators.http import require_http_methods


${method === 'POST' ? '@csrf_exempt  # of clients that have no cookie of yours\n' : ''}@require_http_methods([${quoted(method)}])
def answer(request):
${made}${lines(headers)}    return response
`;
}

/** @param {import('./snippets.js').Wanted} wanted @returns {string} an application */
export function flask({ code, method, headers, body }) {
  const made = body
    ? `    response = Response(\n        ${quoted(body.text)},\n        content_type=${quoted(body.type)}, status=${code})\n`
    : `    response = Response(status=${code})\n    del response.headers['Content-Type']  # there is no body\n`;
  return `\
from flask import Flask, Response

app = Flask(__name__)


@app.route('/answers/${code}', methods=[${quoted(method)}])
def answer():
${made}${lines(headers)}    return response
`;
}

/** @param {import('./snippets.js').Wanted} wanted @returns {string} an application */
export function fastApi({ code, method, headers, body }) {
  const content = body ? `        content=${quoted(body.text)},\n        media_type=${quoted(body.type)},\n` : '';
  const given = headers.map(([name, value]) => `            ${quoted(name)}: ${quoted(value)},\n`).join('');
  return `\
from fastapi import FastAPI, Response

app = FastAPI()


@app.${method.toLowerCase()}('/answers/${code}')
def answer():
    return Response(
        status_code=${code},
${content}${given ? `        headers={\n${given}        },\n` : ''}    )
`;
}
