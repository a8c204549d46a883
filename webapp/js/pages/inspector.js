/** Inspections of other asynchronous APIs, at /inspector: a form; each followed, then told, at /inspector?job={id}. */
import { addressOf, orderOf } from '../inspector/earlier.js';
import { byLink } from '../job/address.js';
import { whoCalls } from '../session.js';
import { seen } from '../view.js';

const page = document.getElementById('page');
const id = seen('job');

/** Whether this server wants to know who calls. */
const wantsNames = async () => ((await whoCalls())?.ways ?? []).length > 0;

async function showForm() {
  const { inspectionForm } = await import('../inspector/form.js');
  const earlier = seen('from') && await orderOf(seen('from')).catch(() => undefined);
  const given = earlier ?? { url: seen('url'), method: seen('method') };
  page.replaceChildren(...inspectionForm(given, await wantsNames(), (job) => location.assign(addressOf(job))));
  page.removeAttribute('aria-busy');
}

// Neither needs what the other is made of.
if (!id) {
  await showForm();
} else if (byLink) {
  // A link opens what the plain page shows, and no more.
  location.replace(`/results/${encodeURIComponent(id)}${location.search}`);
} else {
  const { follow } = await import('../inspector/follow.js');
  await follow(page, id, wantsNames);
}
