/** A session that is open in this window: all its state in one place. The page draws it and tells it what was pressed. */
import * as api from '../api.js';
import { Problem } from '../api.js';
import { spoken } from '../lib/time.js';
import { SessionClock } from './clock.js';
import { HandIn } from './hand-in.js';
import { PenTalk, forgetPen, keepPen, penOf } from './pen.js';
import { restore } from './restore.js';
import { Saver } from './saver.js';
import { Watch } from './watch.js';
import { Work, draftOf } from './work.js';

/** @import { Confidence, KeptVersion, Question, Session } from '../lib/types.js' */

/** How often a practice answer is looked at until its marks are there. */
const MARKS_MILLIS = 1000;

/** @typedef {"answering" | "finishing" | "over"} Phase */

/** Tells `change` when what is shown changes, `say` with words to be announced, `ended` when the result is there. */
export class Desk extends EventTarget {
  /** @param {Session} session @param {string} pen this window's right to write, "" for none */
  constructor(session, pen) {
    super();
    this.session = session;
    this.id = session.id;
    this.pen = pen;
    this.works = session.questions.map((question) => new Work(session.id, question.place, draftOf(question)));
    this.clock = new SessionClock(session.clock, session.now);
    this.writes = session.canWrite;
    this.place = 0;
    /** @type {Phase} */
    this.phase = 'answering';
    /** @type {HandIn | null} */
    this.handingIn = null;
    /** @type {Problem | null} the last refusal that the candidate has to know of */
    this.problem = null;
    /** Whether something is being done that must not be asked for twice. */
    this.busy = false;
    /** Counts what changed the session from here. */
    this.steps = 0;
    /** @type {KeptVersion[]} */
    this.kept = [];
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.marks = undefined;
    this.enteredAt = performance.now();
    this.saver = new Saver(this.works, {
      session: this.id,
      pen: () => this.pen,
      mayWrite: () => this.writes,
      heard: ({ clock, now }) => {
        this.clock.hear(clock, now);
        this.talk.news();
      },
      refused: (problem, work) => this.refused(problem, work),
      setAside: () => this.readKept(),
      changed: () => this.changed(),
    });
    this.talk = new PenTalk(this.id, {
      holds: () => this.writes,
      save: () => this.saver.flush(),
      lost: () => this.penLost(),
      news: () => this.pulse(),
    });
    this.watch = new Watch(this.clock, {
      tick: () => this.spend(),
      say: (words) => this.say(words),
      lastStretch: () => this.saver.flush(),
      over: () => this.handIn(true),
      pulse: () => this.pulse(),
      away: () => this.saver.sendAway(),
    });
    this.tryAgain = () => this.saver.tryAgain();
    api.connection.addEventListener('back', this.tryAgain);
  }

  /**
   * Opens a session here. Whoever wrote last in this browser and is gone leaves the pen to this window; a window that lives keeps it.
   * @param {string} id
   * @param {boolean} fresh whether it was started here just now
   */
  static async open(id, fresh) {
    const pen = penOf(id);
    const desk = new Desk(await api.getSession(id, pen), pen);
    try {
      const inProgress = desk.session.state === 'in-progress';
      if (inProgress && !fresh) {
        if (await desk.talk.heldElsewhere()) desk.writes = false;
        else if (!desk.writes) await desk.takePen();
      }
      if (desk.writes || !inProgress) await restore(id, desk.works, desk.saver, (work) => inProgress && !desk.isSettled(work.place));
      if (inProgress) desk.readKept();
      return desk;
    } catch (thrown) {
      desk.close();
      throw thrown;
    }
  }

  /** Leaves the session open; what is not saved is sent. */
  close() {
    this.spend();
    this.saver.sendAway();
    this.saver.close();
    this.watch.close();
    this.talk.close();
    clearTimeout(this.marks);
    this.handingIn?.stop();
    api.connection.removeEventListener('back', this.tryAgain);
  }

  changed() {
    this.dispatchEvent(new Event('change'));
  }

  /** @param {string} words @param {boolean} [urgent] */
  say(words, urgent = false) {
    this.dispatchEvent(new CustomEvent('say', { detail: { words, urgent } }));
  }

  get question() {
    return /** @type {Question} */ (this.session.questions[this.place]);
  }

