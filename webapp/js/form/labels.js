/** Labels of jobs, as forms ask for them: a line such as team:ops each. */
import { listField } from './text.js';

/** @param {string[]} lines @returns {Object<string, string>} */
export const labelsOf = (lines) => Object.fromEntries(lines.map((line) => {
  const colon = line.indexOf(':');
  return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
}));

/** @param {{title: string, hint?: string}} about @returns {import('./field.js').Field} whose value is an object; undefined for none */
export function labelsField({ title, hint }) {
  const field = listField({ title, schema: { description: ['Each as name:value.', hint].filter(Boolean).join(' ') }, items: { type: 'string', examples: ['team:ops'] }, required: false });
  const { read, fill } = field;
  const wrong = () => (read() ?? []).findIndex((line) => !/^[^:]*[^:\s][^:]*:/.test(line));
  return Object.assign(field, {
    read: () => (read()?.length > 0 ? labelsOf(read()) : undefined),
    fill: (labels) => fill(labels && Object.entries(labels).map(([name, value]) => `${name}:${value}`)),
    check: () => (wrong() < 0 ? [] : [{ path: [String(wrong())], detail: 'Write it as name:value.' }]),
  });
}
