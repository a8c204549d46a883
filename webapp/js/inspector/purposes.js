/** What the inspector makes its requests for, as the report spells it, and in words as its log has them. */

/** The stages of an inspection, in their order; those beyond looking come only if they are allowed. */
export const STAGES = ['Submit', 'Follow', 'Result', 'Look around', 'Cancel', 'Remove'];

const PURPOSES = [
  ['submit', 0, 'Submit the job'],
  ['first-poll', 0, 'Read the monitor at once'],
  ['early-result', 0, 'Ask for the result before it is ready'],
  ['repeat', 0, 'Submit the same again, with the same Idempotency-Key'],
  ['preflight', 0, 'Ask whether another origin\'s page may submit'],
  ['unknown-id', 0, 'Read the monitor of a job that isn\'t there'],
  ['poll', 1, 'Read the monitor'],
  ['conditional-poll', 1, 'Read the monitor if it has changed'],
  ['long-poll', 1, 'Wait at the monitor'],
  ['impatient-poll', 1, 'Read the monitor without waiting'],
  ['result', 2, 'Read the result'],
  ['result-again', 2, 'Read the result again'],
  ['conditional-result', 2, 'Read the result if it has changed'],
  ['head-result', 2, 'Ask for the result\'s headers'],
  ['monitor-again', 3, 'Read the monitor after the end'],
  ['conditional-monitor', 3, 'Read the monitor after the end, if it has changed'],
  ['head-monitor', 3, 'Ask for the monitor\'s headers'],
  ['options-monitor', 3, 'Ask what the monitor allows'],
  ['wrong-method', 3, 'Use a method that a monitor doesn\'t have'],
  ['unacceptable', 3, 'Ask for a media type that can\'t be had'],
  ['submit-to-cancel', 4, 'Submit a job to be canceled'],
  ['cancel', 4, 'Cancel it'],
  ['cancel-again', 4, 'Cancel it again'],
  ['after-cancel', 4, 'Read the monitor of the canceled job'],
  ['remove', 5, 'Remove the job'],
  ['monitor-after-removal', 5, 'Read the monitor of the removed job'],
  ['result-after-removal', 5, 'Read the result of the removed job'],
  ['remove-again', 5, 'Remove it again'],
];

const WORDS = new Map(PURPOSES.map(([name, , words]) => [name, words]));
const STAGE = new Map(PURPOSES.map(([, stage, words]) => [words, stage]));

/** @param {string} name as the report spells it @returns {string} in words */
export const purposeWords = (name) => WORDS.get(name) ?? name.replaceAll('-', ' ');

/** @param {string} words @returns {number|undefined} the stage that a request is made in */
export const stageOf = (words) => STAGE.get(words);
