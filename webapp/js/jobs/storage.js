/** What this browser keeps for the list. Where keeping is forbidden, the page keeps it until it is closed. */

const PREFIX = 'accepted.jobs.';
const held = new Map();

/** @param {string} name @returns {*} what was kept by this name; undefined if nothing was, or nothing that can be read */
export function kept(name) {
  try {
    const text = localStorage.getItem(PREFIX + name);
    return text === null ? held.get(name) : JSON.parse(text);
  } catch {
    return held.get(name);
  }
}

/** @param {string} name @param {*} value @returns {boolean} whether it is still there when the page is opened again */
export function keep(name, value) {
  held.set(name, value);
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** @param {function(): void} changed called when another tab has kept something */
export const watchKept = (changed) => addEventListener('storage', (event) => event.key?.startsWith(PREFIX) && changed());
