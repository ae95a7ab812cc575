/** One question of a session that is over: the marked script and all that hangs on it. */
import { html, nothing } from 'lit';
import { attempts } from '../api.js';
import './accepted-wordings.js';
import { afterTime } from './after-time.js';
import './grade-receipt.js';
import './marked-answer.js';
import './past-attempts.js';
import './question-note.js';
import './reviewer-comments.js';
import './try-again.js';
import { signedIn } from '../lib/account.js';
import { scoresHidden } from '../lib/hidden-scores.js';
import { drawn } from '../lib/page.js';
import { go } from '../lib/router.js';
import { clockFigure, minutes } from '../lib/time.js';
import { Review, sessionName } from './review.js';

/** @import { PastAttempt, Question, Session } from '../lib/types.js' */

class QuestionPage extends Review {
  static properties = { attempts: { state: true }, asked: { state: true }, trying: { state: true } };

  constructor() {
    super();
    /** @type {PastAttempt[]} */
    this.attempts = [];
    /** Whether the marks are shown though scores are hidden. */
    this.asked = !scoresHidden();
    /** Whether other words are being tried. */
    this.trying = false;
  }

  async load() {
    await super.load();
    const { question } = this;
    if (question) this.attempts = await attempts(question.id);
  }

  /** `#note` opens the fold at the note. */
  async arrive() {
    await super.arrive();
    if (location.hash === '#note') this.goTo('question-note textarea');
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
    return question.score && this.asked ? `${question.prompt}: ${question.score.percent} of 100` : question.prompt;
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
    else if (key === 'd') this.goTo('follow-up textarea');
    else if (key === 't' && question.grade) this.tryWords();
    else return false;
    return true;
  }

  /** @param {string} what */
  goTo(what) {
    const target = this.querySelector(what);
    if (!(target instanceof HTMLElement)) return;
    const folded = target.closest('details');
    if (folded) folded.open = true;
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

  async tryWords() {
    this.trying = true;
    await drawn(this);
    this.goTo('try-again textarea');
  }

  async putAway() {
    this.trying = false;
    await drawn(this);
    this.goTo('.try');
  }

  sheet() {
    const { session, question } = this;
    if (!session) return nothing;
    if (!question) return noSuchQuestion(session);
    return html`
      <marked-answer
        .question=${question}
        .grading=${session.grading}
        .session=${session.id}
        ?correctable=${session.state === 'graded'}
        ?plain=${!this.asked}
        .crumb=${this.crumb(session, question)}
        .next=${this.next(session, question)}
        .more=${this.more(session, question)}
        @correct=${(/** @type {CustomEvent} */ { detail }) => this.correct(question.place, detail)}
        @withdraw=${(/** @type {CustomEvent} */ { detail }) => this.withdraw(question.place, detail.point)}
        @judge=${(/** @type {CustomEvent} */ { detail }) => this.judge(question.place, detail.score)}
      ></marked-answer>
      ${this.refused
        ? html`<div class="row"><div class="script"><p class="notice broken" role="alert">${this.refused.message}</p></div><div class="margin"></div></div>`
        : nothing}
      ${signedIn() ? html`<div class="row"><div class="script"><reviewer-comments .session=${session.id} .place=${question.place}></reviewer-comments></div><div class="margin"></div></div>` : nothing}
      ${afterTime(question)}
      ${this.asked ? html`<accepted-wordings .question=${question.id} .since=${session}></accepted-wordings>` : nothing}
      <past-attempts .attempts=${this.attempts} .session=${session.id} .place=${question.place} .now=${session.now} ?plain=${!this.asked}></past-attempts>`;
  }

  /** @param {Session} session @param {Question} question */
  crumb(session, { place, answer, suggestedMillis }) {
    return html`<a href="/sessions/${session.id}/result">${sessionName(session)}</a>, question ${place + 1} of ${session.questions.length}${answer
      ? html`, <span class="figure">${clockFigure(answer.spentMillis)}</span> of about ${minutes(suggestedMillis)}`
      : nothing}`;
  }

  /** What to do next: the one primary action, and the way on. @param {Session} session @param {Question} question */
  next(session, question) {
    const { place, followUp } = question;
    const on = place + 1 < session.questions.length;
    const wayOn = on ? html`<a href=${this.address(session, place + 1)}>Next question</a>` : html`<a href="/sessions/${session.id}/result">Back to the result</a>`;
    if (!this.asked) return html`<p class="actions screen-only"><button class="action-primary" type="button" @click=${() => (this.asked = true)}>Show the marks</button> ${wayOn}</p>`;
    const asks = question.outcome === 'marked' && followUp?.marked && followUp.ask !== '';
    return html`<p class="actions screen-only">
      ${asks
        ? html`<button class="action-primary" type="button" @click=${() => this.goTo('follow-up textarea')}>Answer the follow-up</button>`
        : html`<button class="action-primary" type="button" @click=${() => this.practise([question])}>Practise this</button>`}
      ${wayOn}
    </p>`;
  }

  /** @param {Session} session @param {Question} question */
  more(session, question) {
    return html`<p><button class="quiet practise" type="button" @click=${() => this.practise([question])}>Practise this question</button></p>
      ${question.grade
        ? html`${this.trying
              ? html`<try-again .question=${question} .session=${session.id} @leave=${() => this.putAway()}></try-again>`
              : html`<p><button class="quiet try" type="button" @click=${() => this.tryWords()}>Try other words here</button></p>`}
            <grade-receipt .question=${question} session=${session.id}></grade-receipt>`
        : nothing}
      <question-note question=${question.id}></question-note>`;
  }
}
customElements.define('question-page', QuestionPage);

/** @param {Session} session */
const noSuchQuestion = (session) => html`<div class="row">
  <div class="script">
    <h1>No such question</h1>
    <p>This session has questions 1 to ${session.questions.length}.</p>
    <p class="actions"><a class="action-primary" href="/sessions/${session.id}/result">Go to its result</a></p>
  </div>
  <div class="margin"></div>
</div>`;
