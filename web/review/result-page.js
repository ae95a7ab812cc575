/** The result of a session: the figure with its bracket, the questions, what is to be settled, the receipt. While the marking goes on it says how far it is. */
import { html, nothing } from 'lit';
import './marked-script.js';
import './reference-answers.js';
import { walk } from '../lib/document-keys.js';
import { hideScores, scoresHidden } from '../lib/hidden-scores.js';
import { fromServer } from '../lib/markup.js';
import { go } from '../lib/router.js';
import { clockFigure, count, minutes } from '../lib/time.js';
import { calibrationLines, howItComes, lossLines } from './remarks.js';
import { resultRows } from './result-rows.js';
import { Review, sessionName } from './review.js';
import { afterTime } from './after-time.js';
import './delete-session.js';
import './grade-today.js';
import './save-as.js';
import './things-to-settle.js';

/** @import { Question, Session } from '../lib/types.js' */

class ResultPage extends Review {
  static properties = { asked: { state: true }, printing: { state: true } };

  constructor() {
    super();
    /** Whether scores are shown though they are hidden. */
    this.asked = !scoresHidden();
    /** Whether the marked scripts stand below for the printer. */
    this.printing = false;
    this.onPrint = () => {
      this.printing = true;
    };
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('beforeprint', this.onPrint);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('beforeprint', this.onPrint);
  }

  pageTitle() {
    const { session } = this;
    if (!session) return '';
    return session.score && this.asked ? `${sessionName(session)}: ${session.score.percent} %` : sessionName(session);
  }

  /** @param {string} key */
  pressed(key) {
    if (key === 'p' && this.misses().length > 0) this.practise(this.misses());
    else if (key === 'j' || key === 'k') this.walk(key === 'j' ? 1 : -1);
    else return false;
    return true;
  }

  /** Moves the focus over the questions. @param {number} by */
  walk(by) {
    walk(this.querySelectorAll('.result-table tbody th a'), by);
  }

  /** The questions that came out below "solid", or were left empty. */
  misses() {
    return (this.session?.questions ?? []).filter(({ score }) => score && !score.cameOutWell);
  }

  async print() {
    this.printing = true;
    await this.updateComplete;
    await new Promise((done) => requestAnimationFrame(done)); // the scripts below are drawn by then
    print();
  }

  sheet() {
    const { session } = this;
    if (!session) return nothing;
    const graded = session.state === 'graded';
    return html`
      <div class="row">
        <div class="script">
          <h1>${sessionName(session)}</h1>
          ${this.figure(session)}
          <p class="soft">${inShort(session)}</p>
          ${this.refused ? html`<p class="notice broken" role="alert">${this.refused.message}</p>` : nothing}
          ${this.actions(session)}
        </div>
        <aside class="margin" aria-label="Remarks">
          ${graded && this.asked ? [...lossLines(session), ...calibrationLines(session)].map((line) => html`<p class="remark">${line}</p>`) : nothing}
        </aside>
      </div>
      <div class="row">
        <div class="script">
          <h2 class="unseen">Questions</h2>
          ${resultRows(session, this.asked)}
        </div>
        <aside class="margin" aria-label="The sum">${graded && this.asked ? howItComes(session) : nothing}</aside>
      </div>
      ${graded && this.asked ? html`<grade-today .session=${session}></grade-today>` : nothing}
      ${graded && this.asked
        ? html`<things-to-settle
            .session=${session}
            @correct=${(/** @type {CustomEvent} */ { detail }) => this.correct(detail.place, detail)}
            @withdraw=${(/** @type {CustomEvent} */ { detail }) => this.withdraw(detail.place, detail.point)}
          ></things-to-settle>`
        : nothing}
      <div class="row screen-only">
        <div class="script"><delete-session .session=${going(session)} @deleted=${() => go('/history')}></delete-session></div>
        <aside class="margin" aria-label="The receipt">
          ${receipt(session)}
          ${graded
            ? html`<p><label class="choice small"><input type="checkbox" .checked=${scoresHidden()} @change=${this.hide} /> hide scores until I ask</label></p>`
            : nothing}
        </aside>
      </div>
      ${this.printing ? html`<div class="paper-only">${session.questions.map((question) => onPaper(question, session))}</div>` : nothing}`;
  }

