/** Which rows are chosen: one by one, by ranges, all of the page. */
import { el } from '../dom.js';

/**
 * @param {ReturnType<import('./table.js').makeTable>} table
 * @param {function(): void} changed called after each change
 */
export function makeSelection(table, changed) {
  /** The row that was chosen last: where a range begins. */
  let anchor;
  let ranged = false;
  const all = el('input', { type: 'checkbox', onchange: () => setAll(all.checked) });
  const choosable = () => table.rows().filter((row) => !row.isGone());
  const chosen = () => choosable().filter((row) => row.box.checked);

  const draw = () => {
    const rows = choosable();
    const count = chosen().length;
    table.rows().forEach((row) => row.element.classList.toggle('job-chosen', row.box.checked));
    all.checked = count > 0 && count === rows.length;
    all.indeterminate = count > 0 && count < rows.length;
    all.disabled = rows.length === 0;
    changed();
  };
  const setAll = (checked) => {
    choosable().forEach((row) => { row.box.checked = checked; });
    draw();
  };
  const choose = (row, checked, toRow) => {
    const rows = table.rows();
    const begin = toRow && rows.includes(anchor) ? anchor : row;
    const [from, to] = [rows.indexOf(begin), rows.indexOf(row)].sort((a, b) => a - b);
    rows.slice(from, to + 1).filter((one) => !one.isGone()).forEach((one) => { one.box.checked = checked; });
    anchor = row;
    draw();
  };

  table.element.addEventListener('mousedown', (event) => {
    ranged = event.shiftKey;
    if (ranged && event.target.closest('.job-pick')) {
      // It would mark the text between, too.
      event.preventDefault();
    }
  });
  table.element.addEventListener('keydown', (event) => { ranged = event.shiftKey; });
  table.element.addEventListener('change', (event) => {
    const row = table.rowOf(event.target);
    choose(row, row.box.checked, ranged);
  });

  return {
    element: el('label', { class: 'select-all' }, all, el('span', {}, 'All', el('span', { class: 'rest' }, ' on this page'))),
    chosen,
    /** Whether all rows are chosen. */
    isWhole: () => all.checked,
    draw,
    clear: () => setAll(false),
    /** Chooses a row, or not any more; with it all between, if asked to. */
    toggle: (row, toRow) => !row.isGone() && choose(row, toRow || !row.box.checked, toRow),
  };
}
