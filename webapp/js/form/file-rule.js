/** What a job type says of its file, in words and for a file picker. */
import { size } from '../words.js';

const NAMES = { 'text/csv': 'CSV', 'text/tab-separated-values': 'TSV', 'text/plain': 'plain text', 'image/gif': 'GIF', 'application/pdf': 'PDF' };
const NOT_FILES = ['application/json', 'multipart/form-data', 'application/octet-stream'];

/** @param {Object} type an entry of GET /api/types @returns {string} such as "Needs a file (CSV), up to 2 GB" */
export function fileRule(type) {
  if (type.file === 'none') {
    return 'Takes no file';
  }
  const need = type.file === 'required' ? 'Needs' : 'Can take';
  const kinds = fileKinds(type);
  const limit = type.limits?.maxFileBytes ? `, up to ${size(type.limits.maxFileBytes)}` : '';
  return `${need} a file${kinds && ` (${kinds})`}${limit}`;
}

/** @param {Object} type @returns {string} "CSV or plain text", "video"; empty if any kind will do */
export function fileKinds(type) {
  const names = fileTypes(type).map(kindName).filter(Boolean);
  return new Intl.ListFormat('en', { type: 'disjunction' }).format([...new Set(names)].slice(0, 3));
}

/**
 * The `accept` of a file picker. Browsers know the media type of few extensions, so the commonest
 * extension goes along.
 *
 * @param {Object} type @returns {string}
 */
export function pickerAccept(type) {
  const kinds = fileTypes(type);
  return [...kinds, ...(kinds.includes('text/csv') ? ['.csv', '.tsv', '.txt'] : [])].join(',');
}

/** The list also has what a submission without a file comes as. */
const fileTypes = (type) => (type.acceptedMediaTypes ?? []).filter((mediaType) => !NOT_FILES.includes(mediaType));

function kindName(mediaType) {
  const [family, kind] = mediaType.split('/');
  return NAMES[mediaType] ?? (kind === '*' && family !== '*' ? family : undefined);
}
