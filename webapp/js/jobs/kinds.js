/** What can be done with several jobs at once. */
import { ask, Refused } from '../api.js';
import { isFinal } from '../client.js';
import { jobPath } from '../job/address.js';
import { confirmed } from '../job/confirm.js';
import { chosenPriority } from './priority.js';
import { counted } from '../words.js';

const yes = async (words) => ((await confirmed(words)) ? true : undefined);
const these = (number) => (number === 1 ? 'this job' : counted(number, 'job'));

/**
 * `may`: whether it can be done with a job; `send` does it, and returns how the job stands then, or nothing if it is no
 * more; `action`: its name in bulk operations; `words`: those of the question for so many jobs, `allWords` for all that
 * match; `agreed` asks it, and resolves with what the visitor has chosen, or undefined if it is not to be done.
 */
export const KINDS = [
  {
    name: 'Cancel', action: 'cancel', doing: 'Canceling', done: 'canceled', look: '', agreed: yes,
    may: (job) => Boolean(job.links?.cancel) && !job.cancelRequestedAt && !isFinal(job),
    async send(id) {
      const job = await (await ask(jobPath(id, 'cancel'), { method: 'POST' })).json();
      if (isFinal(job) && job.status !== 'canceled') {
        throw new Refused(409, { detail: 'It had finished before.' });
      }
      return job;
    },
    words: (number) => ({ title: `Cancel ${these(number)}?`, body: `What ${number === 1 ? 'it has' : 'they have'} done so far is thrown away.`,
      yes: `Cancel ${these(number)}`, no: number === 1 ? 'Keep it going' : 'Keep them going' }),
    allWords: { title: 'Cancel all jobs that match?', body: 'Those that have not finished are canceled; what they have done so far is thrown away.', yes: 'Cancel all that match', no: 'Keep them going' },
  },
  {
    name: 'Try again', action: 'retry', doing: 'Handing in again', done: 'handed in again', look: '', agreed: yes,
    may: (job) => Boolean(job.links?.retry),
    send: async (id) => (await ask(jobPath(id, 'retry'), { method: 'POST' })).json(),
    words: (number) => ({ title: `Try ${these(number)} again?`, body: `${number === 1 ? 'It goes' : 'They go'} back into the queue, with the same input.`,
      yes: `Try ${these(number)} again`, no: number === 1 ? 'Leave it' : 'Leave them' }),
    allWords: { title: 'Try all jobs again that match?', body: 'Those that failed or were canceled go back into the queue, with the same input.', yes: 'Try all again that match', no: 'Leave them' },
  },
  {
    name: 'Change priority', action: 'reprioritize', doing: 'Changing priorities', done: 'given another priority', look: '', agreed: chosenPriority,
    may: (job) => job.status === 'scheduled' || job.status === 'queued',
    send: async (id, priority) => (await ask(jobPath(id, 'priority'),
      { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ priority }) })).json(),
    words: (number) => ({ title: `Change the priority of ${these(number)}?`, body: `${number === 1 ? 'It waits' : 'They wait'} with the new one from then on.`,
      yes: 'Change the priority', no: number === 1 ? 'Leave it' : 'Leave them' }),
    allWords: { title: 'Change the priority of all jobs that match?', body: 'Those that wait do so with the new one from then on.', yes: 'Change all priorities', no: 'Leave them' },
  },
  {
    name: 'Remove', action: 'remove', doing: 'Removing', done: 'removed', look: 'danger', agreed: yes,
    may: () => true,
    async send(id) {
      try {
        await ask(jobPath(id), { method: 'DELETE' });
      } catch (error) {
        // Gone is gone, whoever was first.
        if (![404, 410].includes(error.code)) {
          throw error;
        }
      }
    },
    words: (number) => ({ title: `Remove ${these(number)}?`,
      body: number === 1 ? 'If it still runs, it is canceled. Its result is deleted, and its address then leads nowhere.'
        : 'Those that still run are canceled. Their results are deleted, and their addresses then lead nowhere.',
      yes: `Remove ${these(number)}`, no: number === 1 ? 'Keep it' : 'Keep them' }),
    allWords: { title: 'Remove all jobs that match?', body: 'Those that still run are canceled. Their results are deleted, and their addresses then lead nowhere.', yes: 'Remove all that match', no: 'Keep them' },
  },
];
