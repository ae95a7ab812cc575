/** Saves what is typed: first on this device, then at the server, which alone may make the copy on this device go. */
import { Problem, saveDraft, sendDraft } from '../api.js';
import { forgetHere, keepHere } from './drafts-here.js';

/** @import { Draft, DraftSaved } from '../lib/types.js' */
/** @import { AnswerDraft } from './answer-draft.js' */

/** A save comes this long after the last key ... */
const QUIET_MILLIS = 1000;
/** ... and no later than this after the first that is not saved. */
const LONGEST_WAIT_MILLIS = 3000;
/** How long to wait before trying again, by how often it failed. */
const BACKOFF_MILLIS = [1000, 2000, 4000, 8000, 15_000];

/**
 * @typedef {{kind: "saving"} | {kind: "saved", at: number} | {kind: "device", since: number, why: string} | {kind: "unsaved", why: string}} SaveState
 *
 * @typedef {object} SaverHost what the saver asks and notifies
 * @property {string} session
 * @property {() => string} writeLock
 * @property {() => boolean} mayWrite
 * @property {(saved: DraftSaved) => void} heard the server's clock
 * @property {(problem: Problem, draft: AnswerDraft) => void} refused a refusal that the saver cannot settle itself
 * @property {() => void} setAside there are new kept versions
 * @property {() => void} changed
 */

export class Saver {
  /** @param {AnswerDraft[]} drafts @param {SaverHost} host */
  constructor(drafts, host) {
    this.drafts = drafts;
    this.host = host;
    /** When the first key came that is not saved, by the monotonic clock. */
    this.waitingSince = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    /** @type {Promise<void> | null} */
    this.sending = null;
    this.failures = 0;
    /** @type {{since: number, why: string} | null} */
    this.trouble = null;
    /** Whether this device could keep what was typed. */
    this.keptHere = true;
    /** @type {Map<AnswerDraft, "once" | "again">} answers whose copy is being written here, and whether it is old already */
    this.writing = new Map();
    this.closed = false;
  }

  /** What can truly be said about the text now. @returns {SaveState} */
  state() {
    const refused = this.drafts.find((draft) => draft.refused && draft.unsaved);
    if (refused) return { kind: 'unsaved', why: refused.refused };
    const unsaved = this.drafts.some((draft) => draft.unsaved && !draft.rival);
    if (unsaved && this.trouble) {
      return this.keptHere ? { kind: 'device', ...this.trouble } : { kind: 'unsaved', why: 'storage is full.' };
    }
    return unsaved ? { kind: 'saving' } : { kind: 'saved', at: Math.max(...this.drafts.map((draft) => draft.saved.savedAt)) };
  }

  /** Something of this answer changed. @param {AnswerDraft} draft @param {boolean} [atOnce] not by typing */
  changed(draft, atOnce = false) {
    draft.typedAt = Date.now();
    this.restored(draft, atOnce);
  }

  /** An answer that was typed before this page was opened. @param {AnswerDraft} draft @param {boolean} [atOnce] */
  restored(draft, atOnce = true) {
    draft.refused = '';
    this.keep(draft);
    if (atOnce) this.flush();
    else this.schedule();
    this.host.changed();
  }

  schedule() {
    const now = performance.now();
    if (this.waitingSince === 0) this.waitingSince = now;
    if (this.failures > 0) return; // trying again is under way at its own pace
    this.wake(Math.min(QUIET_MILLIS, this.waitingSince + LONGEST_WAIT_MILLIS - now));
  }

  /** @param {number} millis */
  wake(millis) {
    clearTimeout(this.timer);
    if (!this.closed) this.timer = setTimeout(() => this.flush(), Math.max(0, millis));
  }

  /** Writes the answer to this device, or removes it there if the server has it; while one is being written, the last of the rest follows. @param {AnswerDraft} draft */
  async keep(draft) {
    if (this.writing.has(draft)) {
      this.writing.set(draft, 'again');
      return;
    }
    do {
      this.writing.set(draft, 'once');
      try {
        if (draft.unsaved) await keepHere(draft.asDraftHere());
        else await forgetHere(draft.session, draft.place);
        this.heardStorage(true);
      } catch {
        this.heardStorage(false);
      }
    } while (this.writing.get(draft) === 'again');
    this.writing.delete(draft);
  }

  /** @param {boolean} kept */
  heardStorage(kept) {
    if (kept === this.keptHere) return;
    this.keptHere = kept;
    this.host.changed();
  }

