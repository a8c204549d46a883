/** Server-sent events (HTML Standard, section 9.2.6). */

/** Characters. */
const LONGEST_EVENT = 4 << 20;
const MILLISECONDS = 1000;

/**
 * Takes a stream apart.
 *
 * @param {ReadableStream} body
 * @param {function(): void} alive called with each sign of life, an event or not
 * @yields {{name: string|undefined, data: string, id: string|undefined, retry: number|undefined}} `retry` in seconds
 * @throws {TypeError} if it breaks off, or an event doesn't end
 */
export async function* eventsOf(body, alive) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  let event = { data: [] };
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    alive();
    // A return at the end of a piece may yet be followed by its line feed.
    const lines = (rest + piece.value).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop();
    for (const line of lines) {
      if (line === '') {
        if (event.data.length > 0) {
          yield { ...event, data: event.data.join('\n') };
        }
        event = { data: [], id: event.id, retry: event.retry };
      } else {
        const [, field, value] = /^([^:]*):? ?(.*)$/s.exec(line);
        if (field === 'data') {
          event.data.push(value);
        } else if (field === 'event') {
          event.name = value;
        } else if (field === 'id') {
          event.id = value;
        } else if (field === 'retry' && /^\d+$/.test(value)) {
          event.retry = Number(value) / MILLISECONDS;
        }
      }
    }
    if (rest.length > LONGEST_EVENT) {
      throw new TypeError('An event without an end');
    }
  }
}