  get work() {
    return /** @type {Work} */ (this.works[this.place]);
  }

  get practice() {
    return this.session.mode === 'practice';
  }

  get last() {
    return this.place === this.works.length - 1;
  }

  /** Whether an answer is handed in already, as in practice. @param {number} [place] */
  isSettled(place = this.place) {
    return this.session.questions[place]?.answer !== undefined;
  }

  /** Whether words can be typed here now. */
  get open() {
    return this.phase !== 'over' && this.writes && !this.clock.paused && !this.isSettled() && !this.work.rival;
  }

  // ---- writing

  /** @param {string} text @param {Work} [work] */
  type(text, work = this.work) {
    if (text === work.text) return;
    work.text = text;
    this.saver.changed(work);
  }

  flag() {
    if (!this.open) return;
    this.work.flagged = !this.work.flagged;
    this.saver.changed(this.work, true);
    this.say(this.work.flagged ? 'Flagged.' : 'No longer flagged.');
  }

  /** @param {Confidence} confidence */
  sure(confidence) {
    if (!this.open) return;
    this.work.confidence = confidence;
    this.saver.changed(this.work, true);
  }

  /** Takes one of two texts for an answer; the other is kept at the server. @param {"here" | "there"} which */
  choose(which) {
    const { work } = this;
    if (!work.rival) return;
    work.aside.push(which === 'here' ? work.rival.text : work.text);
    if (which === 'there') work.text = work.rival.text;
    work.rival = null;
    work.owesTime = true; // so that the server hears of the choice though the text may be its own
    this.saver.changed(work, true);
  }

  /** Puts a kept version into the box; what was there is kept in its place. @param {string} text */
  bringBack(text) {
    if (!this.open) return;
    this.work.aside.push(this.work.text);
    this.work.text = text;
    this.saver.changed(this.work, true);
  }

  async readKept() {
    try {
      this.kept = await api.keptVersions(this.id);
    } catch (thrown) {
      const problem = Problem.of(thrown);
      if (!problem.offline) this.problem = problem; // offline is said by the state line
    }
    this.changed();
  }

  // ---- going about

  /** Goes to another question. @param {number} place */
  visit(place) {
    if (place < 0 || place >= this.works.length || this.phase === 'over') return;
    this.leave();
    this.place = place;
    this.phase = 'answering';
    this.changed();
  }

  /** Shows what is empty or flagged before the answers are handed in. */
  finishing() {
    if (this.phase !== 'answering') return;
    this.leave();
    this.phase = 'finishing';
    this.changed();
  }

  leave() {
    this.spend();
    if (this.phase === 'answering' && this.open) this.work.owesTime = true;
    this.saver.flush();
  }

  /** Adds the time since the last look, if the question was to be seen and the clock ran. */
  spend() {
    const now = performance.now();
    const counts = this.phase === 'answering' && this.writes && !document.hidden && !this.clock.paused && !this.isSettled();
    if (counts) this.work.spentMillis += now - this.enteredAt;
    this.enteredAt = now;
  }

  sayTime() {
    const { clock } = this;
    if (clock.clock.kind === 'none') this.say('There is no clock.');
    else this.say(`${spoken(clock.left())} left${clock.paused ? ', paused' : ''}.`);
  }

  // ---- what the server says

  /** Asks what time it is and who has the pen. */
  async pulse() {
    if (this.phase === 'over' || this.busy) return;
    const { steps } = this;
    try {
      const session = await api.getSession(this.id, this.pen);
      if (steps === this.steps) this.heard(session); // else it was asked before the last step and is old
    } catch (thrown) {
      this.refused(Problem.of(thrown));
    }
  }

  /** The session as the server has it. @param {Session} session */
  heard(session) {
    const wasSettled = this.works.map(({ place }) => this.isSettled(place));
    this.session = session;
    this.clock.hear(session.clock, session.now);
    if (session.state !== 'in-progress') {
      this.handIn(session.endedBy === 'deadline');
      return;
    }
    if (this.writes && !session.canWrite) this.penLost();
    for (const question of session.questions) {
      const work = /** @type {Work} */ (this.works[question.place]);
      const settledNow = question.answer && !wasSettled[question.place];
      // a window that reads shows what the other one writes
      if (settledNow || (!this.writes && !work.unsaved)) work.adopt(draftOf(question));
    }
    this.changed();
  }

