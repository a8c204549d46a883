/** What a form asks for a subscription. */

import { EVENTS } from '../form/callback.js';

/** @param {Array<{name: string, title: string}>} types of jobs @returns {Object} JSON Schema; `labels` are lines such as team:ops there */
export const subscriptionSchema = (types) => ({
  type: 'object',
  required: ['url'],
  properties: {
    url: { title: 'Address', description: 'What is told. It has to be reachable from this server.', type: 'string', format: 'uri', pattern: '^https?://[^/]+', examples: ['https://example.org/hooks/jobs'] },
    events: { title: 'When a job', description: 'None chosen: whatever happens.', type: 'array', items: { oneOf: EVENTS.map(([value, title]) => ({ const: value, title })) } },
    types: { title: 'Of the type', description: 'None chosen: of any type.', type: 'array', items: { oneOf: types.map(({ name, title }) => ({ const: name, title })) } },
    labels: { title: 'With the labels', description: 'Each as name:value.', type: 'array', items: { type: 'string', pattern: '^[^:]+:.*$', examples: ['team:ops'] } },
  },
});