  /** @param {Session} session */
  figure(session) {
    if (session.state !== 'graded') return this.notYet(session);
    const { score } = session;
    if (!score) return html`<p class="score-line"><span class="score-word">No score yet</span> <span class="soft">the marks are yours to give</span></p>`;
    if (!this.asked) return html`<p class="score-line"><button class="action" type="button" @click=${() => (this.asked = true)}>Show the scores</button></p>`;
    return html`<p class="score-line" role="status">
      <span class="score-figure">${score.percent} %</span> <span class="score-word">${score.word}</span>
      <span class="soft">${score.low === score.high ? nothing : `${score.low} to ${score.high}, depending on the points that are only partly there`}</span>
    </p>`;
  }

  /** @param {Session} session */
  notYet(session) {
    const { questions, grading } = session;
    const owed = questions.filter(({ outcome }) => outcome === 'owed').length;
    const done = questions.length - owed;
    if (grading?.state === 'broken') {
      return html`<p class="score-line"><span class="score-word">Not graded yet</span></p>
        <div class="notice broken" role="status"><p>${grading.reason}</p><p>Your answers are safe. They are marked as soon as it works.</p></div>`;
    }
    return html`<p class="score-line"><span class="score-word">Not graded yet</span></p>
      <p role="status">
        ${grading?.state === 'loading'
          ? 'The sentence model is still loading; marking starts by itself.'
          : `Marking: ${done} of ${count(questions.length, 'answer')} done.`}
        Your answers are safe.
      </p>`;
  }

  /** @param {Session} session */
  actions(session) {
    const misses = this.asked ? this.misses() : [];
    const broken = session.grading?.state === 'broken' && session.state !== 'graded';
    return html`<div class="actions screen-only">
      ${broken
        ? html`<button class="action-primary" type="button" @click=${() => this.open()}>Try again</button>`
        : misses.length > 0
          ? html`<button class="action-primary" type="button" @click=${() => this.practise(misses)}>
              ${misses.length === 1 ? 'Practise this one' : `Practise these ${misses.length}`} <kbd>P</kbd>
            </button>`
          : session.state === 'graded'
            ? html`<a class=${this.asked ? 'action-primary' : 'action'} href="/">Another interview</a>`
            : nothing}
      <save-as .session=${session.id} @print=${this.print}></save-as>
      ${misses.length > 0 && !broken ? html`<a class="action-quiet" href="/">Again</a>` : nothing}
    </div>`;
  }

  /** @param {Event} event */
  hide(event) {
    hideScores(/** @type {HTMLInputElement} */ (event.target).checked);
    this.asked = !scoresHidden();
  }
}
customElements.define('result-page', ResultPage);

/** What deleting takes along. @param {Session} session */
const going = ({ id, mode, questions }) => ({
  id,
  mode,
  questions: questions.length,
  answered: answeredOf(questions),
  corrections: questions.reduce((sum, { corrections = [] }) => sum + corrections.length, 0),
});

/** @param {Question[]} questions */
const answeredOf = (questions) => questions.filter(({ answer }) => answer && answer.text.trim() !== '').length;

/** @param {Session} session */
function inShort({ questions, mode, usedMillis = 0, totalMillis, pausedMillis, endedBy }) {
  const parts = [
    mode === 'practice' ? 'practice' : null,
    `${answeredOf(questions)} of ${questions.length} answered`,
    html`<span class="figure">${clockFigure(usedMillis)}</span>${totalMillis === undefined ? ' used' : ` of ${minutes(totalMillis)} used`}`,
    endedBy === 'deadline' ? 'the time ran out' : null,
    pausedMillis > 0 ? html`paused <span class="figure">${clockFigure(pausedMillis)}</span>` : null,
  ].filter((part) => part !== null);
  return parts.map((part, i) => html`${i > 0 ? ', ' : ''}${part}`);
}

/** @param {Session} session */
function receipt({ questions, endedAt }) {
  const stamp = questions.find(({ grade }) => grade)?.grade?.stamp;
  if (!stamp) return nothing;
  return html`<p class="receipt">
    Handed in <span class="figure">${endedAt ? new Date(endedAt).toLocaleString('en-GB') : ''}</span>, marked by grader ${stamp.grader}, calibration
    ${stamp.calibration}, model <code title=${stamp.model}>${stamp.model.slice(0, 8)}</code>. The same answers get the same score.
  </p>`;
}

/** @param {Question} question @param {Session} session */
const onPaper = (question, session) => html`<section class="script-on-paper">
  <div class="row">
    <p class="gutter" aria-hidden="true">${question.place + 1}</p>
    <div class="script"><h2 class="question" dir="auto">${fromServer(question.promptHtml)}</h2></div>
    <div class="margin"></div>
  </div>
  <marked-script .question=${question} .grading=${session.grading}></marked-script>
  ${afterTime(question)}
  <reference-answers .question=${question}></reference-answers>
</section>`;
