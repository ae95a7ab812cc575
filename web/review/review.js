/** What the result and the question page share: one session that is over, read, corrected, asked for again while it is being marked. */
import { correct, getSession, judge, withdraw, Problem } from '../api.js';
import { DocumentKeys } from '../lib/document-keys.js';
import { isTyping } from '../lib/keys-sheet.js';
import { topicNames } from '../lib/names.js';
import { Page } from '../lib/page.js';
import { go } from '../lib/router.js';
import { dateHere, dayAndTime } from '../lib/time.js';
import { startWith } from '../practice/round.js';

/** @import { PropertyDeclarations } from 'lit' */
/** @import { Question, Session } from '../lib/types.js' */

/** How often to ask whether the marking is done; the longer it takes, the less often. */
const ASK_MILLIS = 700;
const ASK_AT_MOST_MILLIS = 5000;

/** A page about one session that is over. Every step's answer is the session as it is then. */
export class Review extends Page {
  /** @type {PropertyDeclarations} */
  static properties = { session: { state: true }, refused: { state: true } };

  constructor() {
    super();
    /** @type {Session | null} */
    this.session = null;
    /** @type {Problem | null} why the last step was not done */
    this.refused = null;
    this.asking = 0;
    this.waited = ASK_MILLIS;
    /** Whether it is being printed. */
    this.onPaper = false;
    /** @param {Event} event */
    this.printed = ({ type }) => {
      this.onPaper = type === 'beforeprint';
      this.requestUpdate();
      this.nameFile();
    };
    new DocumentKeys(this, (event) => {
      if (isTyping(event.target) || document.querySelector(':popover-open')) return;
      const undo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      if (!undo && (event.ctrlKey || event.metaKey || event.altKey)) return;
      if (undo ? this.undo() : this.pressed(event.key.toLowerCase())) event.preventDefault();
    });
  }

  connectedCallback() {
    super.connectedCallback();
    for (const moment of ['beforeprint', 'afterprint']) addEventListener(moment, this.printed);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    for (const moment of ['beforeprint', 'afterprint']) removeEventListener(moment, this.printed);
    clearTimeout(this.asking);
  }

  /** @param {Map<PropertyKey, unknown>} changed */
  updated(changed) {
    super.updated(changed);
    this.nameFile();
  }

  /** A browser proposes the title as the name of a printed file. */
  nameFile() {
    if (this.onPaper && this.session) document.title = paperName(this.session);
  }

  /** A letter that was pressed outside text fields. @param {string} _key @returns {boolean} whether it meant something */
  pressed(_key) {
    return false;
  }

  async load() {
    this.show(await getSession(this.params['id'] ?? ''));
  }

  /** @param {Session} session */
  show(session) {
    if (session.state === 'in-progress') {
      go(`/sessions/${session.id}`, { replace: true });
      return;
    }
    this.session = session;
    if (session.state === 'submitted' && this.isConnected) this.askLater();
  }

  askLater() {
    clearTimeout(this.asking);
    this.asking = window.setTimeout(async () => {
      try {
        const session = await getSession(this.session?.id ?? '');
        if (this.isConnected) this.show(session);
      } catch {
        if (this.isConnected) this.askLater(); // the server is gone for now; what is on the page stays true
      }
    }, this.waited);
    this.waited = Math.min(this.waited * 1.3, ASK_AT_MOST_MILLIS);
  }

  /** Does one step and shows what came of it. @param {() => Promise<Session>} step */
  async step(step) {
    try {
      this.refused = null;
      this.show(await step());
    } catch (thrown) {
      this.refused = Problem.of(thrown);
    }
  }

  /** @param {number} place @param {{point: string, credit: number, quote?: string, accept?: boolean}} said */
  correct(place, said) {
    return this.step(() => correct(this.session?.id ?? '', place, said));
  }

  /** @param {number} place @param {string} point */
  withdraw(place, point) {
    return this.step(() => withdraw(this.session?.id ?? '', place, point));
  }

  /** @param {number} place @param {number} score */
  judge(place, score) {
    return this.step(() => judge(this.session?.id ?? '', place, score));
  }

  /** Takes back the newest correction that is in force. @returns {boolean} whether there was one */
  undo() {
    const newest = this.undoable()
      .flatMap((question) => (question.corrections ?? []).filter((correction) => correction.inForce).map((correction) => ({ place: question.place, correction })))
      .sort((a, b) => b.correction.at - a.correction.at)[0];
    if (!newest) return false;
    this.withdraw(newest.place, newest.correction.point);
    return true;
  }

  /** The questions whose corrections undo reaches. @returns {Question[]} */
  undoable() {
    return this.session?.questions ?? [];
  }

  /** Starts a round of practice with just these questions. @param {Question[]} questions */
  async practise(questions) {
    if (questions.length === 0) return;
    try {
      this.refused = null;
      await startWith(questions.map(({ id }) => id));
    } catch (thrown) {
      this.refused = Problem.of(thrown);
    }
  }
}

/** `rejoinder-2026-11-30-collections-and-2-more`, as the files that are saved are named. @param {Session} session */
function paperName({ questions, startedAt }) {
  const topics = [...new Set(questions.map(({ topic }) => topic.id))];
  const more = topics.length > 1 ? `-and-${topics.length - 1}-more` : '';
  return `rejoinder-${dateHere(startedAt)}-${topics[0]}${more}`;
}

/** More topics are not named. */
const NAMED_TOPICS = 2;

/** `Data Structures, Tuesday 12:15`, `Interview, Tuesday 12:15` @param {Session} session */
export function sessionName({ questions, mode, startedAt, now }) {
  const topics = [...new Map(questions.map(({ topic }) => [topic.id, topic])).values()];
  const name = topics.length > NAMED_TOPICS ? (mode === 'practice' ? 'Practice' : 'Interview') : topicNames(topics);
  return `${name}, ${dayAndTime(startedAt, now)}`;
}
