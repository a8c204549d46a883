/** What a job's page says while the server can't be asked. */
import { Refused } from '../api.js';
import { el } from '../dom.js';
import { reason } from '../trouble.js';
import { roughly } from '../words.js';

/**
 * @param {HTMLElement} page to be filled where there is nothing of the job to be seen yet
 * @param {(function(string): void)|undefined} tell has it said beside what is there of the job
 * @param {Error} error @param {number} seconds until it is tried again
 */
export function tellTrouble(page, tell, error, seconds) {
  const text = `${error instanceof Refused ? reason(error) : 'The connection is lost.'} Trying again in ${roughly(seconds)}. The job itself goes on.`;
  if (tell) {
    tell(text);
  } else {
    page.replaceChildren(el('h1', {}, 'One moment'), el('p', { class: 'notice wait', role: 'status' }, text));
  }
}
