/** What goes between an open session and the server besides the saves: the steps that change it, its state from there, the write lock. */
import * as api from '../api.js';
import { Problem } from '../api.js';
import { forgetWriteLock, keepWriteLock } from './write-lock.js';
import { draftOf } from './answer-draft.js';

/** @import { Session } from '../lib/types.js' */
/** @import { OpenSession } from './open-session.js' */
/** @import { AnswerDraft } from './answer-draft.js' */

/** How often a practice answer is looked at until its marks are there. */
const MARKS_MILLIS = 1000;

export class SessionServer {
  /** @param {OpenSession} openSession whose state this changes */
  constructor(openSession) {
    this.openSession = openSession;
    /** Whether something is being done that must not be asked for twice. */
    this.busy = false;
    /** Counts the steps taken from here. */
    this.steps = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.marks = undefined;
  }

  close() {
    clearTimeout(this.marks);
  }

  /** Asks what time it is and who has the write lock. */
  async pulse() {
    if (this.openSession.phase === 'over' || this.busy) return;
    const { steps } = this;
    try {
      const session = await api.getSession(this.openSession.id, this.openSession.writeLock);
      if (steps === this.steps) this.heard(session); // else it was asked before the last step and is old
    } catch (thrown) {
      this.refused(Problem.of(thrown));
    }
  }

  /** The session as the server has it. @param {Session} session */
  heard(session) {
    const wasSettled = this.openSession.drafts.map(({ place }) => this.openSession.isSettled(place));
    this.openSession.session = session;
    this.openSession.clock.hear(session.clock, session.now);
    if (session.state !== 'in-progress') {
      this.openSession.handIn(session.endedBy === 'deadline');
      return;
    }
    if (this.openSession.writes && !session.canWrite) this.writeLockLost();
    for (const question of session.questions) {
      const draft = /** @type {AnswerDraft} */ (this.openSession.drafts[question.place]);
      const settledNow = question.answer && !wasSettled[question.place];
      // a window that reads shows what the other one writes
      if (settledNow || (!this.openSession.writes && !draft.unsaved)) draft.adopt(draftOf(question));
    }
    this.openSession.changed();
  }

  /** Asks the server for a step, one at a time. @param {() => Promise<Session | null>} ask null if it could not be asked */
  async step(ask) {
    if (this.busy || !this.openSession.writes || this.openSession.phase === 'over') return;
    this.busy = true;
    this.steps += 1;
    this.openSession.problem = null;
    this.openSession.spend();
    this.openSession.changed();
    try {
      const session = await ask();
      if (session) this.heard({ ...session, canWrite: true });
    } catch (thrown) {
      this.openSession.problem = Problem.of(thrown);
      if (this.openSession.problem.kind === 'wrong-state') queueMicrotask(() => this.pulse());
    } finally {
      this.busy = false;
      this.openSession.changed();
    }
  }

  /** Stops the clock, after what was typed is saved. */
  pause() {
    return this.step(async () => {
      await this.openSession.saver.flush();
      return api.pause(this.openSession.id);
    });
  }

  resume() {
    return this.step(() => api.resume(this.openSession.id));
  }

  /** Practice, and an interview with follow-ups: hands in this answer alone. */
  async settle() {
    if (!(this.openSession.practice || this.openSession.followUps) || this.openSession.isSettled() || this.openSession.draft.rival) return;
    const { place, draft } = this.openSession;
    await this.step(async () => {
      draft.owesTime = true;
      await this.openSession.saver.flush();
      if (draft.waiting) throw new Problem('offline', 0, 'The server is not responding, so nothing can be handed in. Your text is safe here; try again when it is back.');
      return api.settle(this.openSession.id, place);
    });
    this.waitForMarks();
  }

  /** Practice: the candidate's own mark for an answer that has no reference. @param {number} score 0..1 */
  judge(score) {
    const { place } = this.openSession;
    return this.step(() => api.judge(this.openSession.id, place, score));
  }

  /** Practice: the candidate's word about a mark, or taking it back. @param {{point: string, credit: number, quote?: string, accept?: boolean}} said */
  correct(said) {
    const { place } = this.openSession;
    return this.step(() => api.correct(this.openSession.id, place, said));
  }

  /** @param {string} point */
  withdraw(point) {
    const { place } = this.openSession;
    return this.step(() => api.withdraw(this.openSession.id, place, point));
  }

  /** Looks again while a settled answer has no marks yet, because the grader is still loading. */
  waitForMarks() {
    clearTimeout(this.marks);
    if (this.openSession.phase === 'over' || !this.openSession.session.questions.some(({ outcome, asking }) => outcome === 'owed' || asking === null)) return;
    this.marks = setTimeout(() => this.pulse().then(() => this.waitForMarks()), MARKS_MILLIS);
  }

  // ---- the write lock

  /** Writes here from now on; the window that wrote saves first and reads from then on. */
  async takeOver() {
    await this.openSession.talk.handover();
    await this.takeWriteLock().catch((thrown) => this.refused(Problem.of(thrown)));
  }

  async takeWriteLock() {
    const session = await api.takeWriteLock(this.openSession.id);
    this.steps += 1;
    this.openSession.writeLock = session.writeLock ?? '';
    keepWriteLock(this.openSession.id, this.openSession.writeLock);
    this.openSession.talk.announce();
    for (const question of session.questions) {
      const draft = /** @type {AnswerDraft} */ (this.openSession.drafts[question.place]);
      const there = draftOf(question);
      if (!draft.unsaved || question.answer) draft.adopt(there);
      else if (there.revision !== draft.saved.revision && there.text !== draft.text) {
        draft.acknowledged(there);
        draft.rival = { text: there.text, at: there.savedAt, newest: there.savedAt > draft.typedAt ? 'there' : 'here' };
      }
    }
    this.openSession.writes = true;
    this.openSession.problem = null;
    this.heard({ ...session, canWrite: true });
    this.openSession.saver.flush();
  }

  /** Another window took over; what was not saved is kept at the server beside the draft. @param {AnswerDraft} [keptAlready] */
  writeLockLost(keptAlready) {
    if (!this.openSession.writes) return;
    this.openSession.writes = false;
    forgetWriteLock(this.openSession.id);
    for (const draft of this.openSession.drafts) {
      if (!draft.unsaved) continue;
      if (draft !== keptAlready) draft.aside.push(draft.text);
      this.openSession.saver.setAside(draft);
    }
    this.openSession.changed();
  }

  /** @param {Problem} problem @param {AnswerDraft} [draft] */
  refused(problem, draft) {
    if (problem.kind === 'write-lock-taken') this.writeLockLost(draft);
    else if (problem.kind === 'wrong-state') this.pulse();
    else if (!problem.offline) this.openSession.problem = problem; // offline is said by the state line
    this.openSession.changed();
  }
}
