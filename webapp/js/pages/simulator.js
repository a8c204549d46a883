/** The status codes, at /simulator: all of them, each with an answer to try, at /simulator?code=404; and faulty flows, at ?faulty. */
import { askJson } from '../api.js';
import { el } from '../dom.js';
import { codePage } from '../simulator/code.js';
import { faultyPage } from '../simulator/faulty.js';
import { codeList } from '../simulator/list.js';
import { trouble } from '../trouble.js';
import { seen } from '../view.js';

const page = document.getElementById('page');
const hash = /^#([1-5]\d\d)$/.exec(location.hash);

if (hash && !seen('code')) {
  location.replace(`/simulator?code=${hash[1]}`);
} else {
  await draw();
}

async function draw() {
  try {
    if (seen('faulty') !== undefined) {
      page.replaceChildren(...faultyPage((await askJson('/api/faulty')).faults, seen('faulty')));
      page.removeAttribute('aria-busy');
      return;
    }
    const all = await askJson('/api/status');
    page.replaceChildren(...(seen('code') ? codePage(all, seen('code')) : codeList(all)));
  } catch (error) {
    page.replaceChildren(el('h1', {}, 'Status codes'), trouble('The status codes could not be fetched', error, draw));
  }
  page.removeAttribute('aria-busy');
}
