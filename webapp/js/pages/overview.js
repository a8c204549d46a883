/** How the whole server stands, at /overview: live, over one stream. */
import { askJson } from '../api.js';
import { el, say } from '../dom.js';
import { listen } from '../live.js';
import { makeActivity } from '../overview/activity.js';
import { makeCounts } from '../overview/counts.js';
import { makeServer } from '../overview/server.js';
import { makeTroubles } from '../overview/troubles.js';
import { reason, trouble } from '../trouble.js';
import { roughly } from '../words.js';

const page = document.getElementById('page');
const live = document.getElementById('live');
let parts;

async function start() {
  try {
    for await (const event of listen('/api/overview/events', new AbortController().signal)) {
      if (event.trouble) {
        say(live, `${reason(event.trouble)} Trying again in ${roughly(event.seconds)}.`);
      } else if (event.name === 'overview') {
        say(live, '');
        parts ??= await lay(event.data);
        parts.forEach((part) => part.update(event.data));
      }
    }
  } catch (error) {
    parts = undefined;
    page.replaceChildren(trouble('How things stand could not be learned', error, start));
    page.removeAttribute('aria-busy');
  }
}

/** The titles of types are a nicety: without them the page shows their names. */
async function lay(overview) {
  const { types } = await askJson('/api/types').catch(() => ({ types: [] }));
  const titles = new Map(types.map(({ name, title }) => [name, title]));
  const title = (name) => titles.get(name) ?? name;
  const made = [makeCounts(title)];
  if (overview.server) {
    made.unshift(makeTroubles());
    made.push(makeActivity(title), makeServer());
  }
  page.replaceChildren(el('div', { class: 'overview' }, ...made.map((part) => part.element)));
  page.removeAttribute('aria-busy');
  return made;
}

start();
