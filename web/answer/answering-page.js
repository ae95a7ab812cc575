/** A session that takes answers: one question at a time, the list before the end, the end. */
import { Problem, deleteSession } from '../api.js';
import { DEGREES, SURE } from '../lib/confidence.js';
import { Page, drawn, focusHeading } from '../lib/page.js';
import { go } from '../lib/router.js';
import { capital } from '../lib/time.js';
import { copy } from '../lib/words.js';
import { sheet } from './answering-sheet.js';
import { OpenSession } from './open-session.js';
import { command } from './keys.js';
import { forgetWriteLock } from './write-lock.js';
import { lastVisited, rememberPlace } from './places.js';
import { stateInWords } from './state-line.js';

/** @import { Command } from './keys.js' */
/** @import { Phase } from './open-session.js' */

/** What the key goes through. */
const STEPS = /** @type {const} */ (['unsaid', ...DEGREES]);

export class AnsweringPage extends Page {
  static properties = { said: { state: true }, urgent: { state: true }, counting: { state: true }, copied: { state: true } };

  constructor() {
    super();
    /** @type {OpenSession | null} */
    this.openSession = null;
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
    this.openSession?.close();
  }

  async load() {
    const id = this.params['id'] ?? '';
    const fresh = history.state?.fresh === true;
    const openSession = await OpenSession.open(id, fresh);
    if (!this.isConnected) return openSession.close();
    if (openSession.session.state !== 'in-progress') {
      openSession.close();
      go(`/sessions/${id}/result`, { replace: true });
      return;
    }
    if (openSession.followUps) await import('./interviewer-asks.js');
    if (openSession.practice) {
      await Promise.all([import('../review/marked-answer.js'), import('../practice/after-marks.js'), import('../practice/hint-line.js')]);
    }
    this.openSession = openSession;
    this.counting = fresh;
    openSession.addEventListener('change', () => this.changed());
    openSession.addEventListener('say', (event) => this.say(/** @type {CustomEvent} */ (event).detail));
    openSession.addEventListener('ended', () => go(`/sessions/${id}/${openSession.practice ? 'change' : 'result'}`, { replace: true }));
    openSession.place = lastVisited(openSession);
    this.followHash();
    this.putHash();
    openSession.server.waitForMarks();
  }

  changed() {
    const { openSession } = this;
    if (!openSession) return;
    this.requestUpdate();
    this.copied = false;
    this.putHash();
    const state = openSession.saver.state();
    if (state.kind !== this.stateSaid && state.kind !== 'saving') {
      this.stateSaid = state.kind;
      this.say({ words: stateInWords(state), urgent: false });
    }
    if (openSession.handingIn?.timeOut && this.urgent === '') this.say({ words: 'Time is up. Your answers are handed in.', urgent: true });
  }

  /** @param {{words: string, urgent: boolean}} announcement */
  say({ words, urgent }) {
    if (urgent) this.urgent = words;
    else this.said = this.said === words ? `${words}\u00a0` : words; // the same words again are news, too
  }

  // ---- where one is: the address remembers it

  putHash() {
    const { openSession } = this;
    if (!openSession || openSession.phase === 'over') return;
    const hash = openSession.phase === 'finishing' ? '#finish' : `#${openSession.place + 1}`;
    rememberPlace(openSession.id, openSession.place);
    if (location.hash !== hash || history.state !== null) history.replaceState(null, '', hash);
  }

  followHash() {
    const { openSession } = this;
    const place = Number(location.hash.slice(1)) - 1;
    if (location.hash === '#finish') openSession?.finishing();
    else if (openSession && Number.isInteger(place) && place >= 0 && place !== openSession.place) openSession.visit(place);
  }

  // ---- what is pressed

  /** @param {KeyboardEvent} event */
  key(event) {
    const { openSession } = this;
    if (!openSession || event.defaultPrevented || document.querySelector('[popover]:popover-open')) return;
    const asked = command(event);
    if (asked === null || (openSession.phase === 'over' && asked !== 'time')) return;
    const plain = !event.altKey && !event.ctrlKey && !event.metaKey;
    if (plain && openSession.phase !== 'finishing') return; // single keys only where nothing is typed
    if (typeof asked === 'object' && asked.jump >= openSession.drafts.length) return;
    event.preventDefault();
    this.do(asked);
  }

  /** @param {Command} asked */
  do(asked) {
    const openSession = /** @type {OpenSession} */ (this.openSession);
    if (typeof asked === 'object') return this.visit(asked.jump);
    switch (asked) {
      case 'next':
        return openSession.phase === 'finishing' ? this.finish() : this.next();
      case 'back':
        return this.visit(openSession.phase === 'finishing' ? openSession.place : openSession.place - 1);
      case 'forward':
      case 'skip':
        return this.onwards();
      case 'flag':
        return openSession.flag();
      case 'sure':
        return this.sureByKey();
      case 'time':
        openSession.sayTime();
        return /** @type {import('lit').LitElement & {show: () => void} | null} */ (this.querySelector('clock-line'))?.show();
      case 'finish':
        return openSession.finishing();
      case 'leave':
        return this.visit(openSession.place);
    }
  }

