/** What goes between an open session and the server besides the saves: the steps that change it, its state from there, the write lock. */
import * as api from '../api.js';
import { Problem } from '../api.js';
import { forgetWriteLock, keepWriteLock } from './write-lock.js';
import { draftOf } from './answer-draft.js';

/** @import { Session } from '../lib/types.js' */
/** @import { Desk } from './open-session.js' */
/** @import { Work } from './answer-draft.js' */

/** How often a practice answer is looked at until its marks are there. */
const MARKS_MILLIS = 1000;

export class Dealings {
  /** @param {Desk} desk whose state this changes */
  constructor(desk) {
    this.desk = desk;
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
    if (this.desk.phase === 'over' || this.busy) return;
    const { steps } = this;
    try {
      const session = await api.getSession(this.desk.id, this.desk.writeLock);
      if (steps === this.steps) this.heard(session); // else it was asked before the last step and is old
    } catch (thrown) {
      this.refused(Problem.of(thrown));
    }
  }

  /** The session as the server has it. @param {Session} session */
  heard(session) {
    const wasSettled = this.desk.works.map(({ place }) => this.desk.isSettled(place));
    this.desk.session = session;
    this.desk.clock.hear(session.clock, session.now);
    if (session.state !== 'in-progress') {
      this.desk.handIn(session.endedBy === 'deadline');
      return;
    }
    if (this.desk.writes && !session.canWrite) this.writeLockLost();
    for (const question of session.questions) {
      const work = /** @type {Work} */ (this.desk.works[question.place]);
      const settledNow = question.answer && !wasSettled[question.place];
      // a window that reads shows what the other one writes
      if (settledNow || (!this.desk.writes && !work.unsaved)) work.adopt(draftOf(question));
    }
    this.desk.changed();
  }

  /** Asks the server for a step, one at a time. @param {() => Promise<Session | null>} ask null if it could not be asked */
  async step(ask) {
    if (this.busy || !this.desk.writes || this.desk.phase === 'over') return;
    this.busy = true;
    this.steps += 1;
    this.desk.problem = null;
    this.desk.spend();
    this.desk.changed();
    try {
      const session = await ask();
      if (session) this.heard({ ...session, canWrite: true });
    } catch (thrown) {
      this.desk.problem = Problem.of(thrown);
      if (this.desk.problem.kind === 'wrong-state') queueMicrotask(() => this.pulse());
    } finally {
      this.busy = false;
      this.desk.changed();
    }
  }

  /** Stops the clock, after what was typed is saved. */
  pause() {
    return this.step(async () => {
      await this.desk.saver.flush();
      return api.pause(this.desk.id);
    });
  }

  resume() {
    return this.step(() => api.resume(this.desk.id));
  }

  /** Practice, and an interview with follow-ups: hands in this answer alone. */
  async settle() {
    if (!(this.desk.practice || this.desk.followUps) || this.desk.isSettled() || this.desk.work.rival) return;
    const { place, work } = this.desk;
    await this.step(async () => {
      work.owesTime = true;
      await this.desk.saver.flush();
      if (work.waiting) throw new Problem('offline', 0, 'The server is not responding, so nothing can be handed in. Your text is safe here; try again when it is back.');
      return api.settle(this.desk.id, place);
    });
    this.waitForMarks();
  }

  /** Practice: the candidate's own mark for an answer that has no reference. @param {number} score 0..1 */
  judge(score) {
    const { place } = this.desk;
    return this.step(() => api.judge(this.desk.id, place, score));
  }

  /** Practice: the candidate's word about a mark, or taking it back. @param {{point: string, credit: number, quote?: string, accept?: boolean}} said */
  correct(said) {
    const { place } = this.desk;
    return this.step(() => api.correct(this.desk.id, place, said));
  }

  /** @param {string} point */
  withdraw(point) {
    const { place } = this.desk;
    return this.step(() => api.withdraw(this.desk.id, place, point));
  }

  /** Looks again while a settled answer has no marks yet, because the grader is still loading. */
  waitForMarks() {
    clearTimeout(this.marks);
    if (this.desk.phase === 'over' || !this.desk.session.questions.some(({ outcome, asking }) => outcome === 'owed' || asking === null)) return;
    this.marks = setTimeout(() => this.pulse().then(() => this.waitForMarks()), MARKS_MILLIS);
  }

  // ---- the write lock

  /** Writes here from now on; the window that wrote saves first and reads from then on. */
  async takeOver() {
    await this.desk.talk.handover();
    await this.takeWriteLock().catch((thrown) => this.refused(Problem.of(thrown)));
  }

  async takeWriteLock() {
    const session = await api.takeWriteLock(this.desk.id);
    this.steps += 1;
    this.desk.writeLock = session.writeLock ?? '';
    keepWriteLock(this.desk.id, this.desk.writeLock);
    this.desk.talk.announce();
    for (const question of session.questions) {
      const work = /** @type {Work} */ (this.desk.works[question.place]);
      const there = draftOf(question);
      if (!work.unsaved || question.answer) work.adopt(there);
      else if (there.revision !== work.saved.revision && there.text !== work.text) {
        work.acknowledged(there);
        work.rival = { text: there.text, at: there.savedAt, newest: there.savedAt > work.typedAt ? 'there' : 'here' };
      }
    }
    this.desk.writes = true;
    this.desk.problem = null;
    this.heard({ ...session, canWrite: true });
    this.desk.saver.flush();
  }

  /** Another window took over; what was not saved is kept at the server beside the draft. @param {Work} [keptAlready] */
  writeLockLost(keptAlready) {
    if (!this.desk.writes) return;
    this.desk.writes = false;
    forgetWriteLock(this.desk.id);
    for (const work of this.desk.works) {
      if (!work.unsaved) continue;
      if (work !== keptAlready) work.aside.push(work.text);
      this.desk.saver.setAside(work);
    }
    this.desk.changed();
  }

  /** @param {Problem} problem @param {Work} [work] */
  refused(problem, work) {
    if (problem.kind === 'write-lock-taken') this.writeLockLost(work);
    else if (problem.kind === 'wrong-state') this.pulse();
    else if (!problem.offline) this.desk.problem = problem; // offline is said by the state line
    this.desk.changed();
  }
}
