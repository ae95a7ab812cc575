/** What one member of a class answered, for the reviewer: first without the marks, then with them, to be corrected and commented on. */
import { html, nothing } from 'lit';
import { Problem, answers, commentAnswer, correctAnswer } from '../api.js';
import { Page } from '../lib/page.js';
import { dayAndTime } from '../lib/time.js';
import { afterTime } from './after-time.js';
import './marked-answer.js';
import './score-scale.js';

/** @import { AnswerAlone, Answers, Question } from '../lib/types.js' */

class AnswersPage extends Page {
  static properties = { answers: { state: true }, refused: { state: true }, said: { state: true } };

  constructor() {
    super();
    /** @type {Answers | null} */
    this.answers = null;
    /** @type {Problem | null} */
    this.refused = null;
    this.said = '';
    /** Whether the marks are left out. */
    this.blind = true;
  }

  get of() {
    return { classroom: this.params['class'] ?? '', assignment: this.params['assignment'] ?? '', person: this.params['person'] ?? '', blind: this.blind };
  }

  async load() {
    this.answers = await answers(this.of);
  }

  pageTitle() {
    return this.answers ? `Answers of ${this.answers.name}` : '';
  }

  sheet() {
    const all = this.answers;
    if (!all) return nothing;
    const score = all.marked?.score;
    const questions = all.marked ? all.marked.questions : all.answers.map(unmarked);
    return html`
      <div class="marked headed">
        <header class="asked">
          <p class="crumb"><a href="/classes/${this.of.classroom}/assignments/${this.of.assignment}">Back to the interview</a></p>
          <h1 dir="auto">${all.name}</h1>
        </header>
        ${score
          ? html`<div class="score" role="group" aria-label="Score">
              <p class="score-line"><strong class="score-figure">${score.percent}</strong> <span>of 100<br />${score.word}</span></p>
              <score-scale .at=${score.percent} .low=${score.low} .high=${score.high}></score-scale>
            </div>`
          : nothing}
        <div class="gist">
          ${this.refused ? html`<p class="notice broken" role="alert">${this.refused.message}</p>` : nothing}
          <p class="actions"><button class="action" type="button" @click=${this.turn}>${this.blind ? 'Show the marks' : 'Hide the marks'}</button> <span class="small soft" role="status">${this.said}</span></p>
        </div>
      </div>
      <div class="shared-answers">${questions.map((question) => this.one(question, all))}</div>`;
  }

  /** @param {Question} question @param {Answers} all */
  one(question, all) {
    const { place } = question;
    return html`<div>
      <marked-answer
        .question=${question}
        .grading=${all.marked?.grading}
        .level=${2}
        ?theirs=${true}
        ?plain=${all.marked === null}
        ?correctable=${question.outcome === 'marked'}
        @correct=${(/** @type {CustomEvent} */ { detail }) => this.act(() => correctAnswer(this.of, place, detail), '')}
        @withdraw=${(/** @type {CustomEvent} */ { detail }) => this.act(() => correctAnswer(this.of, place, { point: detail.point, withdraw: true }), '')}
      ></marked-answer>
      ${all.marked ? afterTime(question, true) : nothing}
      ${this.comments(question, all)}
    </div>`;
  }

  /** @param {Question} question @param {Answers} all */
  comments({ place }, { comments, now }) {
    const own = comments.find((comment) => comment.own && comment.place === place);
    return html`<div class="row">
      <div class="script">
        ${comments
          .filter((comment) => !comment.own && comment.place === place)
          .map(({ reviewer, text, at }) => html`<p class="kept-text" dir="auto">${text}</p><p class="small soft">${reviewer}, ${dayAndTime(at, now)}</p>`)}
        <form class="comment-form" @submit=${(/** @type {SubmitEvent} */ event) => this.comment(event, place)}>
          <label for="comment-${place}">Your comment on question ${place + 1}</label>
          <textarea class="editor note-editor" id="comment-${place}" name="text" dir="auto" maxlength="5000" .value=${own?.text ?? ''}></textarea>
          <p class="actions"><button class="action" type="submit">${own ? 'Change it' : 'Send it'}</button>${own ? html` <span class="small soft">sent ${dayAndTime(own.at, now)}</span>` : nothing}</p>
        </form>
      </div>
      <div class="margin"></div>
    </div>`;
  }

  turn() {
    this.blind = !this.blind;
    return this.act(() => answers(this.of), '');
  }

  /** @param {SubmitEvent} event @param {number} place */
  comment(event, place) {
    event.preventDefault();
    const text = String(new FormData(/** @type {HTMLFormElement} */ (event.currentTarget)).get('text') ?? '');
    return this.act(() => commentAnswer(this.of, place, text), text.trim() === '' ? 'Comment deleted.' : 'Comment sent.');
  }

  /** @param {() => Promise<Answers>} work @param {string} said */
  async act(work, said) {
    try {
      this.answers = await work();
      this.refused = null;
      this.said = said;
    } catch (thrown) {
      this.refused = Problem.of(thrown);
      this.said = '';
    }
  }
}
customElements.define('answers-page', AnswersPage);

/** An answer whose mark is not to be seen, as a marked answer is shown. @param {AnswerAlone} alone @returns {Question} */
const unmarked = ({ text, ...asked }) =>
  /** @type {any} */ ({ ...asked, answer: { text, spentMillis: 0, confidence: 'unsaid' }, outcome: 'handed-in' });
