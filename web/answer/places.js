/** Which question was on the screen last, so that a reload comes back to it. */

/** @import { Desk } from './open-session.js' */

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

/** The place of this window; in another one, the answer that was saved last. @param {Desk} desk */
export function lastVisited(desk) {
  let kept = null;
  try {
    kept = sessionStorage.getItem(key(desk.id));
  } catch {
    // no storage: what was saved last
  }
  if (kept !== null && desk.works[Number(kept)]) return Number(kept);
  const written = desk.works.filter((work) => work.saved.revision > 0 && !desk.isSettled(work.place));
  const latest = written.sort((a, b) => b.saved.savedAt - a.saved.savedAt)[0];
  return latest?.place ?? Math.max(0, desk.works.findIndex((work) => !desk.isSettled(work.place)));
}
