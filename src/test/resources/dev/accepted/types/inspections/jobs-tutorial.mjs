// After tutorials of background jobs in the most used web framework of Node, their faults left in: 201 with an id
// and nothing else, a map that is asked without looking, an error page with the stack, and no way to the result.
import { createServer } from 'node:http';

const jobs = new Map();

function send(response, status, type, body, headers = {}) {
  response.writeHead(status, { 'X-Powered-By': 'Express', 'Content-Type': `${type}; charset=utf-8`, ...headers });
  response.end(body);
}

function answer(request, response) {
  const [, collection, id] = request.url.split('/');
  if (request.method === 'POST' && collection === 'jobs' && !id) {
    const jobId = jobs.size + 1;
    jobs.set(String(jobId), { status: 'processing', looks: 0 });
    return send(response, 201, 'application/json', JSON.stringify({ jobId }));
  }
  if (request.method === 'GET' && collection === 'jobs' && id) {
    const job = jobs.get(id);
    job.looks += 1;
    if (job.looks >= 8) {
      job.status = 'completed';
    }
    const progress = job.looks === 3 ? 10 : Math.min(100, job.looks * 20);
    const body = JSON.stringify({ id: Number(id), status: job.status, progress, created: Date.now() });
    return send(response, 200, 'application/json', body);
  }
  return send(response, 404, 'text/html', `<pre>Cannot ${request.method} ${request.url}</pre>`);
}

const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    try {
      answer(request, response);
    } catch (error) {
      send(response, 500, 'text/html', `<pre>${error.stack.replaceAll('\n', '<br>')}</pre>`);
    }
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
