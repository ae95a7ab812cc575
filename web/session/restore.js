/** Drafts that a window left on this device, put beside what the server has. */
import { draftsHere, forgetHere } from './drafts-here.js';

/** @import { DraftHere } from './drafts-here.js' */
/** @import { Saver } from './saver.js' */
/** @import { Work } from './work.js' */

/**
 * @param {string} session
 * @param {Work[]} works
 * @param {Saver} saver
 * @param {(work: Work) => boolean} takesWords whether an answer can still be changed
 */
export async function restore(session, works, saver, takesWords) {
  /** @type {DraftHere[]} */
  let left = [];
  try {
    left = await draftsHere(session);
  } catch {
    saver.heardStorage(false);
    return;
  }
  for (const draft of left) {
    const work = works[draft.place];
    if (!work) continue;
    const news = draft.text !== work.saved.text;
    if (!news || draft.text.trim() === '') {
      await forgetHere(session, draft.place).catch(() => saver.heardStorage(false));
    } else if (takesWords(work)) {
      offer(work, draft);
      saver.changed(work, true);
    } else {
      work.aside.push(draft.text);
      await saver.setAside(work);
    }
  }
}

/** @param {Work} work @param {DraftHere} draft */
function offer(work, draft) {
  const there = work.saved;
  const newer = draft.basedOn >= there.revision || draft.at >= there.savedAt;
  work.text = draft.text;
  work.flagged = draft.flagged;
  work.confidence = draft.confidence;
  work.spentMillis = Math.max(work.spentMillis, draft.spentMillis);
  work.typedAt = draft.at;
  if (there.text.trim() !== '') work.rival = { text: there.text, at: there.savedAt, newest: newer ? 'here' : 'there' };
}
