/** For Express, Go, Rails and ASP.NET Core. Texts are quoted as JSON has them, which all of these read alike. */
const quoted = (text) => JSON.stringify(text);

/** @param {import('./snippets.js').Wanted} wanted @returns {string} a module */
export function express({ code, method, headers, body }) {
  const lines = headers.map(([name, value]) => `  response.set(${quoted(name)}, ${quoted(value)});\n`).join('');
  const end = body ? `  response.type(${quoted(body.type)}).send(${quoted(body.text)});` : '  response.end();';
  return `\
import express from 'express';

const app = express();

app.${method.toLowerCase()}('/answers/${code}', (request, response) => {
  response.status(${code});
${lines}${end}
});

app.listen(3000, '127.0.0.1');
`;
}

/** @param {import('./snippets.js').Wanted} wanted @returns {string} a program */
export function go({ code, method, headers, body }) {
  const all = body ? [...headers, ['Content-Type', body.type]] : headers;
  const lines = all.map(([name, value]) => `\tw.Header().Set(${quoted(name)}, ${quoted(value)})\n`).join('');
  const end = body ? `\tw.Write([]byte(${quoted(body.text)}))\n` : '';
  return `\
package main

import (
\t"log"
\t"net/http"
)

func answer(w http.ResponseWriter, r *http.Request) {
${lines}\tw.WriteHeader(${code})
${end}}

func main() {
\thttp.HandleFunc("${method} /answers/${code}", answer)
\tlog.Fatal(http.ListenAndServe("127.0.0.1:3000", nil))
}
`;
}

/** @param {import('./snippets.js').Wanted} wanted @returns {string} a controller */
export function rails({ code, method, headers, body }) {
  const lines = headers.map(([name, value]) => `    response.headers[${quoted(name)}] = ${quoted(value)}\n`).join('');
  const end = body ? `    render body: ${quoted(body.text)},\n           content_type: ${quoted(body.type)}, status: ${code}` : `    head ${code}`;
  return `\
# config/routes.rb: ${method.toLowerCase()} "/answers/${code}", to: "answers#answer"
class AnswersController < ActionController::API
  def answer
${lines}${end}
  end
end
`;
}

/** @param {import('./snippets.js').Wanted} wanted @returns {string} a program */
export function aspNet({ code, method, headers, body }) {
  const lines = headers.map(([name, value]) => `    context.Response.Headers[${quoted(name)}] = ${quoted(value)};\n`).join('');
  const end = body ? `    return Results.Text(${quoted(body.text)}, ${quoted(body.type)}, statusCode: ${code});` : `    return Results.StatusCode(${code});`;
  return `\
var app = WebApplication.CreateBuilder(args).Build();

app.Map${method === 'POST' ? 'Post' : 'Get'}("/answers/${code}", (HttpContext context) =>
{
${lines}${end}
});

app.Run();
`;
}
