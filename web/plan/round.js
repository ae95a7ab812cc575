/** A round of practice out of the plan, and why each of its questions is asked. The reasons stay in this window: the session does not know them. */
import { startSession } from '../api.js';
import { go } from '../lib/router.js';
import { keepPen } from '../session/pen.js';

/** @import { Plan } from '../lib/types.js' */

/** @param {string} session */
const key = (session) => `why:${session}`;

/** Starts practising what the plan names. @param {Plan} plan with at least one question */
export async function startRound({ items }) {
  const started = await startSession({
    mode: 'practice',
    topics: [],
    picked: items.map(({ id }) => id),
    questions: items.length,
    pace: { kind: 'untimed' },
  });
  keepPen(started.id, started.pen ?? '');
  try {
    sessionStorage.setItem(key(started.id), JSON.stringify(Object.fromEntries(items.map(({ id, reason }) => [id, reason]))));
  } catch {
    // no storage: the questions come without their reasons
  }
  go(`/sessions/${started.id}`);
}

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
