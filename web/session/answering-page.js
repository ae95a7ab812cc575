/** A session that takes answers: one question at a time, the list before the end, the end. */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Problem, deleteSession } from '../api.js';
import { fromServer } from '../lib/markup.js';
import { Page, drawn, focusHeading, trouble, waiting } from '../lib/page.js';
import { go } from '../lib/router.js';
import { copy } from '../lib/words.js';
import { Desk } from './desk.js';
import { command } from './keys.js';
import { forgetPen } from './pen.js';
import { lastVisited, rememberPlace } from './places.js';
import { stateInWords } from './state-line.js';
import './answer-editor.js';
import './answer-foot.js';
import './before-finish.js';
import './clock-line.js';
import './countdown-line.js';
import './hand-in-notice.js';
import './kept-versions.js';
import './offline-remark.js';
import './pace-remark.js';
import './question-map.js';
import './session-notices.js';
import './which-text.js';

/** @import { Question } from '../lib/types.js' */
/** @import { Command } from './keys.js' */
/** @import { Phase } from './desk.js' */

const SURE = /** @type {const} */ (['unsaid', 'not', 'rather', 'very']);

class AnsweringPage extends Page {
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
    if (desk.practice) await Promise.all([import('../grade/marked-script.js'), import('../grade/reference-answers.js')]);
    this.desk = desk;
    this.counting = fresh;
    desk.addEventListener('change', () => this.changed());
    desk.addEventListener('say', (event) => this.say(/** @type {CustomEvent} */ (event).detail));
    desk.addEventListener('ended', () => go(`/sessions/${id}/result`, { replace: true }));
    desk.place = lastVisited(desk);
    this.followHash();
    this.putHash();
    if (desk.practice) desk.waitForMarks();
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
    if (desk.handingIn?.timeOut && this.urgent === '') this.say({ words: 'Time. Your answers are handed in.', urgent: true });
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

  /** The primary action: practice marks an answer before it goes on. */
  next() {
    const desk = /** @type {Desk} */ (this.desk);
    if (desk.work.rival) return;
    this.counting = false;
    if (desk.practice && !desk.isSettled()) desk.settle();
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
    const next = SURE[(SURE.indexOf(desk.work.confidence) + 1) % SURE.length] ?? 'unsaid';
    desk.sure(next);
    desk.say(next === 'unsaid' ? 'How sure: not said.' : `How sure: ${next}.`);
  }

