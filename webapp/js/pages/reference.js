/** The API described, and tried out, at /reference: Swagger UI with what /openapi says. */
import { askJson } from '../api.js';
import { el } from '../dom.js';
import { forPages } from '../data/description.js';
import { mend } from '../data/mend.js';
import { trouble } from '../trouble.js';

const page = document.getElementById('page');
const dark = matchMedia('(prefers-color-scheme: dark)');

/** Swagger UI knows the dark by a class. */
const shade = () => document.documentElement.classList.toggle('dark-mode', dark.matches);

async function load() {
  try {
    if (!globalThis.SwaggerUIBundle) {
      throw new TypeError('Swagger UI has not come');
    }
    show(forPages(await askJson('/openapi')));
  } catch (error) {
    page.replaceChildren(trouble('The description could not be fetched', error, () => location.reload()));
    page.removeAttribute('aria-busy');
  }
}

function show(spec) {
  const place = el('div');
  page.replaceChildren(place);
  mend(place);
  globalThis.SwaggerUIBundle({
    spec,
    domNode: place,
    deepLinking: true,
    docExpansion: 'list',
    tryItOutEnabled: true,
    displayRequestDuration: true,
    filter: true,
    validatorUrl: null,
    onComplete: () => page.removeAttribute('aria-busy'),
  });
}

shade();
dark.addEventListener('change', shade);
load();
