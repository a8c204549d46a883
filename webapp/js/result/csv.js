/** The first rows of a CSV file as a table. */
import { table } from './table.js';

const MOST_ROWS = 20;

/**
 * @param {string} text the beginning of a file (RFC 4180; comma, semicolon or tab)
 * @param {boolean} cut more follows, so the last line may be half a line
 * @returns {HTMLElement|undefined} undefined if there are no rows
 */
export function csvTable(text, cut) {
  const rows = parse(text.replace(/^\uFEFF/, ''), MOST_ROWS + 2);
  const complete = cut && rows.length < MOST_ROWS + 2 ? rows.slice(0, -1) : rows;
  const [head, ...body] = complete;
  if (!head) {
    return undefined;
  }
  const more = cut || body.length > MOST_ROWS;
  const shown = body.slice(0, MOST_ROWS);
  return table(more ? `The first ${shown.length} rows` : 'All rows', head, shown);
}

/** @param {string} text @param {number} most rows @returns {string[][]} */
export function parse(text, most) {
  const separator = guess(text.slice(0, text.indexOf('\n') + 1 || undefined));
  const rows = [];
  let row = [];
  let cell = '';
  let quoted = false;
  const endRow = () => {
    rows.push([...row, cell]);
    row = [];
    cell = '';
  };
  for (let index = 0; index < text.length && rows.length < most; index += 1) {
    const character = text[index];
    if (quoted) {
      if (character !== '"') {
        cell += character;
      } else if (text[index + 1] === '"') {
        cell += '"';
        index += 1;
      } else {
        quoted = false;
      }
    } else if (character === '"' && cell === '') {
      quoted = true;
    } else if (character === separator) {
      row.push(cell);
      cell = '';
    } else if (character === '\n') {
      endRow();
    } else if (character !== '\r') {
      cell += character;
    }
  }
  if (rows.length < most && (cell !== '' || row.length > 0)) {
    endRow();
  }
  return rows;
}

function guess(line) {
  const times = (separator) => line.split(separator).length;
  return [',', ';', '\t'].reduce((best, one) => (times(one) > times(best) ? one : best));
}
