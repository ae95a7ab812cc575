/** A session that takes answers: one question at a time, the list before the end, the end. */
import { Problem, deleteSession } from '../api.js';
import { DEGREES, SURE } from '../lib/confidence.js';
import { Page, drawn, focusHeading } from '../lib/page.js';
import { go } from '../lib/router.js';
import { capital } from '../lib/time.js';
import { copy } from '../lib/words.js';
import { sheet } from './answering-sheet.js';
import { Desk } from './open-session.js';
import { command } from './keys.js';
import { forgetWriteLock } from './write-lock.js';
import { lastVisited, rememberPlace } from './places.js';
import { stateInWords } from './state-line.js';

/** @import { Command } from './keys.js' */
/** @import { Phase } from './open-session.js' */

/** What the key goes through. */
const STEPS = /** @type {const} */ (['unsaid', ...DEGREES]);

export class AnsweringPage extends Page {
  static properties = { change: { state: true }, said: { state: true }, urgent: { state: true }, counting: { state: true }, copied: { state: true } };

  constructor() {
    super();
    /** @type {Desk | null} */
    this.desk = null;
    /** Counts the changes of the desk. */
    this.change = 0;
    /** What is announced: in its turn, and at once. */
    this.said = '';
    this.urgent = '';
    /** Whether the start can still be taken back. */
    this.counting = false;
    this.copied = false;
    /** What the focus was last put for: a place or a phase. */
    this.focused = '';
    /** Whether another window wrote when this one was drawn last. */
    this.reading = false;
    this.stateSaid = 'saved';
    /** @param {KeyboardEvent} event */
    this.onKey = (event) => this.key(event);
    this.onHash = () => this.followHash();
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('keydown', this.onKey);
    addEventListener('hashchange', this.onHash);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.onKey);
    removeEventListener('hashchange', this.onHash);
    this.desk?.close();
  }

  async load() {
    const id = this.params['id'] ?? '';
    const fresh = history.state?.fresh === true;
    const desk = await Desk.open(id, fresh);
    if (!this.isConnected) return desk.close();
    if (desk.session.state !== 'in-progress') {
      desk.close();
      go(`/sessions/${id}/result`, { replace: true });
      return;
    }
    if (desk.followUps) await import('./interviewer-asks.js');
    if (desk.practice) {
      await Promise.all([import('../review/marked-answer.js'), import('../practice/after-marks.js'), import('../practice/hint-line.js')]);
    }
    this.desk = desk;
    this.counting = fresh;
    desk.addEventListener('change', () => this.changed());
    desk.addEventListener('say', (event) => this.say(/** @type {CustomEvent} */ (event).detail));
    desk.addEventListener('ended', () => go(`/sessions/${id}/${desk.practice ? 'change' : 'result'}`, { replace: true }));
    desk.place = lastVisited(desk);
    this.followHash();
    this.putHash();
    desk.server.waitForMarks();
  }

  changed() {
    const { desk } = this;
    if (!desk) return;
    this.change += 1;
    this.copied = false;
    this.putHash();
    const state = desk.saver.state();
    if (state.kind !== this.stateSaid && state.kind !== 'saving') {
      this.stateSaid = state.kind;
      this.say({ words: stateInWords(state), urgent: false });
    }
    if (desk.handingIn?.timeOut && this.urgent === '') this.say({ words: 'Time is up. Your answers are handed in.', urgent: true });
  }

  /** @param {{words: string, urgent: boolean}} announcement */
  say({ words, urgent }) {
    if (urgent) this.urgent = words;
    else this.said = this.said === words ? `${words}\u00a0` : words; // the same words again are news, too
  }

  // ---- where one is: the address remembers it

  putHash() {
    const { desk } = this;
    if (!desk || desk.phase === 'over') return;
    const hash = desk.phase === 'finishing' ? '#finish' : `#${desk.place + 1}`;
    rememberPlace(desk.id, desk.place);
    if (location.hash !== hash || history.state !== null) history.replaceState(null, '', hash);
  }

  followHash() {
    const { desk } = this;
    const place = Number(location.hash.slice(1)) - 1;
    if (location.hash === '#finish') desk?.finishing();
    else if (desk && Number.isInteger(place) && place >= 0 && place !== desk.place) desk.visit(place);
  }

  // ---- what is pressed

  /** @param {KeyboardEvent} event */
  key(event) {
    const { desk } = this;
    if (!desk || event.defaultPrevented || document.querySelector('[popover]:popover-open')) return;
    const asked = command(event);
    if (asked === null || (desk.phase === 'over' && asked !== 'time')) return;
    const plain = !event.altKey && !event.ctrlKey && !event.metaKey;
    if (plain && desk.phase !== 'finishing') return; // single keys only where nothing is typed
    if (typeof asked === 'object' && asked.jump >= desk.works.length) return;
    event.preventDefault();
    this.do(asked);
  }

  /** @param {Command} asked */
  do(asked) {
    const desk = /** @type {Desk} */ (this.desk);
    if (typeof asked === 'object') return this.visit(asked.jump);
    switch (asked) {
      case 'next':
        return desk.phase === 'finishing' ? this.finish() : this.next();
      case 'back':
        return this.visit(desk.phase === 'finishing' ? desk.place : desk.place - 1);
      case 'forward':
      case 'skip':
        return this.onwards();
      case 'flag':
        return desk.flag();
      case 'sure':
        return this.sureByKey();
      case 'time':
        desk.sayTime();
        return /** @type {import('lit').LitElement & {show: () => void} | null} */ (this.querySelector('clock-line'))?.show();
      case 'finish':
        return desk.finishing();
      case 'leave':
        return this.visit(desk.place);
    }
  }

  /** The primary action: practice marks an answer before it goes on, and an interview with follow-ups asks one. */
  next() {
    const desk = /** @type {Desk} */ (this.desk);
    if (desk.work.rival) return;
    this.counting = false;
    if (!desk.isSettled() && (desk.practice || (desk.followUps && !desk.work.empty))) desk.server.settle();
    else this.onwards();
  }

  onwards() {
    const desk = /** @type {Desk} */ (this.desk);
    if (desk.practice && desk.works.every(({ place }) => desk.isSettled(place))) this.finish();
    else if (desk.last) desk.finishing();
    else this.visit(desk.place + 1);
  }

  /** @param {number} place */
  visit(place) {
    this.counting = false;
    this.desk?.visit(place);
  }

  finish() {
    const { desk } = this;
    if (desk?.writes && !desk.works.some((work) => work.rival)) desk.handIn();
  }

  sureByKey() {
    const desk = /** @type {Desk} */ (this.desk);
    if (!desk.open) return;
    const next = STEPS[(STEPS.indexOf(desk.work.confidence) + 1) % STEPS.length] ?? 'unsaid';
    desk.sure(next);
    desk.say(next === 'unsaid' ? 'How sure you are: no answer.' : `${capital(SURE[next])}.`);
  }

  /** Takes the start back: the session is deleted as if it had not been. */
  async takeBack() {
    const desk = /** @type {Desk} */ (this.desk);
    this.counting = false;
    try {
      await deleteSession(desk.id);
      desk.writes = false;
      forgetWriteLock(desk.id);
      go('/', { replace: true });
    } catch (thrown) {
      desk.problem = Problem.of(thrown);
      this.changed();
    }
  }

  async copyAll() {
    const desk = /** @type {Desk} */ (this.desk);
    const all = desk.works.filter((work) => !work.empty);
    this.copied = await copy(all.map((work) => `${desk.session.questions[work.place]?.prompt}\n\n${work.text}`).join('\n\n\n'));
    this.say({ words: this.copied ? 'Copied.' : 'The browser did not allow copying.', urgent: false });
  }

  // ---- what is shown

  pageTitle() {
    const { desk } = this;
    if (!desk) return '';
    if (desk.phase === 'over') return 'Handing in';
    return desk.phase === 'finishing' ? (desk.practice ? 'End the round' : 'Review and finish') : `Question ${desk.place + 1} of ${desk.works.length}`;
  }

  /** @param {Map<PropertyKey, unknown>} changed */
  updated(changed) {
    super.updated(changed);
    const { desk } = this;
    if (!desk || this.problem) return;
    const now = `${desk.phase} ${desk.phase === 'answering' ? desk.place : ''} ${desk.isSettled()} ${desk.clock.paused} ${desk.work.rival !== null} ${desk.question.asking ? 'asked' : ''}`;
    const tookOver = this.reading && desk.writes;
    this.reading = !desk.writes;
    if (now === this.focused) {
      if (tookOver) this.focusHere(desk.phase); // the button that had the focus is gone
      return;
    }
    this.focused = now;
    if (desk.phase !== 'over' || !desk.handingIn?.timeOut) scrollTo(0, 0);
    this.focusHere(desk.phase);
  }

  async arrive() {
    // the focus goes with the question, see updated
  }

  /** @param {Phase} phase */
  async focusHere(phase) {
    await drawn(this);
    const desk = /** @type {Desk} */ (this.desk);
    const editor = /** @type {import('lit').LitElement & {enter: () => void} | null} */ (this.querySelector('answer-editor:not([hidden])'));
    const first = this.querySelector('[data-first]');
    const heading = this.querySelector('main h1');
    const touch = matchMedia('(pointer: coarse)').matches; // there the focus would open the keyboard over the question
    if (first instanceof HTMLElement) first.focus({ preventScroll: true });
    else if (phase === 'answering' && desk.open && editor && !touch) editor.enter();
    else if (heading instanceof HTMLElement) focusHeading(heading);
  }

  render() {
    return sheet(this);
  }

  /** @param {string} text */
  typed(text) {
    this.counting = false;
    this.desk?.type(text);
  }
}
customElements.define('answering-page', AnsweringPage);