  /** Asks the server for a step, one at a time. @param {() => Promise<Session | null>} ask null if it could not be asked */
  async step(ask) {
    if (this.busy || !this.writes || this.phase === 'over') return;
    this.busy = true;
    this.steps += 1;
    this.problem = null;
    this.spend();
    this.changed();
    try {
      const session = await ask();
      if (session) this.heard({ ...session, canWrite: true });
    } catch (thrown) {
      this.problem = Problem.of(thrown);
      if (this.problem.kind === 'wrong-state') queueMicrotask(() => this.pulse());
    } finally {
      this.busy = false;
      this.changed();
    }
  }

  /** Stops the clock, after what was typed is saved. */
  pause() {
    return this.step(async () => {
      await this.saver.flush();
      return api.pause(this.id);
    });
  }

  resume() {
    return this.step(() => api.resume(this.id));
  }

  /** Practice: hands in this answer to have it marked at once. */
  async settle() {
    if (!this.practice || this.isSettled() || this.work.rival) return;
    const { place, work } = this;
    await this.step(async () => {
      work.owesTime = true;
      await this.saver.flush();
      if (work.waiting) throw new Problem('offline', 0, 'The server does not answer, so nothing can be marked. Your words are kept here; try again when it is back.');
      return api.settle(this.id, place);
    });
    this.waitForMarks();
  }

  /** Practice: the candidate's own mark for an answer that has no reference. @param {number} score 0..1 */
  judge(score) {
    const { place } = this;
    return this.step(() => api.judge(this.id, place, score));
  }

  /** Looks again while a settled answer has no marks yet, because the grader is still loading. */
  waitForMarks() {
    clearTimeout(this.marks);
    if (this.phase === 'over' || !this.session.questions.some(({ outcome }) => outcome === 'owed')) return;
    this.marks = setTimeout(() => this.pulse().then(() => this.waitForMarks()), MARKS_MILLIS);
  }

  /** Ends the session: the last words are saved, the answers handed in, the result awaited. @param {boolean} [timeOut] whether the clock ended it */
  handIn(timeOut = false) {
    if (this.phase === 'over') return;
    this.leave();
    this.phase = 'over';
    this.handingIn = new HandIn(this, timeOut);
    this.handingIn.run();
    this.changed();
  }

  /** Back to the answers, as long as they are not handed in. */
  backToAnswers() {
    if (!this.handingIn?.canGoBack) return;
    this.handingIn.stop();
    this.handingIn = null;
    this.phase = 'answering';
    this.changed();
  }

  // ---- the pen

  /** Writes here from now on; the window that wrote saves first and reads from then on. */
  async takeOver() {
    await this.talk.handover();
    await this.takePen().catch((thrown) => this.refused(Problem.of(thrown)));
  }

  async takePen() {
    const session = await api.takePen(this.id);
    this.steps += 1;
    this.pen = session.pen ?? '';
    keepPen(this.id, this.pen);
    this.talk.announce();
    for (const question of session.questions) {
      const work = /** @type {Work} */ (this.works[question.place]);
      const there = draftOf(question);
      if (!work.unsaved || question.answer) work.adopt(there);
      else if (there.revision !== work.saved.revision && there.text !== work.text) {
        work.acknowledged(there);
        work.rival = { text: there.text, at: there.savedAt, newest: there.savedAt > work.typedAt ? 'there' : 'here' };
      }
    }
    this.writes = true;
    this.problem = null;
    this.heard({ ...session, canWrite: true });
    this.saver.flush();
  }

  /** Another window took over; what was not saved is kept at the server beside the draft. @param {Work} [keptAlready] */
  penLost(keptAlready) {
    if (!this.writes) return;
    this.writes = false;
    forgetPen(this.id);
    for (const work of this.works) {
      if (!work.unsaved) continue;
      if (work !== keptAlready) work.aside.push(work.text);
      this.saver.setAside(work);
    }
    this.changed();
  }

  /** @param {Problem} problem @param {Work} [work] */
  refused(problem, work) {
    if (problem.kind === 'pen-taken') this.penLost(work);
    else if (problem.kind === 'wrong-state') this.pulse();
    else if (!problem.offline) this.problem = problem; // offline is said by the state line
    this.changed();
  }
}