  /** The primary action: practice marks an answer before it goes on, and an interview with follow-ups asks one. */
  next() {
    const openSession = /** @type {OpenSession} */ (this.openSession);
    if (openSession.draft.rival) return;
    this.counting = false;
    if (!openSession.isSettled() && (openSession.practice || (openSession.followUps && !openSession.draft.empty))) openSession.server.settle();
    else this.onwards();
  }

  onwards() {
    const openSession = /** @type {OpenSession} */ (this.openSession);
    if (openSession.practice && openSession.drafts.every(({ place }) => openSession.isSettled(place))) this.finish();
    else if (openSession.last) openSession.finishing();
    else this.visit(openSession.place + 1);
  }

  /** @param {number} place */
  visit(place) {
    this.counting = false;
    this.openSession?.visit(place);
  }

  finish() {
    const { openSession } = this;
    if (openSession?.writes && !openSession.drafts.some((draft) => draft.rival)) openSession.handIn();
  }

  sureByKey() {
    const openSession = /** @type {OpenSession} */ (this.openSession);
    if (!openSession.open) return;
    const next = STEPS[(STEPS.indexOf(openSession.draft.confidence) + 1) % STEPS.length] ?? 'unsaid';
    openSession.sure(next);
    openSession.say(next === 'unsaid' ? 'How sure you are: no answer.' : `${capital(SURE[next])}.`);
  }

  /** Takes the start back: the session is deleted as if it had not been. */
  async takeBack() {
    const openSession = /** @type {OpenSession} */ (this.openSession);
    this.counting = false;
    try {
      await deleteSession(openSession.id);
      openSession.writes = false;
      forgetWriteLock(openSession.id);
      go('/', { replace: true });
    } catch (thrown) {
      openSession.problem = Problem.of(thrown);
      openSession.changed();
    }
  }

  async copyAll() {
    const openSession = /** @type {OpenSession} */ (this.openSession);
    const all = openSession.drafts.filter((draft) => !draft.empty);
    this.copied = await copy(all.map((draft) => `${openSession.session.questions[draft.place]?.prompt}\n\n${draft.text}`).join('\n\n\n'));
    this.say({ words: this.copied ? 'Copied.' : 'The browser did not allow copying.', urgent: false });
  }

  // ---- what is shown

  pageTitle() {
    const { openSession } = this;
    if (!openSession) return '';
    if (openSession.phase === 'over') return 'Handing in';
    return openSession.phase === 'finishing' ? (openSession.practice ? 'End the round' : 'Review and finish') : `Question ${openSession.place + 1} of ${openSession.drafts.length}`;
  }

  /** @param {Map<PropertyKey, unknown>} changed */
  updated(changed) {
    super.updated(changed);
    const { openSession } = this;
    if (!openSession || this.problem) return;
    const now = `${openSession.phase} ${openSession.phase === 'answering' ? openSession.place : ''} ${openSession.isSettled()} ${openSession.clock.paused} ${openSession.draft.rival !== null} ${openSession.question.asking ? 'asked' : ''}`;
    const tookOver = this.reading && openSession.writes;
    this.reading = !openSession.writes;
    if (now === this.focused) {
      if (tookOver) this.focusHere(openSession.phase); // the button that had the focus is gone
      return;
    }
    this.focused = now;
    if (openSession.phase !== 'over' || !openSession.handingIn?.timeOut) scrollTo(0, 0);
    this.focusHere(openSession.phase);
  }

  async arrive() {
    // the focus goes with the question, see updated
  }

  /** @param {Phase} phase */
  async focusHere(phase) {
    await drawn(this);
    const openSession = /** @type {OpenSession} */ (this.openSession);
    const editor = /** @type {import('lit').LitElement & {enter: () => void} | null} */ (this.querySelector('answer-editor:not([hidden])'));
    const first = this.querySelector('[data-first]');
    const heading = this.querySelector('main h1');
    const touch = matchMedia('(pointer: coarse)').matches; // there the focus would open the keyboard over the question
    if (first instanceof HTMLElement) first.focus({ preventScroll: true });
    else if (phase === 'answering' && openSession.open && editor && !touch) editor.enter();
    else if (heading instanceof HTMLElement) focusHeading(heading);
  }

  render() {
    return sheet(this);
  }

  /** @param {string} text */
  typed(text) {
    this.counting = false;
    this.openSession?.type(text);
  }
}
customElements.define('answering-page', AnsweringPage);
