/** Drafts that a window left on this device: newer ones are put beside what the server has, older ones are kept there. */
import { draftsHere, forgetHere } from './drafts-here.js';

/** @import { DraftHere } from './drafts-here.js' */
/** @import { Saver } from './saver.js' */
/** @import { AnswerDraft } from './answer-draft.js' */

/** A page that went away just now has sent its last words along; they may arrive after this window's first look. */
const UNDER_WAY_MILLIS = [150, 350];

/**
 * @param {string} session
 * @param {AnswerDraft[]} drafts
 * @param {Saver} saver
 * @param {(draft: AnswerDraft) => boolean} takesWords whether an answer can still be changed
 * @param {() => Promise<void>} lookAgain brings the drafts up to what the server has
 */
export async function restore(session, drafts, saver, takesWords, lookAgain) {
  /** @type {DraftHere[]} */
  let left = [];
  try {
    left = await draftsHere(session);
  } catch {
    saver.heardStorage(false);
    return;
  }
  const differs = () => left.some(({ place, text }) => drafts[place] && takesWords(drafts[place]) && text !== drafts[place].saved.text);
  for (const millis of UNDER_WAY_MILLIS) {
    if (!differs()) break;
    await new Promise((resolve) => setTimeout(resolve, millis));
    await lookAgain();
  }
  for (const kept of left) {
    const draft = drafts[kept.place];
    if (!draft) continue;
    const there = draft.saved;
    const newer = kept.basedOn >= there.revision || kept.at > there.savedAt;
    const marked = kept.flagged !== there.flagged || kept.confidence !== there.confidence;
    if (newer && marked && kept.text === there.text && takesWords(draft)) {
      offer(draft, kept); // the flag or how sure one was is news, the text is not
      saver.restored(draft);
    } else if (there.text.startsWith(kept.text) && !(newer && there.text !== kept.text)) {
      await forgetHere(session, kept.place).catch(() => saver.heardStorage(false)); // the server has every word of it
    } else if (newer && takesWords(draft)) {
      offer(draft, kept);
      saver.restored(draft);
    } else {
      draft.aside.push(kept.text);
      await saver.setAside(draft);
    }
  }
}

/** @param {AnswerDraft} draft @param {DraftHere} kept */
function offer(draft, kept) {
  const there = draft.saved;
  draft.text = kept.text;
  draft.flagged = kept.flagged;
  draft.confidence = kept.confidence;
  draft.spentMillis = Math.max(draft.spentMillis, kept.spentMillis);
  draft.typedAt = kept.at;
  if (there.text.trim() !== '' && there.text !== kept.text) draft.rival = { text: there.text, at: there.savedAt, newest: 'here' };
}
