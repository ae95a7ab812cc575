/** Rounds of practice, and why each of their questions is asked. The reasons stay in this window: the session does not know them. */
import { plan, startAssignment, startSession } from '../api.js';
import { go } from '../lib/router.js';
import { keepWriteLock } from '../answer/write-lock.js';

/** @import { Plan } from '../lib/types.js' */

/** @param {string} session */
const key = (session) => `why:${session}`;

/** @param {string[]} picked ids of questions, at least one @param {Record<string, string>} [reasons] by question */
async function start(picked, reasons) {
  const started = await startSession({ mode: 'practice', pace: { kind: 'untimed' }, topics: [], picked, questions: picked.length });
  keepWriteLock(started.id, started.writeLock ?? '');
  try {
    if (reasons) sessionStorage.setItem(key(started.id), JSON.stringify(reasons));
  } catch {
    // no storage: the questions come without their reasons
  }
  go(`/sessions/${started.id}`);
}

/** Starts practising what the plan names. @param {Plan} plan with at least one question */
export const startRound = ({ items }) =>
  start(items.map(({ id }) => id), Object.fromEntries(items.map(({ id, reason }) => [id, reason])));

/** Starts practising what the plan names now; if it names nothing, the page of practice says so. */
export async function startWeak() {
  const today = await plan();
  if (today.items.length === 0) go('/practice');
  else await startRound(today);
}

/** Starts practising just these questions. @param {string[]} questions their ids, at least one */
export const startWith = (questions) => start(questions);

/** Starts an interview on just these questions, in the time that they suggest. @param {string[]} picked their ids, at least one */
export async function startInterview(picked) {
  const started = await startSession({ mode: 'interview', pace: { kind: 'suggested', factor: 1 }, topics: [], picked, questions: picked.length });
  keepWriteLock(started.id, started.writeLock ?? '');
  go(`/sessions/${started.id}`, { state: { fresh: true } });
}

/** Starts an assigned interview. @param {string} id of the assignment */
export async function startAssigned(id) {
  const started = await startAssignment(id);
  keepWriteLock(started.id, started.writeLock ?? '');
  go(`/sessions/${started.id}`, { state: { fresh: true } });
}

/** Starts practising what the plan names of one topic. @param {string} topic its id */
export const startTopic = async (topic) => startRound(await plan(topic));

/**
 * Why a question was put into the round; "" where that is not known in this window.
 * @param {string} session
 * @param {string} question its id
 * @returns {string}
 */
export function reasonOf(session, question) {
  try {
    const reason = JSON.parse(sessionStorage.getItem(key(session)) ?? '{}')[question];
    return typeof reason === 'string' ? reason : '';
  } catch {
    return '';
  }
}
