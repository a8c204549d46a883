/**
 * Which files this browser has begun to bring to the server, and where to, so that they can be gone on with after the page was
 * closed. A file is known again by its name, length and time of change: its content can't be looked at before it is chosen.
 */

const STORE = 'accepted.uploads';
const MOST = 20;

const sameFile = (one, file) => one.name === file.name && one.size === file.size && one.changed === file.lastModified;

/**
 * @typedef {Object} Unfinished
 * @property {string} url of the upload
 * @property {string} name of the file
 * @property {number} size in bytes
 * @property {number} changed when the file was, in milliseconds
 * @property {string} collection of the form
 * @property {number} offset how far it was when last heard of
 */

/** @returns {Unfinished[]} the newest first */
function all() {
  try {
    const kept = JSON.parse(localStorage.getItem(STORE) ?? '[]');
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

function keep(list) {
  try {
    localStorage.setItem(STORE, JSON.stringify(list.slice(0, MOST)));
  } catch (error) {
    // Storage is full or forbidden here: after a reload the file is sent from its beginning, and that is all.
    console.info('The upload is not remembered:', error.message);
  }
}

/** @param {string} collection @returns {Unfinished[]} those of a form */
export const unfinishedOf = (collection) => all().filter((one) => one.collection === collection);

/** @param {File} file @param {string} collection @returns {Unfinished|undefined} */
export const unfinished = (file, collection) => unfinishedOf(collection).find((one) => sameFile(one, file));

/** @param {File} file @param {string} collection @param {string} url @param {number} offset */
export function noteUpload(file, collection, url, offset) {
  const others = all().filter((one) => one.url !== url);
  keep([{ url, name: file.name, size: file.size, changed: file.lastModified, collection, offset }, ...others]);
}

/** @param {string} url of an upload that is gone, or a job's */
export function forgetUpload(url) {
  keep(all().filter((one) => one.url !== url));
}
