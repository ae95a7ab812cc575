/** One question of a session that is over: the marked script and all that hangs on it. */
import { html, nothing } from 'lit';
import { attempts } from '../api.js';
import './accepted-wordings.js';
import { afterTime } from './after-time.js';
import './grade-changes.js';
import './grade-receipt.js';
import './marked-script.js';
import './past-attempts.js';
import './question-note.js';
import './reference-answers.js';
import { scoresHidden } from '../lib/hidden-scores.js';
import { fromServer } from '../lib/markup.js';
import { shortName } from '../lib/names.js';
import { go } from '../lib/router.js';
import { clockFigure, minutes } from '../lib/time.js';
import { Review, sessionName } from './review.js';

/** @import { PastAttempt, Question, Session } from '../lib/types.js' */

class QuestionPage extends Review {
  static properties = { attempts: { state: true }, asked: { state: true } };

  constructor() {
    super();
    /** @type {PastAttempt[]} */
    this.attempts = [];
    /** Whether the marks are shown though scores are hidden. */
    this.asked = !scoresHidden();
  }

  async load() {
    await super.load();
    const { question } = this;
    if (question) this.attempts = await attempts(question.id);
  }

  /** @returns {Question | undefined} */
  get question() {
    return this.session?.questions[Number(this.params['n']) - 1];
  }

  undoable() {
    return this.question ? [this.question] : [];
  }

  pageTitle() {
    const { question } = this;
    if (!question) return '';
    return question.score && this.asked ? `${shortName(question.id)}: ${question.score.percent} of 100` : shortName(question.id);
  }

  /** @param {string} key */
  pressed(key) {
    const { session, question } = this;
    if (!session || !question) return false;
    if (key === 'j') return this.turn(1);
    if (key === 'k') return this.turn(-1);
    if (key === 'p') this.practise([question]);
    else if (key === 'o') this.goTo('[data-reference]');
    else if (key === 'n') this.goTo('question-note textarea');
    else if (key === 't') this.querySelector('grade-changes')?.querySelector('button')?.click();
    else return false;
    return true;
  }

  /** @param {string} what */
  goTo(what) {
    const target = this.querySelector(what);
    if (!(target instanceof HTMLElement)) return;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: 'center' });
  }

  /** @param {number} by */
  turn(by) {
    const { session, question } = this;
    if (!session || !question || !session.questions[question.place + by]) return false;
    go(this.address(session, question.place + by));
    return true;
  }

  /** @param {Session} session @param {number} place */
  address(session, place) {
    return `/sessions/${session.id}/questions/${place + 1}`;
  }

  sheet() {
    const { session, question } = this;
    if (!session) return nothing;
    if (!question) return noSuchQuestion(session);
    return html`
      ${this.head(session, question)}
      <marked-script
        .question=${question}
        .grading=${session.grading}
        ?correctable=${session.state === 'graded'}
        ?plain=${!this.asked}
        @correct=${(/** @type {CustomEvent} */ { detail }) => this.correct(question.place, detail)}
        @withdraw=${(/** @type {CustomEvent} */ { detail }) => this.withdraw(question.place, detail.point)}
        @judge=${(/** @type {CustomEvent} */ { detail }) => this.judge(question.place, detail.score)}
      ></marked-script>
      ${this.refused
        ? html`<div class="row"><div class="script"><p class="notice broken" role="alert">${this.refused.message}</p></div><div class="margin"></div></div>`
        : nothing}
      ${afterTime(question)}
      <reference-answers .question=${question} ?plain=${!this.asked}></reference-answers>
      ${this.asked && question.grade
        ? html`<grade-changes
            .question=${question}
            session=${session.id}
            .actions=${this.practiseThis(question)}
            .margin=${html`<grade-receipt .question=${question} session=${session.id}></grade-receipt>`}
          ></grade-changes>`
        : html`<div class="row screen-only"><div class="script"><p class="actions">${this.practiseThis(question)}</p></div><div class="margin"></div></div>`}
      ${this.asked ? html`<accepted-wordings .question=${question.id} .since=${session}></accepted-wordings>` : nothing}
      <section class="row" aria-labelledby="note-head">
        <div class="script"><question-note question=${question.id}></question-note></div>
        <div class="margin"></div>
      </section>
      <past-attempts .attempts=${this.attempts} .session=${session.id} .place=${question.place} .now=${session.now} ?plain=${!this.asked}></past-attempts>`;
  }

  /** @param {Session} session @param {Question} question */
  head(session, question) {
    const { place, answer } = question;
    const many = session.questions.length;
    return html`<div class="row">
      <p class="gutter" aria-hidden="true">${place + 1}</p>
      <div class="script">
        <p class="small soft way-back">
          <span><a href="/sessions/${session.id}/result">${sessionName(session)}</a>, question ${place + 1} of ${many}</span>
          <span class="actions screen-only">
            ${place > 0 ? html`<a class="action-quiet" href=${this.address(session, place - 1)}>Previous <kbd>K</kbd></a>` : nothing}
            ${place + 1 < many ? html`<a class="action-quiet" href=${this.address(session, place + 1)}>Next <kbd>J</kbd></a>` : nothing}
          </span>
        </p>
        <h1 class="question" dir="auto">${fromServer(question.promptHtml)}</h1>
        ${question.contextHtml ? html`<div class="context" dir="auto">${fromServer(question.contextHtml)}</div>` : nothing}
      </div>
      <div class="margin">
        ${this.figure(question)}
        ${answer ? html`<p class="small soft"><span class="figure">${clockFigure(answer.spentMillis)}</span> of about ${minutes(question.suggestedMillis)}${howSure(answer.confidence)}</p>` : nothing}
      </div>
    </div>`;
  }

  /** @param {Question} question */
  figure({ score, ownScore, outcome }) {
    if (!this.asked) return html`<p><button class="action" type="button" @click=${() => (this.asked = true)}>Show the marks</button></p>`;
    if (!score) return outcome === 'self-owed' ? html`<p class="score-word">Yours to judge</p>` : nothing; // the script itself says why there is no mark
    return html`<p class="score-line" role="status"><span class="score-figure">${score.percent}</span> <span>of 100, <strong>${score.word}</strong></span></p>
      ${ownScore && ownScore.percent !== score.percent ? html`<p class="small soft">by your corrections; the grader’s own value is ${ownScore.percent}</p>` : nothing}`;
  }

  /** @param {Question} question */
  practiseThis(question) {
    return html`<button class="action-primary" type="button" @click=${() => this.practise([question])}>Practise this <kbd>P</kbd></button>`;
  }
}
customElements.define('question-page', QuestionPage);

/** @param {string} confidence */
const howSure = (confidence) => (confidence === 'unsaid' ? '' : `; you were ${confidence} sure`);

/** @param {Session} session */
const noSuchQuestion = (session) => html`<div class="row">
  <div class="script">
    <h1>No such question</h1>
    <p>This session has questions 1 to ${session.questions.length}.</p>
    <p class="actions"><a class="action-primary" href="/sessions/${session.id}/result">To its result</a></p>
  </div>
  <div class="margin"></div>
</div>`;