  /** Saves at once what is not saved. Resolves when it is saved or could not be. @returns {Promise<void>} */
  async flush() {
    clearTimeout(this.timer);
    while (this.sending) {
      await this.sending;
      if (this.failures > 0) return;
    }
    if (!this.host.mayWrite() || !this.drafts.some((draft) => draft.waiting)) return;
    this.sending = this.sendAll().finally(() => (this.sending = null));
    await this.sending;
  }

  async sendAll() {
    this.waitingSince = 0;
    for (const draft of this.drafts) {
      if (!draft.waiting) continue;
      const fine = await this.send(draft);
      if (!fine) break;
    }
    this.host.changed();
    if (this.failures > 0) this.wake(BACKOFF_MILLIS[Math.min(this.failures, BACKOFF_MILLIS.length) - 1] ?? 0);
    else if (this.drafts.some((draft) => draft.waiting) && this.host.mayWrite()) this.schedule();
  }

  /** @param {AnswerDraft} draft @returns {Promise<boolean>} whether it makes sense to go on with the next */
  async send(draft) {
    const save = draft.asSave(this.host.writeLock());
    const { text, flagged, confidence } = draft;
    draft.sent(save.text);
    this.host.changed();
    try {
      const saved = await saveDraft(this.host.session, draft.place, save);
      draft.acknowledged({ text, flagged, confidence, spentMillis: save.spentMillis, revision: saved.revision, savedAt: saved.savedAt });
      this.failures = 0;
      this.trouble = null;
      this.host.heard(saved);
      if (!draft.unsaved) this.keep(draft);
      return draft.aside.length > 0 ? this.setAside(draft) : true;
    } catch (thrown) {
      return this.failed(Problem.of(thrown), draft);
    }
  }

  /** @param {Problem} problem @param {AnswerDraft} draft @returns {boolean | Promise<boolean>} whether it makes sense to go on with the next */
  failed(problem, draft) {
    const signedOut = problem.status === 401 || problem.kind === 'forged';
    if (problem.offline || signedOut || problem.status >= 500 || problem.status === 429) {
      this.failures += 1;
      this.trouble ??= { since: Date.now(), why: problem.offline ? 'offline' : signedOut ? 'you are signed out; sign in in another window' : 'the server has trouble' };
      return false;
    }
    this.failures = 0;
    this.trouble = null;
    if (problem.kind === 'stale-draft') {
      return this.changedThere(draft, problem.extras['current']);
    }
    if (problem.kind === 'answer-too-long' || problem.kind === 'body-too-large' || problem.kind === 'malformed') {
      draft.refused = problem.message;
      return true;
    }
    if (problem.status === 404) for (const lost of this.drafts) lost.refused = 'this session was deleted.';
    this.host.refused(problem, draft);
    return problem.kind === 'wrong-state';
  }

  /**
   * Has the server keep texts beside the draft: it does so with every text that grew from a draft which is no longer the one it has.
   * @param {AnswerDraft} draft @returns {Promise<boolean>} whether they are kept
   */
  async setAside(draft) {
    for (const text of [...draft.aside]) {
      if (text.trim() !== '' && text !== draft.saved.text) {
        try {
          await saveDraft(this.host.session, draft.place, { ...draft.asSave(this.host.writeLock()), text, basedOn: 0 });
        } catch (thrown) {
          const problem = Problem.of(thrown);
          if (problem.offline || problem.status >= 500) return false;
        }
      }
      draft.aside.shift();
    }
    if (!draft.unsaved) await this.keep(draft);
    this.host.setAside();
    return true;
  }

  /** The server has another draft than this window thought. @param {AnswerDraft} draft @param {Draft} current @returns {boolean | Promise<boolean>} */
  changedThere(draft, current) {
    const ownWords = draft.unheard.includes(current.text); // an earlier send of ours, whose answer was lost on the way
    draft.acknowledged(current);
    if (ownWords) return draft.waiting ? this.send(draft) : true;
    if (current.text !== draft.text) draft.rival = { text: current.text, at: current.savedAt, newest: 'here' };
    return true;
  }

  /** The page may be going away: hands everything to the browser, which sends it without the page. */
  sendAway() {
    if (!this.host.mayWrite()) return;
    for (const draft of this.drafts) {
      if (!draft.waiting) continue;
      const save = draft.asSave(this.host.writeLock());
      if (sendDraft(this.host.session, draft.place, save)) draft.sent(save.text);
    }
  }

  /** The server answers again, or somebody wants it tried now. */
  tryAgain() {
    if (this.failures > 0) this.flush();
  }

  close() {
    this.closed = true;
    clearTimeout(this.timer);
  }
}
