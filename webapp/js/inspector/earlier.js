/** The caller's latest inspections: what was inspected, when, and the grade. */
import { ask, askJson } from '../api.js';
import { el } from '../dom.js';
import { jobPath } from '../job/address.js';
import { moment } from '../moment.js';
import { standing, statusMark } from '../status.js';
import { gradeWord } from './grade.js';

const MOST = 5;

/** Bytes of a report that have its grade in them, which comes first. */
const HEAD = 63;

/** @returns {{element: HTMLElement}} fills itself; stays away where there are none, or they can't be had: it is a nicety */
export function earlierInspections() {
  const list = el('ul', { class: 'earlier' });
  const element = el('section', { class: 'part', 'aria-labelledby': 'earlier-title', hidden: true },
    el('div', { class: 'part-head' }, el('h2', { id: 'earlier-title' }, 'Earlier inspections'), el('a', { href: '/jobs?type=inspection' }, 'All of them')), list);
  const load = async () => {
    const { jobs } = await askJson(`/api/jobs?type=inspection&limit=${MOST}`);
    list.replaceChildren(...jobs.map(row));
    element.hidden = jobs.length === 0;
  };
  load().catch((error) => console.info('Earlier inspections are not shown:', error.message));
  return { element };
}

function row(job) {
  const name = el('code', {}, '…');
  const mark = el('span', { class: 'earlier-mark' }, statusMark(standing(job)));
  orderOf(job.id).then(({ method = 'POST', url }) => { name.textContent = `${method} ${url}`; })
    .catch(() => { name.textContent = job.id; });
  if (job.status === 'succeeded') {
    gradeOf(job.id).then((grade) => grade && mark.replaceChildren(gradeMark(grade)))
      .catch((error) => console.info('A grade is not shown:', error.message));
  }
  return el('li', {}, el('a', { href: addressOf(job.id) }, name), el('span', { class: 'small soft' }, moment(job.submittedAt)), mark);
}

/** @param {string} id of an inspection @returns {string} where its page is */
export const addressOf = (id) => `/inspector?job=${encodeURIComponent(id)}`;

/** @param {string} grade @returns {HTMLElement} the letter in its colour, with its word for who doesn't see that */
export const gradeMark = (grade) => el('span', { class: 'grade-mark', 'data-grade': grade, title: gradeWord(grade) }, grade, el('span', { class: 'unseen' }, `, ${gradeWord(grade)}`));

/** @param {string} id of an inspection @returns {Promise<Object>} what it was submitted with */
export const orderOf = (id) => askJson(jobPath(id, 'input'));

async function gradeOf(id) {
  const answer = await ask(jobPath(id, 'result'), { headers: { Accept: 'application/json', Range: `bytes=0-${HEAD}` } });
  return /"grade":\s*"([A-F])"/.exec(await answer.text())?.[1];
}
