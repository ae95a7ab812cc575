/** Which question was on the screen last, so that a reload comes back to it. */

/** @import { OpenSession } from './open-session.js' */

/** @param {string} session */
const key = (session) => `place:${session}`;

/** @param {string} session @param {number} place */
export function rememberPlace(session, place) {
  try {
    sessionStorage.setItem(key(session), String(place));
  } catch {
    // no storage: the address still has it
  }
}

/** The place of this window; in another one, the answer that was saved last. @param {OpenSession} openSession */
export function lastVisited(openSession) {
  let kept = null;
  try {
    kept = sessionStorage.getItem(key(openSession.id));
  } catch {
    // no storage: what was saved last
  }
  if (kept !== null && openSession.drafts[Number(kept)]) return Number(kept);
  const written = openSession.drafts.filter((draft) => draft.saved.revision > 0 && !openSession.isSettled(draft.place));
  const latest = written.sort((a, b) => b.saved.savedAt - a.saved.savedAt)[0];
  return latest?.place ?? Math.max(0, openSession.drafts.findIndex((draft) => !openSession.isSettled(draft.place)));
}
