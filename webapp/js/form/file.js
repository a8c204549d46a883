/** The field for a job's file: choose it or drop it. */
import { el, say, show } from '../dom.js';
import { size } from '../words.js';
import { fileKinds, pickerAccept } from './file-rule.js';
import { leaf } from './field.js';
import { resumable } from './resumable.js';

/**
 * @param {Object} type an entry of GET /api/types that takes a file
 * @returns {import('./field.js').Field} reads a File; its `refresh` looks again what of it was sent before
 */
export function fileField(type) {
  const control = el('input', { type: 'file', class: 'picker', accept: pickerAccept(type) });
  const chosen = el('p', { class: 'chosen', hidden: true });
  const remove = el('button', { class: 'button small', type: 'button', hidden: true }, 'Take it out');
  const choose = el('span', { class: 'button small' }, 'Choose a file');
  const drop = el('span', { class: 'soft drop-words' }, 'or drop it here');
  const before = resumable(type.collection, () => asAccepted(control.files[0], type), control);
  const zone = el('div', { class: 'dropzone' }, chosen, before.element, el('p', { class: 'invitation', 'aria-hidden': 'true' }, choose, drop), control, remove);
  const limit = type.limits?.maxFileBytes;
  const kinds = fileKinds(type);

  const update = () => {
    const file = control.files[0];
    say(chosen, file ? `${file.name} (${size(file.size)})` : '');
    say(choose, file ? 'Choose another' : 'Choose a file');
    drop.hidden = Boolean(file);
    show(remove, Boolean(file), control);
    before.update();
    control.dispatchEvent(new Event('input'));
  };
  control.addEventListener('change', update);
  remove.addEventListener('click', () => { control.value = ''; update(); });
  before.update();
  acceptDrops(zone, (files) => { control.files = files; update(); });

  const field = leaf({
    title: 'File', required: type.file === 'required', control, shown: zone,
    hint: [kinds && `${kinds.charAt(0).toUpperCase()}${kinds.slice(1)}.`, limit && `Up to ${size(limit)}.`].filter(Boolean).join(' '),
    read: () => asAccepted(control.files[0], type),
    fill: () => {},
    complaint: () => {
      const file = control.files[0];
      if (!file) {
        return type.file === 'required' ? 'Choose a file.' : '';
      }
      return limit && file.size > limit ? `This file is ${size(file.size)} long; at most ${size(limit)} are taken.` : '';
    },
  });
  field.refresh = before.update;
  return field;
}

function acceptDrops(zone, take) {
  let inside = 0;
  const mark = (change) => {
    inside = change === 0 ? 0 : inside + change;
    zone.classList.toggle('over', inside > 0);
  };
  zone.addEventListener('dragenter', (event) => { event.preventDefault(); mark(1); });
  zone.addEventListener('dragleave', () => mark(-1));
  zone.addEventListener('dragover', (event) => event.preventDefault());
  zone.addEventListener('drop', (event) => {
    event.preventDefault();
    mark(0);
    if (event.dataTransfer.files.length === 1) {
      take(event.dataTransfer.files);
    }
  });
}

/** Some systems label CSV as a spreadsheet or not at all; the name is the better witness. */
function asAccepted(file, type) {
  const csv = file && /\.(csv|tsv)$/i.test(file.name) && type.acceptedMediaTypes?.includes('text/csv');
  return csv && file.type !== 'text/csv' ? new File([file], file.name, { type: 'text/csv', lastModified: file.lastModified }) : file;
}