  /** Takes the start back: the session is deleted as if it had not been. */
  async takeBack() {
    const desk = /** @type {Desk} */ (this.desk);
    this.counting = false;
    try {
      await deleteSession(desk.id);
      desk.writes = false;
      forgetPen(desk.id);
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
    this.say({ words: this.copied ? 'Copied.' : 'The browser did not let it be copied.', urgent: false });
  }

  // ---- what is shown

  pageTitle() {
    const { desk } = this;
    if (!desk) return '';
    if (desk.phase === 'over') return 'Handing in';
    return desk.phase === 'finishing' ? 'Before you finish' : `Question ${desk.place + 1} of ${desk.works.length}`;
  }

  /** @param {Map<PropertyKey, unknown>} changed */
  updated(changed) {
    super.updated(changed);
    const { desk } = this;
    if (!desk || this.problem) return;
    const now = `${desk.phase} ${desk.phase === 'answering' ? desk.place : ''} ${desk.isSettled()} ${desk.clock.paused} ${desk.work.rival !== null}`;
    if (now === this.focused) return;
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
    const heading = this.querySelector(phase === 'answering' && desk.isSettled() ? '.answer-head' : 'main h1');
    const touch = matchMedia('(pointer: coarse)').matches; // there the focus would open the keyboard over the question
    if (first instanceof HTMLElement) first.focus({ preventScroll: true });
    else if (phase === 'answering' && desk.open && editor && !touch) editor.enter();
    else if (heading instanceof HTMLElement) focusHeading(heading);
  }

  render() {
    const { desk } = this;
    return html`
      <header class="running-head session-head">
        ${desk
          ? html`<p class="session-title">${this.headTitle(desk)}</p>
              <state-line .state=${desk.saver.state()} ?reading=${!desk.writes} @copy-all=${this.copyAll}></state-line>
              <clock-line
                .clock=${desk.clock} .pausesLeft=${desk.session.mostPauses - desk.session.pauses} ?still=${!desk.writes} ?over=${desk.phase === 'over'}
                .change=${this.change} @pause=${() => desk.pause()} @go-on=${() => desk.resume()}
              ></clock-line>`
          : html`<a class="wordmark" href="/" aria-label="Rejoinder, home">Rejoinder</a>`}
      </header>
      <main class="sheet" id="sheet" tabindex="-1" @copy-all=${this.copyAll}>
        ${this.problem ? trouble(this.problem, () => this.open()) : desk ? this.phase(desk) : waiting('Opening the session…')}
      </main>
      <p class="unseen" role="status">${this.said}</p>
      <p class="unseen" role="alert">${this.urgent}</p>`;
  }

  /** @param {Desk} desk */
  headTitle(desk) {
    const kind = desk.practice ? 'Practice, ' : '';
    if (desk.phase === 'over') return `${kind}${desk.question.topic.title}, over`;
    return desk.phase === 'finishing' ? `${kind}${desk.question.topic.title}, finishing` : `${kind}${desk.question.topic.title}, ${desk.place + 1} of ${desk.works.length}`;
  }

  /** @param {Desk} desk */
  phase(desk) {
    if (desk.phase === 'over') return this.overRow(desk);
    return desk.phase === 'finishing' ? this.finishingRow(desk) : this.answeringRow(desk);
  }

  /** @param {Desk} desk */
  overRow(desk) {
    return html`<div class="row">
      <div class="script"><hand-in-notice .desk=${desk} .change=${this.change}></hand-in-notice></div>
      <div class="margin"></div>
    </div>
    ${desk.handingIn?.timeOut
      ? html`<div class="row answering">
          <p class="gutter" aria-hidden="true">${desk.place + 1}</p>
          <div class="script">${this.asked(desk.question, 'h2')} ${this.editors(desk)}</div>
          <div class="margin"></div>
        </div>`
      : nothing}`;
  }

  /** @param {Desk} desk */
  finishingRow(desk) {
    return html`<div class="row">
      <div class="script">
        <session-notices .desk=${desk} .change=${this.change}></session-notices>
        <before-finish
          .desk=${desk} .change=${this.change}
          @visit=${(/** @type {CustomEvent} */ event) => this.visit(event.detail)} @finish=${this.finish}
        ></before-finish>
      </div>
      <aside class="margin" aria-label="What finishing means">
        <p class="remark">An empty answer counts as 0; whatever is written will be marked.</p>
        <p class="remark">After this the answers are fixed. You can still correct my marks.</p>
        <offline-remark .desk=${desk} .change=${this.change} .copied=${this.copied}></offline-remark>
      </aside>
    </div>`;
  }

  /** @param {Desk} desk */
  answeringRow(desk) {
    return html`<div class="row answering">
      <p class="gutter" aria-hidden="true">${desk.place + 1}</p>
      <div class="script">
        ${desk.clock.paused ? this.pausedPart(desk) : this.openPart(desk)}
      </div>
      <aside class="margin map-margin" aria-label="Where you are">
        <question-map .desk=${desk} .change=${this.change} @visit=${(/** @type {CustomEvent} */ event) => this.visit(event.detail)}></question-map>
        <pace-remark .desk=${desk} .change=${this.change}></pace-remark>
        <offline-remark .desk=${desk} .change=${this.change} .copied=${this.copied}></offline-remark>
        <p class="way-out small"><button class="action-quiet" type="button" popovertarget="keys">Keys <kbd>?</kbd></button> <a href="/">Leave, come back later</a></p>
      </aside>
    </div>
    ${desk.isSettled() ? this.markedRows(desk) : nothing}`;
  }

  /** Practice: the answer, marked. @param {Desk} desk */
  markedRows(desk) {
    const { question, session } = desk;
    return html`<marked-script
        .question=${question} .grading=${session.grading} @judge=${(/** @type {CustomEvent} */ event) => desk.judge(event.detail.score)}
      ></marked-script>
      <div class="row"><div class="script">${this.foot(desk)}</div><div class="margin"></div></div>
      <reference-answers .question=${question}></reference-answers>`;
  }

  /** @param {Desk} desk */
  pausedPart(desk) {
    return html`
      <h1>Paused</h1>
      <p>The clock stands, and the question waits with it. Everything you wrote is kept; you can close the window.</p>
      <p class="actions">
        <button class="action-primary" type="button" data-first ?disabled=${!desk.writes} @click=${() => desk.resume()}>Go on <kbd>⏎</kbd></button>
        <a class="action" href="/">Leave, come back later</a>
      </p>`;
  }

  /** @param {Desk} desk */
  openPart(desk) {
    const { question, work } = desk;
    return html`
      ${this.asked(question, 'h1')}
      ${this.counting
        ? html`<countdown-line @begun=${() => (this.counting = false)} @take-back=${this.takeBack}></countdown-line>`
        : html`<p class="asked-of">${question.topic.title}, <pace-remark short .desk=${desk} .change=${this.change}></pace-remark></p>`}
      <session-notices .desk=${desk} .change=${this.change} .copied=${this.copied}></session-notices>
      ${work.rival
        ? html`<which-text .work=${work} .change=${this.change} @take=${(/** @type {CustomEvent} */ event) => desk.choose(event.detail)}></which-text>`
        : nothing}
      ${desk.isSettled() || work.rival ? nothing : [this.editors(desk), this.foot(desk)]}`;
  }

  /** @param {Question} question @param {"h1" | "h2"} level */
  asked(question, level) {
    const words = fromServer(question.promptHtml);
    return html`
      ${level === 'h1' ? html`<h1 class="question" id="question">${words}</h1>` : html`<h2 class="question" id="question">${words}</h2>`}
      ${question.contextHtml ? html`<div class="question-context">${fromServer(question.contextHtml)}</div>` : nothing}`;
  }

  /** One box a question, so that each keeps its caret and its undo. @param {Desk} desk */
  editors(desk) {
    return html`<span class="unseen" id="answer-label">Your answer</span>
      ${repeat(
        desk.works.filter(({ place }) => desk.phase === 'over' || !desk.isSettled(place)),
        ({ place }) => place,
        (work) => html`<answer-editor
          ?hidden=${work.place !== desk.place} .text=${work.text} ?reading=${!desk.open} labelled="answer-label question" described="under"
          @typed=${(/** @type {CustomEvent} */ event) => this.typed(event.detail)} @focusout=${() => desk.saver.flush()}
        ></answer-editor>`,
      )}`;
  }

  /** @param {string} text */
  typed(text) {
    this.counting = false;
    this.desk?.type(text);
  }

  /** @param {Desk} desk */
  foot(desk) {
    return html`<answer-foot
        .desk=${desk} .change=${this.change}
        @do=${(/** @type {CustomEvent} */ event) => this.do(event.detail)}
      ></answer-foot>
      <kept-versions
        .versions=${desk.kept.filter(({ place, text }) => place === desk.place && text !== desk.work.text)} ?reading=${!desk.open}
        @bring-back=${(/** @type {CustomEvent} */ event) => desk.bringBack(event.detail)}
      ></kept-versions>`;
  }
}
customElements.define('answering-page', AnsweringPage);
