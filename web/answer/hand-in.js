/** The end of a session: last words saved, answers handed in, marks awaited; each tried again until it is done. */
import { Problem, getSession, submit } from '../api.js';
import { draftOf } from './answer-draft.js';

/** @import { OpenSession } from './open-session.js' */

/** How long the last words may take before the answers are handed in without waiting for them. */
const LAST_WORDS_MILLIS = 4000;
/** How long to wait between two looks, by how often it was looked already. */
const LOOK_MILLIS = [300, 500, 700, 1000, 2000];
/** How long what is said at the end of the time stays at least, to be read and heard. */
const READ_MILLIS = 2000;
const BACKOFF_MILLIS = [1000, 2000, 4000, 8000];

/** @typedef {"sending" | "unreachable" | "marking" | "gone"} Step */

export class HandIn {
  /** @param {OpenSession} openSession @param {boolean} timeOut whether the clock ended it */
  constructor(openSession, timeOut) {
    this.openSession = openSession;
    this.timeOut = timeOut;
    /** @type {Step} */
    this.step = 'sending';
    /** @type {Problem | null} */
    this.problem = null;
    this.stopped = false;
    this.begun = performance.now();
    /** How many texts came too late to count. */
    this.late = 0;
    /** @type {(() => void) | null} ends a wait early */
    this.hurry = null;
  }

  /** Whether the answers can still be changed: they are not handed in, and there is time. */
  get canGoBack() {
    return this.step === 'unreachable' && !this.timeOut;
  }

  stop() {
    this.stopped = true;
    this.hurry?.();
  }

  /** Does not wait any longer for the next try. */
  again() {
    this.hurry?.();
  }

  async run() {
    for (let tries = 0; !this.stopped; tries++) {
      try {
        await this.send();
        return this.awaitMarks();
      } catch (thrown) {
        this.problem = Problem.of(thrown);
        this.to(this.problem.offline || this.problem.status >= 500 ? 'unreachable' : 'gone');
        if (this.step === 'gone') return;
      }
      await this.wait(BACKOFF_MILLIS, tries);
    }
  }

  async send() {
    const { openSession } = this;
    await Promise.race([Promise.all([openSession.saver.flush(), openSession.lines.send()]), new Promise((resolve) => setTimeout(resolve, LAST_WORDS_MILLIS))]);
    const unsaved = openSession.drafts.some((draft) => draft.waiting) && openSession.writes;
    // by hand nothing is handed in before every word is saved; at the deadline the server takes what it has and keeps the rest beside it
    if (unsaved && !this.timeOut && openSession.saver.failures > 0) throw new Problem('offline', 0, 'The server is not responding.');
    // a window that only reads must not cut off the last words of the one that writes: it waits for the server to close the session
    const session = openSession.writes ? await submit(openSession.id) : await getSession(openSession.id);
    if (this.stopped) return;
    openSession.session = session;
    this.problem = null;
    this.to('marking');
    if (session.state !== 'in-progress') await this.keepTheRest();
  }

  /** What came too late to count is kept beside the answers. */
  async keepTheRest() {
    const { saver, session, drafts } = this.openSession;
    for (const draft of drafts) {
      const question = session.questions[draft.place];
      if (!draft.unsaved || !question) continue;
      if (draft.text !== question.answer?.text) {
        draft.aside.push(draft.text);
        if (draft.text.trim() !== '') this.late += 1;
        if (!(await saver.setAside(draft))) continue;
      }
      draft.adopt(draftOf(question));
      await saver.keep(draft);
    }
  }

  async awaitMarks() {
    const { openSession } = this;
    for (let looks = 0; !this.stopped; looks++) {
      if (openSession.session.state === 'graded') {
        const unread = this.timeOut ? this.begun + READ_MILLIS - performance.now() : 0;
        if (unread > 0) await this.wait([unread], 0);
        if (!this.stopped) openSession.dispatchEvent(new Event('ended'));
        return;
      }
      await this.wait(LOOK_MILLIS, looks);
      try {
        if (!this.stopped) openSession.session = await getSession(openSession.id);
        this.problem = null;
      } catch (thrown) {
        this.problem = Problem.of(thrown);
        if (this.problem.status === 404) return this.to('gone');
      }
      openSession.changed();
    }
  }

  /** @param {Step} step */
  to(step) {
    this.step = step;
    this.openSession.changed();
  }

  /** @param {number[]} steps @param {number} n @returns {Promise<void>} */
  wait(steps, n) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, steps[Math.min(n, steps.length - 1)]);
      this.hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
