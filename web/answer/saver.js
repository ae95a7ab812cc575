/** Saves what is typed: first on this device, then at the server, which alone may make the copy on this device go. */
import { Problem, saveDraft, sendDraft } from '../api.js';
import { forgetHere, keepHere } from './drafts-here.js';

/** @import { Draft, DraftSaved } from '../lib/types.js' */
/** @import { Work } from './answer-draft.js' */

/** A save comes this long after the last key ... */
const QUIET_MILLIS = 1000;
/** ... and no later than this after the first that is not saved. */
const LONGEST_WAIT_MILLIS = 3000;
/** How long to wait before trying again, by how often it failed. */
const BACKOFF_MILLIS = [1000, 2000, 4000, 8000, 15_000];

/**
 * @typedef {{kind: "saving"} | {kind: "saved", at: number} | {kind: "device", since: number, why: string} | {kind: "unsaved", why: string}} SaveState
 *
 * @typedef {object} SaverOffice whom the saver asks and tells
 * @property {string} session
 * @property {() => string} writeLock
 * @property {() => boolean} mayWrite
 * @property {(saved: DraftSaved) => void} heard the server's clock
 * @property {(problem: Problem, work: Work) => void} refused a refusal that the saver cannot settle itself
 * @property {() => void} setAside there are new kept versions
 * @property {() => void} changed
 */

export class Saver {
  /** @param {Work[]} works @param {SaverOffice} office */
  constructor(works, office) {
    this.works = works;
    this.office = office;
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
    /** @type {Map<Work, "once" | "again">} answers whose copy is being written here, and whether it is old already */
    this.writing = new Map();
    this.closed = false;
  }

  /** What can truly be said about the text now. @returns {SaveState} */
  state() {
    const refused = this.works.find((work) => work.refused && work.unsaved);
    if (refused) return { kind: 'unsaved', why: refused.refused };
    const unsaved = this.works.some((work) => work.unsaved && !work.rival);
    if (unsaved && this.trouble) {
      return this.keptHere ? { kind: 'device', ...this.trouble } : { kind: 'unsaved', why: 'storage is full.' };
    }
    return unsaved ? { kind: 'saving' } : { kind: 'saved', at: Math.max(...this.works.map((work) => work.saved.savedAt)) };
  }

  /** Something of this answer changed. @param {Work} work @param {boolean} [atOnce] not by typing */
  changed(work, atOnce = false) {
    work.typedAt = Date.now();
    this.restored(work, atOnce);
  }

  /** An answer that was typed before this page was opened. @param {Work} work @param {boolean} [atOnce] */
  restored(work, atOnce = true) {
    work.refused = '';
    this.keep(work);
    if (atOnce) this.flush();
    else this.schedule();
    this.office.changed();
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

  /** Writes the answer to this device, or removes it there if the server has it; while one is being written, the last of the rest follows. @param {Work} work */
  async keep(work) {
    if (this.writing.has(work)) {
      this.writing.set(work, 'again');
      return;
    }
    do {
      this.writing.set(work, 'once');
      try {
        if (work.unsaved) await keepHere(work.asDraftHere());
        else await forgetHere(work.session, work.place);
        this.heardStorage(true);
      } catch {
        this.heardStorage(false);
      }
    } while (this.writing.get(work) === 'again');
    this.writing.delete(work);
  }

  /** @param {boolean} kept */
  heardStorage(kept) {
    if (kept === this.keptHere) return;
    this.keptHere = kept;
    this.office.changed();
  }

  /** Saves at once what is not saved. Resolves when it is saved or could not be. @returns {Promise<void>} */
  async flush() {
    clearTimeout(this.timer);
    while (this.sending) {
      await this.sending;
      if (this.failures > 0) return;
    }
    if (!this.office.mayWrite() || !this.works.some((work) => work.waiting)) return;
    this.sending = this.sendAll().finally(() => (this.sending = null));
    await this.sending;
  }

  async sendAll() {
    this.waitingSince = 0;
    for (const work of this.works) {
      if (!work.waiting) continue;
      const fine = await this.send(work);
      if (!fine) break;
    }
    this.office.changed();
    if (this.failures > 0) this.wake(BACKOFF_MILLIS[Math.min(this.failures, BACKOFF_MILLIS.length) - 1] ?? 0);
    else if (this.works.some((work) => work.waiting) && this.office.mayWrite()) this.schedule();
  }

  /** @param {Work} work @returns {Promise<boolean>} whether it makes sense to go on with the next */
  async send(work) {
    const save = work.asSave(this.office.writeLock());
    const { text, flagged, confidence } = work;
    work.sent(save.text);
    this.office.changed();
    try {
      const saved = await saveDraft(this.office.session, work.place, save);
      work.acknowledged({ text, flagged, confidence, spentMillis: save.spentMillis, revision: saved.revision, savedAt: saved.savedAt });
      this.failures = 0;
      this.trouble = null;
      this.office.heard(saved);
      if (!work.unsaved) this.keep(work);
      return work.aside.length > 0 ? this.setAside(work) : true;
    } catch (thrown) {
      return this.failed(Problem.of(thrown), work);
    }
  }

  /** @param {Problem} problem @param {Work} work @returns {boolean | Promise<boolean>} whether it makes sense to go on with the next */
  failed(problem, work) {
    const signedOut = problem.status === 401 || problem.kind === 'forged';
    if (problem.offline || signedOut || problem.status >= 500 || problem.status === 429) {
      this.failures += 1;
      this.trouble ??= { since: Date.now(), why: problem.offline ? 'offline' : signedOut ? 'you are signed out; sign in in another window' : 'the server has trouble' };
      return false;
    }
    this.failures = 0;
    this.trouble = null;
    if (problem.kind === 'stale-draft') {
      return this.changedThere(work, problem.extras['current']);
    }
    if (problem.kind === 'answer-too-long' || problem.kind === 'body-too-large' || problem.kind === 'malformed') {
      work.refused = problem.message;
      return true;
    }
    if (problem.status === 404) for (const lost of this.works) lost.refused = 'this session was deleted.';
    this.office.refused(problem, work);
    return problem.kind === 'wrong-state';
  }

  /**
   * Has the server keep texts beside the draft: it does so with every text that grew from a draft which is no longer the one it has.
   * @param {Work} work @returns {Promise<boolean>} whether they are kept
   */
  async setAside(work) {
    for (const text of [...work.aside]) {
      if (text.trim() !== '' && text !== work.saved.text) {
        try {
          await saveDraft(this.office.session, work.place, { ...work.asSave(this.office.writeLock()), text, basedOn: 0 });
        } catch (thrown) {
          const problem = Problem.of(thrown);
          if (problem.offline || problem.status >= 500) return false;
        }
      }
      work.aside.shift();
    }
    if (!work.unsaved) await this.keep(work);
    this.office.setAside();
    return true;
  }

  /** The server has another draft than this window thought. @param {Work} work @param {Draft} current @returns {boolean | Promise<boolean>} */
  changedThere(work, current) {
    const ownWords = work.unheard.includes(current.text); // an earlier send of ours, whose answer was lost on the way
    work.acknowledged(current);
    if (ownWords) return work.waiting ? this.send(work) : true;
    if (current.text !== work.text) work.rival = { text: current.text, at: current.savedAt, newest: 'here' };
    return true;
  }

  /** The page may be going away: hands everything to the browser, which sends it without the page. */
  sendAway() {
    if (!this.office.mayWrite()) return;
    for (const work of this.works) {
      if (!work.waiting) continue;
      const save = work.asSave(this.office.writeLock());
      if (sendDraft(this.office.session, work.place, save)) work.sent(save.text);
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
