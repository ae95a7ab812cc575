/** The result of a session: the figure with its bracket, the questions, what is to be settled, the receipt. While the marking goes on it says how far it is. */
import { html, nothing } from 'lit';
import './marked-answer.js';
import { walk } from '../lib/document-keys.js';
import { signedIn } from '../lib/account.js';
import { hideScores, scoresHidden } from '../lib/hidden-scores.js';
import { go } from '../lib/router.js';
import { clockFigure, count, inWords, minutes } from '../lib/time.js';
import { judgedYourself, lossLines } from './remarks.js';
import { resultRows } from './result-rows.js';
import { Review, sessionName } from './review.js';
import { afterTime } from './after-time.js';
import './delete-session.js';
import './grade-today.js';
import './reviewer-comments.js';
import './save-as.js';
import './share-result.js';
import './score-scale.js';

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
    const graded = session.state === 'graded' && this.asked;
    return html`
      <div class="marked headed">
        <header class="asked">
          <p class="crumb">${inShort(session)}</p>
          <h1>${sessionName(session)}</h1>
          ${graded ? lossLines(session).map((line) => html`<p class="lead">${line}</p>`) : nothing}
        </header>
        <div class="score" role="group" aria-label="Score">${this.figure(session)}</div>
        <div class="gist">
          ${this.refused ? html`<p class="notice broken" role="alert">${this.refused.message}</p>` : nothing}
          ${this.actions(session)}
        </div>
      </div>
      <div class="row">
        <div class="script">
          <h2 class="unseen">Questions</h2>
          ${resultRows(session, this.asked)}
          ${signedIn() ? html`<reviewer-comments .session=${session.id}></reviewer-comments>` : nothing}
          <save-as .session=${session.id} @print=${this.print}></save-as>
          ${session.state === 'graded' && signedIn() ? html`<share-result .session=${session.id}></share-result>` : nothing}
        </div>
        ${graded ? judgedYourself(session) : html`<div class="margin"></div>`}
      </div>
      ${graded ? html`<grade-today .session=${session}></grade-today>` : nothing}
      <div class="row screen-only">
        <div class="script">
          <delete-session .session=${going(session)} @deleted=${() => go('/history')}></delete-session>
          ${session.state === 'graded' ? html`<p><label class="choice small"><input type="checkbox" .checked=${scoresHidden()} @change=${this.hide} /> hide scores until I ask</label></p>` : nothing}
        </div>
        <div class="margin">${receipt(session)}</div>
      </div>
      ${this.printing ? html`<div class="paper-only">${session.questions.map((question) => onPaper(question, session))}</div>` : nothing}`;
  }

  /** @param {Session} session */
  figure(session) {
    if (session.state !== 'graded') return this.notYet(session);
    const { score, questions } = session;
    if (!score) return html`<p class="score-line"><span>${session.questions.some(({ outcome }) => outcome === 'self-owed') ? 'No score yet: you mark this yourself.' : 'You answered nothing, so nothing counts.'}</span></p>`;
    if (!this.asked) return html`<p><button class="action" type="button" @click=${() => (this.asked = true)}>Show the scores</button></p>`;
    const open = questions.flatMap((question) => openIn(question) > 0 ? [question] : []);
    const asks = open.reduce((sum, question) => sum + openIn(question), 0);
    const first = open[0];
    return html`<p class="score-line" role="status"><strong class="score-figure">${score.percent}</strong> <span>of 100<br />${score.word}</span></p>
      <score-scale .at=${score.percent} .low=${score.low} .high=${score.high}></score-scale>
      ${score.low === score.high
        ? nothing
        : html`<p class="small">Between ${score.low} and ${score.high}${first ? html`, once you <a href="/sessions/${session.id}/questions/${first.place + 1}">answer ${asks === 1 ? 'one question' : `${inWords(asks)} questions`}</a>` : nothing}.</p>`}
      <p class="small soft">The average of ${count(score.counted, 'question')}.</p>`;
  }

  /** @param {Session} session */
  notYet(session) {
    const { questions, grading } = session;
    const owed = questions.filter(({ outcome }) => outcome === 'owed').length;
    const done = questions.length - owed;
    if (grading?.state === 'broken') {
      return html`<p class="label">Not graded yet</p>
        <div class="notice broken" role="status"><p>${grading.reason}</p><p>Your answers are safe. They will be marked as soon as this works.</p></div>`;
    }
    return html`<p class="label">Not graded yet</p>
      <p role="status">
        ${grading?.state === 'loading'
          ? 'The sentence model is still loading; marking will start by itself.'
          : `Marking: ${done} of ${count(questions.length, 'answer')} done.`}
        Your answers are safe.
      </p>`;
  }

  /** @param {Session} session */
  actions(session) {
    const misses = this.asked ? this.misses() : [];
    const broken = session.grading?.state === 'broken' && session.state !== 'graded';
    return html`<p class="actions screen-only">
      ${broken
        ? html`<button class="action-primary" type="button" @click=${() => this.open()}>Try again</button>`
        : misses.length > 0
          ? html`<button class="action-primary" type="button" @click=${() => this.practise(misses)}>
              ${misses.length === 1 ? 'Practise this one' : `Practise these ${misses.length}`}
            </button>`
          : session.state === 'graded'
            ? html`<a class=${this.asked ? 'action-primary' : 'action'} href="/">Another interview</a>`
            : nothing}
      ${misses.length > 0 && !broken ? html`<a href="/">New interview</a>` : nothing}
    </p>`;
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

/** How many questions of the grader's are open in a question. @param {Question} question */
const openIn = ({ marking, corrections = [] }) =>
  (marking?.lines ?? []).filter(({ verdict }) => verdict === 'unclear').length > 0 && !corrections.some(({ point, inForce }) => inForce && point === '')
    ? (marking?.lines ?? []).filter(({ verdict }) => verdict === 'unclear').length
    : 0;

/** @param {Question} question @param {Session} session */
const onPaper = (question, session) => html`<section class="script-on-paper">
  <marked-answer .question=${question} .grading=${session.grading} .level=${2}></marked-answer>
  ${afterTime(question)}
</section>`;
