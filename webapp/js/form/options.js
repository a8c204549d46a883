/** What can be asked for a job beside its input, as the API names it. */
import { el } from '../dom.js';
import { callbackField } from './callback.js';
import { group, makeFields } from './group.js';
import { labelsField } from './labels.js';
import { spanField } from './span.js';

/** The name of the options among the members of an input: none of those begins with that. */
export const OPTIONS = '@options';

const NUMBERS = {
  properties: {
    priority: { title: 'Priority', description: 'From 0 to 9; 9 goes first.', type: 'integer', minimum: 0, maximum: 9, default: 4 },
    maxAttempts: { title: 'Most attempts', description: 'Empty: as many as its type has.', type: 'integer', minimum: 1, maximum: 100 },
  },
};

const LATER = { properties: { runAt: { title: 'Not before', description: 'On the clock of this device. Empty: at once.', type: 'string', format: 'date-time' } } };

/** @returns {Object<string, import('./field.js').Field>} what each job can be given, whoever hands it in */
export const makeOptions = () => named({
  ...makeFields(NUMBERS, NUMBERS),
  timeout: spanField({ title: 'Time limit', hint: 'Of one attempt. Empty: that of its type.', unit: 'minutes' }),
  retain: spanField({ title: 'Kept for', hint: 'Once it has finished. Empty: as long as usual.', unit: 'days' }),
  labels: labelsField({ title: 'Labels' }),
  callback: callbackField(),
});

function named(fields) {
  Object.entries(fields).forEach(([name, { element }]) => { element.dataset.member = name; });
  return fields;
}

/**
 * The options of a job that is handed in, closed until somebody wants them.
 *
 * @returns {import('./field.js').Field & {withFile: function(boolean): void}} whose value is an object; undefined for none.
 *   With a file, it has no choice of a callback's events, which the server has no place for then
 */
export function optionsField() {
  const fields = { ...makeFields(LATER, LATER), ...makeOptions() };
  const details = el('details', { class: 'options' }, el('summary', {}, 'Options'),
    el('div', { class: 'fields pairs' }, ...Object.values(fields).map(({ element }) => element)));
  const field = group({ title: 'Options', fields, element: details });
  const { read, fill, find } = field;
  const { callback } = fields;
  return Object.assign(field, {
    read: () => {
      const options = read();
      if (callback.events.element.hidden) {
        delete options.callback?.events;
      }
      return Object.keys(options).length > 0 ? options : undefined;
    },
    fill: (value) => {
      fill(value);
      details.open = value !== undefined;
    },
    // What is wrong in it has to be seen.
    find: (path) => {
      details.open = true;
      return find(path);
    },
    withFile: (has) => { callback.events.element.hidden = has; },
  });
}

/** @param {Object} [options] @returns {string} the same as a query, with its question mark; empty for none */
export function optionsQuery({ labels, callback, ...texts } = {}) {
  const query = new URLSearchParams(texts);
  Object.entries(labels ?? {}).forEach(([name, value]) => query.append('label', `${name}:${value}`));
  if (callback) {
    query.append('callback', callback.url);
  }
  const text = String(query);
  return text && `?${text}`;
}

/**
 * The request that hands a job in: its options are members beside its input, or stand in the query if a file comes along.
 *
 * @param {{name: string, collection: string}} type
 * @param {Object} input @param {Object} [options] @param {File} [file]
 * @returns {{path: string, input: Object}} where to, and what is sent there
 */
export const requestFor = (type, input, options, file) => (options && !file
  ? { path: '/api/jobs', input: { type: type.name, input, ...options } }
  : { path: `/api/${type.collection}${optionsQuery(options)}`, input });

/**
 * Has a problem point at the form's fields: what it says of an option, and of the input of an envelope.
 *
 * @param {Object} problem document, to be changed
 * @param {string} path where the request went
 */
export function pointAtFields(problem, path) {
  const option = problem.parameter === 'label' ? 'labels' : problem.parameter;
  if (option) {
    problem.errors = [{ pointer: `/${OPTIONS}/${option}`, detail: problem.detail?.replace(/^"[^"]*": /, '') }];
  } else if (path === '/api/jobs') {
    problem.errors?.forEach((error) => { error.pointer = error.pointer?.replace(/^\/input(?=\/|$)/, ''); });
  }
}
