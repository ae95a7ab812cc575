/** Drafts that a window left on this device: newer ones are put beside what the server has, older ones are kept there. */
import { draftsHere, forgetHere } from './drafts-here.js';

/** @import { DraftHere } from './drafts-here.js' */
/** @import { Saver } from './saver.js' */
/** @import { Work } from './answer-draft.js' */

/** A page that went away just now has sent its last words along; they may arrive after this window's first look. */
const UNDER_WAY_MILLIS = [150, 350];

/**
 * @param {string} session
 * @param {Work[]} works
 * @param {Saver} saver
 * @param {(work: Work) => boolean} takesWords whether an answer can still be changed
 * @param {() => Promise<void>} lookAgain brings the works up to what the server has
 */
export async function restore(session, works, saver, takesWords, lookAgain) {
  /** @type {DraftHere[]} */
  let left = [];
  try {
    left = await draftsHere(session);
  } catch {
    saver.heardStorage(false);
    return;
  }
  const differs = () => left.some(({ place, text }) => works[place] && takesWords(works[place]) && text !== works[place].saved.text);
  for (const millis of UNDER_WAY_MILLIS) {
    if (!differs()) break;
    await new Promise((resolve) => setTimeout(resolve, millis));
    await lookAgain();
  }
  for (const draft of left) {
    const work = works[draft.place];
    if (!work) continue;
    const there = work.saved;
    const newer = draft.basedOn >= there.revision || draft.at > there.savedAt;
    const marked = draft.flagged !== there.flagged || draft.confidence !== there.confidence;
    if (newer && marked && draft.text === there.text && takesWords(work)) {
      offer(work, draft); // the flag or how sure one was is news, the text is not
      saver.restored(work);
    } else if (there.text.startsWith(draft.text) && !(newer && there.text !== draft.text)) {
      await forgetHere(session, draft.place).catch(() => saver.heardStorage(false)); // the server has every word of it
    } else if (newer && takesWords(work)) {
      offer(work, draft);
      saver.restored(work);
    } else {
      work.aside.push(draft.text);
      await saver.setAside(work);
    }
  }
}

/** @param {Work} work @param {DraftHere} draft */
function offer(work, draft) {
  const there = work.saved;
  work.text = draft.text;
  work.flagged = draft.flagged;
  work.confidence = draft.confidence;
  work.spentMillis = Math.max(work.spentMillis, draft.spentMillis);
  work.typedAt = draft.at;
  if (there.text.trim() !== '' && there.text !== draft.text) work.rival = { text: there.text, at: there.savedAt, newest: 'here' };
}
