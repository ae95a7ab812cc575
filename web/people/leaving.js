/**
 * What a browser keeps of somebody, when they sign out: what is not saved yet is saved first, and then all of it goes, because the next person at this browser is another one.
 * Somebody who is signed out from elsewhere finds their words again when they sign in here next; they go when somebody else does.
 */
import { Problem, saveDraft, takeWriteLock } from '../api.js';
import { tellOthers } from '../lib/account.js';
import { allDraftsHere, forgetAllHere, forgetHere } from '../answer/drafts-here.js';
import { LINE_KEY } from '../answer/follow-up-lines.js';
import { WriteLockTalk, writeLockOf } from '../answer/write-lock.js';

/** @import { DraftHere } from '../answer/drafts-here.js' */

/** What belongs to the browser, not to a person. */
const PREFERENCES = ['theme', 'hide-scores', 'clock'];
/** Who was signed in here last. */
const LAST = 'signed-in';

/** Under this an invitation waits in this window until somebody has signed in. */
export const INVITATION = 'invitation';

/** Saves at the server what only this browser has. @returns {Promise<string[]>} the texts that could not be saved */
export async function saveFirst() {
  /** @type {DraftHere[]} */
  let left = [];
  try {
    left = await allDraftsHere();
    await Promise.all([...new Set(left.map(({ session }) => session))].map(letOthersSave));
    left = await allDraftsHere();
  } catch {
    // a browser that keeps nothing has nothing to save
  }
  const lost = linesHere();
  for (const draft of left) {
    if (!(await saved(draft))) lost.push(draft.text);
  }
  return lost.filter((text) => text.trim() !== '');
}

/** A window that writes in a session saves its last words. @param {string} session */
async function letOthersSave(session) {
  const talk = new WriteLockTalk(session, { holds: () => false, save: async () => {}, lost: () => {}, news: () => {} });
  await talk.handover();
  talk.close();
}

/** Whether the server has the text now, as the answer or beside it. @param {DraftHere} draft */
async function saved({ session, place, text, flagged, confidence, spentMillis, basedOn }) {
  try {
    const writeLock = await lockFor(session);
    await saveDraft(session, place, { basedOn, text, flagged, confidence, spentMillis: Math.round(spentMillis), writeLock });
  } catch (thrown) {
    // where it refuses because another text came first it keeps this one beside; a session that is gone was deleted, or is somebody else's
    if (![404, 409].includes(Problem.of(thrown).status)) return false;
  }
  await forgetHere(session, place);
  return true;
}

/** @param {string} session */
async function lockFor(session) {
  try {
    return writeLockOf(session) || ((await takeWriteLock(session)).writeLock ?? '');
  } catch {
    return ''; // the save itself says what is wrong
  }
}

/** Answers to follow-ups that were typed and not sent. */
function linesHere() {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(LINE_KEY))
      .map((key) => localStorage.getItem(key) ?? '');
  } catch {
    return [];
  }
}

/** Forgets everything of whoever was here. */
async function forget() {
  try {
    sessionStorage.clear();
    for (const key of Object.keys(localStorage)) if (!PREFERENCES.includes(key)) localStorage.removeItem(key);
  } catch {
    // a browser that keeps nothing
  }
  try {
    await forgetAllHere();
  } catch {
    // as above
  }
}

/** After a sign-out: forgets everything, and the other windows go to the sign-in page. */
export async function gone() {
  tellOthers();
  await forget();
}

/** Before the first page of somebody who has just signed in: what is left of somebody else goes. @param {string | null} name */
export async function cameIn(name) {
  try {
    const before = localStorage.getItem(LAST);
    if (before !== null && before !== name) {
      const invitation = sessionStorage.getItem(INVITATION);
      await forget();
      if (invitation !== null) sessionStorage.setItem(INVITATION, invitation);
    }
    if (name !== null) localStorage.setItem(LAST, name);
  } catch {
    // no storage, so nothing is left
  }
}
