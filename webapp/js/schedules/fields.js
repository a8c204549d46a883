/** What the form asks of a schedule, as the API names it. */
import { el } from '../dom.js';
import { freshId } from '../form/field.js';
import { group, makeFields } from '../form/group.js';
import { makeOptions } from '../form/options.js';
import { textField } from '../form/text.js';
import { inputField, typeField } from './input.js';
import { whenField } from './when.js';

const OWN_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

const HEAD = { required: ['name'], properties: { name: { title: 'Name', type: 'string', maxLength: 100, examples: ['Nightly report'] } } };

const CATCH_UP = {
  title: 'Times that were missed',
  description: 'What becomes of times at which no server was there, or none that could take a job. What was missed while the schedule was paused is never made up for.',
  oneOf: [
    { const: 'once', title: 'One job makes up for all of them' },
    { const: 'skip', title: 'They are passed over' },
    { const: 'all', title: 'Each gets its job, up to a hundred' },
  ],
  default: 'once',
};

/**
 * @param {Array<Object>} types that may be chosen
 * @param {function(string|undefined): void} chosen told which type is
 * @returns {import('../form/field.js').Field & {parts: HTMLElement[]}} the whole form, whose value is what the API takes,
 *   and what is to be shown in it
 */
export function scheduleFields(types, chosen) {
  const type = typeField(types);
  const input = inputField(types);
  const when = { cron: whenField(), zone: zoneField(), ...makeFields({ properties: { catchUp: CATCH_UP } }, {}) };
  const each = makeOptions();
  const fields = { ...makeFields(HEAD, HEAD), type, input, ...when, ...each };
  const form = group({ title: 'Schedule', fields, element: el('form', { novalidate: true, class: 'panel' }) });
  const choose = () => input.choose(type.read());
  type.element.addEventListener('input', () => { choose(); chosen(type.read()); });
  form.parts = [fields.name.element, type.element, input.element, topic('When', when), topic('Each job', each, 'pairs')];
  const { fill } = form;
  form.fill = (value) => {
    type.fill(value?.type);
    choose();
    fill(value);
  };
  choose();
  return form;
}

const topic = (title, fields, kind = '') => el('fieldset', { class: 'topic' }, el('legend', {}, title),
  el('div', { class: `fields ${kind}` }, ...Object.values(fields).map(({ element }) => element)));

/** Suggests all zones that the browser knows; the server may know more. */
function zoneField() {
  const field = textField({ title: 'Time zone', required: true, schema: { description: 'Whose clocks count.', maxLength: 100, default: OWN_ZONE } });
  const names = new Set(['UTC', OWN_ZONE, ...Intl.supportedValuesOf('timeZone')]);
  const id = freshId();
  field.target.after(el('datalist', { id }, ...[...names].map((value) => el('option', { value }))));
  field.target.setAttribute('list', id);
  return field;
}
