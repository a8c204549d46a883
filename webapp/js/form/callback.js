/** The field for whom a job is to tell. */
import { el } from '../dom.js';
import { checksField } from './checks.js';
import { group } from './group.js';
import { textField } from './text.js';

/** What can happen to a job: as the API names it, and in words. */
export const EVENTS = [['succeeded', 'has succeeded'], ['failed', 'has failed'], ['canceled', 'was canceled'], ['queued', 'is queued'],
  ['started', 'has started'], ['retrying', 'is to be tried again'], ['expired', 'has expired']];

/** @returns {import('./field.js').Field & {events: import('./field.js').Field}} whose value is a callback as the API takes it; what else the API tells of one goes with it */
export function callbackField() {
  const url = textField({ title: 'Tell this address', required: false, schema: { format: 'uri', examples: ['https://example.org/hooks/jobs'],
    description: 'It is called by this server, which has to be able to reach it.' } });
  const events = checksField({ title: 'When the job', hint: 'None chosen: when it has succeeded, failed or was canceled.',
    values: EVENTS.map(([value, title]) => ({ value, title })) });
  url.element.dataset.member = 'url';
  events.element.dataset.member = 'events';
  const field = group({ title: url.title, fields: { url, events }, element: el('div', { class: 'fields callback' }, url.element, events.element) });
  let shown;
  return Object.assign(field, {
    events,
    read: () => {
      const address = url.read()?.trim();
      const { events: before, ...rest } = shown ?? {};
      return address ? { ...rest, url: address, ...(events.read() && { events: chosen(before, events.read()) }) } : undefined;
    },
    fill: (callback) => {
      shown = callback;
      url.fill(callback?.url);
      events.fill(callback?.events);
    },
    check: () => (!url.read() && events.read() ? [{ path: ['url'], detail: 'Say whom to tell.' }] : []),
    find: ([step]) => (step === 'events' ? { field: events, rest: [] } : { field: url, rest: [] }),
  });
}

/** In the order in which they were given, if nothing else has changed. */
const chosen = (before, now) => (before?.length === now.length && now.every((one) => before.includes(one)) ? before : now);
