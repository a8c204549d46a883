/** A job's log lines in their order, each once: they come from its stream, and all those before it from the log itself. */
import { ask } from '../api.js';
import { jobPath } from './address.js';

/**
 * @typedef {{number: number, attempt: number, at: string, text: string}} Line
 *
 * @param {number} most so many are held while the log is read
 * @param {function(Line[]): void} put gets those that are new
 * @param {function(): void} missing called when some have not come, so that the log is to be read
 * @returns {{hold: function(): void, fill: function(Line[]): void, release: function(): void, add: function(Line): void}}
 */
export function ordered(most, put, missing) {
  let last = 0;
  let held = [];
  let holding = false;
  const fill = (some) => {
    const fresh = some.filter(({ number }) => number > last);
    if (fresh.length > 0) {
      last = fresh.at(-1).number;
      put(fresh);
    }
  };
  return {
    hold() { holding = true; },
    fill,
    release() {
      holding = false;
      fill(held);
      held = [];
    },
    add(line) {
      if (holding) {
        held = [...held, line].slice(-most);
      } else if (line.number > last + 1) {
        held = [line];
        missing();
      } else {
        fill([line]);
      }
    },
  };
}

/** @param {string} id of the job @param {number} most @returns {Promise<Line[]>} the last lines; the log is read as it comes, however long it is */
export async function stored(id, most) {
  const answer = await ask(jobPath(id, 'log'), { headers: { Accept: 'application/x-ndjson' } });
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  let texts = [];
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    const some = (rest + piece.value).split('\n');
    rest = some.pop();
    texts = [...texts, ...some].slice(-most);
  }
  return texts.map((text) => JSON.parse(text));
}
