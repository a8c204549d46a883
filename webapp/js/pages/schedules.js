/** What is submitted again and again: the list at /schedules, a new one at /schedules?new, a change at /schedules?edit=ID. */
import { said } from '../address.js';
import { el } from '../dom.js';
import { showEditor } from '../schedules/editor.js';
import { showList } from '../schedules/list.js';
import { nextRun } from '../schedules/times.js';

const page = document.getElementById('page');
let drawn;
let leaving = new AbortController();

/** Steps within a page, such as to its main part, are steps of the history, too. */
const view = () => JSON.stringify(['new', 'edit', 'cursor'].map((name) => said().get(name)));

function draw() {
  leaving.abort();
  leaving = new AbortController();
  const { signal } = leaving;
  const first = drawn === undefined;
  drawn = view();
  const id = said().get('edit') || undefined;
  const editing = id !== undefined || said().has('new');
  document.title = `${id ? 'Edit a schedule' : editing ? 'New schedule' : 'Schedules'} · Accepted`;
  page.setAttribute('aria-busy', 'true');
  editing ? showEditor({ page, id, draw, saved, signal }) : showList({ page, draw, signal });
  if (!first) {
    scrollTo(0, 0);
    page.querySelector('h1').focus();
  }
}

/** The list takes the form's place in the history: Back is not to lead to a form that was handed in. */
function saved(schedule) {
  history.replaceState({}, '', '/schedules');
  draw();
  const heading = el('h2', { tabindex: -1 }, `${schedule.name} is scheduled`);
  page.querySelector('.page-words').after(el('div', { class: 'notice told' }, heading, el('p', {}, 'Next job: ', ...nextRun(schedule))));
  heading.focus();
}

addEventListener('popstate', () => view() === drawn || draw());
draw();
