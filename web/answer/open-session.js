/** A session that is open in this window: all its state in one place. The page draws it and tells it what was pressed. */
import * as api from '../api.js';
import { Problem } from '../api.js';
import { spoken } from '../lib/time.js';
import { SessionClock } from './clock.js';
import { FollowUpLines } from './follow-up-lines.js';
import { SessionServer } from './session-server.js';
import { HandIn } from './hand-in.js';
import { WriteLockTalk, writeLockOf } from './write-lock.js';
import { restore } from './restore.js';
import { Saver } from './saver.js';
import { SessionTimer } from './session-timer.js';
import { AnswerDraft, draftOf } from './answer-draft.js';

/** @import { Confidence, KeptVersion, Question, Session } from '../lib/types.js' */

/** @typedef {"answering" | "finishing" | "over"} Phase */

/** Tells `change` when what is shown changes, `say` with words to be announced, `ended` when the result is there. */
export class OpenSession extends EventTarget {
  /** @param {Session} session @param {string} writeLock this window's right to write, "" for none */
  constructor(session, writeLock) {
    super();
    this.session = session;
    this.id = session.id;
    this.writeLock = writeLock;
    this.drafts = session.questions.map((question) => new AnswerDraft(session.id, question.place, draftOf(question)));
    this.clock = new SessionClock(session.clock, session.now);
    this.writes = session.canWrite;
    this.place = 0;
    /** @type {Phase} */
    this.phase = 'answering';
    /** @type {HandIn | null} */
    this.handingIn = null;
    /** @type {Problem | null} the last refusal that the candidate has to know of */
    this.problem = null;
    /** @type {KeptVersion[]} */
    this.kept = [];
    this.lines = new FollowUpLines(this);
    this.server = new SessionServer(this);
    this.enteredAt = performance.now();
    this.saver = new Saver(this.drafts, {
      session: this.id,
      writeLock: () => this.writeLock,
      mayWrite: () => this.writes,
      heard: ({ clock, now }) => {
        this.clock.hear(clock, now);
        this.talk.news();
      },
      refused: (problem, draft) => this.server.refused(problem, draft),
      setAside: () => this.readKept(),
      changed: () => this.changed(),
    });
    this.talk = new WriteLockTalk(this.id, {
      holds: () => this.writes,
      save: () => this.saver.flush(),
      lost: () => this.server.writeLockLost(),
      news: () => this.server.pulse(),
    });
    this.timer = new SessionTimer(this.clock, {
      tick: () => this.spend(),
      say: (words) => this.say(words),
      lastStretch: () => this.saver.flush(),
      over: () => this.handIn(true),
      overtime: () => {
        this.saver.flush();
        this.say('Time is up. What you write from now on is saved but not graded.', true);
        this.changed();
      },
      pulse: () => this.server.pulse(),
      away: () => this.saver.sendAway(),
    });
    this.tryAgain = () => this.saver.tryAgain();
    api.connection.addEventListener('back', this.tryAgain);
  }

  /**
   * Opens a session here. If the window that wrote last in this browser is closed, this window takes its write lock; a window that is open keeps it.
   * @param {string} id
   * @param {boolean} fresh whether it was started here just now
   */
  static async open(id, fresh) {
    const writeLock = writeLockOf(id);
    const openSession = new OpenSession(await api.getSession(id, writeLock), writeLock);
    try {
      const inProgress = openSession.session.state === 'in-progress';
      if (inProgress && !fresh) {
        if (await openSession.talk.heldElsewhere()) openSession.writes = false;
        else if (!openSession.writes) await openSession.server.takeWriteLock();
      }
      if (openSession.writes || !inProgress) {
        /** @param {AnswerDraft} draft */
        const takesWords = (draft) => inProgress && !openSession.isSettled(draft.place);
        await restore(id, openSession.drafts, openSession.saver, takesWords, async () => {
          const { questions } = await api.getSession(id, openSession.writeLock);
          for (const question of questions) openSession.drafts[question.place]?.adopt(draftOf(question));
        });
      }
      if (inProgress) openSession.readKept();
      return openSession;
    } catch (thrown) {
      openSession.close();
      throw thrown;
    }
  }

  /** Leaves the session open; what is not saved is sent. */
  close() {
    this.spend();
    this.saver.sendAway();
    this.saver.close();
    this.timer.close();
    this.talk.close();
    this.server.close();
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

  get draft() {
    return /** @type {AnswerDraft} */ (this.drafts[this.place]);
  }

  get practice() {
    return this.session.mode === 'practice';
  }

  /** Whether an answer is handed in alone and one more question asked about it. */
  get followUps() {
    return this.session.followUps === true;
  }

  get last() {
    return this.place === this.drafts.length - 1;
  }

  /** Whether an answer is handed in already, as in practice. @param {number} [place] */
  isSettled(place = this.place) {
    return this.session.questions[place]?.answer !== undefined;
  }

  /** Whether words can be typed here now. */
  get open() {
    return this.phase !== 'over' && this.writes && !this.clock.paused && !this.isSettled() && !this.draft.rival;
  }

  // ---- writing

  /** @param {string} text @param {AnswerDraft} [draft] */
  type(text, draft = this.draft) {
    if (text === draft.text) return;
    draft.text = text;
    this.saver.changed(draft);
  }

  flag() {
    if (!this.open) return;
    this.draft.flagged = !this.draft.flagged;
    this.saver.changed(this.draft, true);
    this.say(this.draft.flagged ? 'Flagged.' : 'No longer flagged.');
  }

  /** @param {Confidence} confidence */
  sure(confidence) {
    if (!this.open) return;
    this.draft.confidence = confidence;
    this.saver.changed(this.draft, true);
  }

  /** Takes one of two texts for an answer; the other is kept at the server. @param {"here" | "there"} which */
  choose(which) {
    const { draft } = this;
    if (!draft.rival) return;
    draft.aside.push(which === 'here' ? draft.rival.text : draft.text);
    if (which === 'there') draft.text = draft.rival.text;
    draft.rival = null;
    draft.owesTime = true; // so that the server hears of the choice though the text may be its own
    this.saver.changed(draft, true);
  }

  /** Puts a kept version into the box; what was there is kept in its place. @param {string} text */
  bringBack(text) {
    if (!this.open) return;
    this.draft.aside.push(this.draft.text);
    this.draft.text = text;
    this.saver.changed(this.draft, true);
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
    if (place < 0 || place >= this.drafts.length || this.phase === 'over') return;
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
    if (this.phase === 'answering' && this.open) this.draft.owesTime = true;
    this.saver.flush();
    this.lines.send();
  }

  /** Adds the time since the last look, if the question was to be seen and the clock ran. */
  spend() {
    const now = performance.now();
    const counts = this.phase === 'answering' && this.writes && !document.hidden && !this.clock.paused && !this.isSettled();
    if (counts) this.draft.spentMillis += now - this.enteredAt;
    this.enteredAt = now;
  }

  sayTime() {
    const { clock } = this;
    if (clock.clock.kind === 'none') this.say('This session has no clock.');
    else if (clock.inOvertime) this.say(`${spoken(-clock.left())} over the time.`);
    else this.say(`${spoken(clock.left())} left${clock.paused ? ', paused' : ''}.`);
  }

  // ---- the end

  /** Ends the session: the last words are saved, the answers handed in, the result awaited. @param {boolean} [timeOut] whether the clock ended it */
  handIn(timeOut = false) {
    if (this.handingIn) {
      this.handingIn.timeOut ||= timeOut;
      return;
    }
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
}
