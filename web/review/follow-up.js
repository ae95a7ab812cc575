/** The interviewer's next question, answered on the spot: marked at once, counted apart from the answer. */
import { html, nothing } from 'lit';
import { Problem, drill, followUp } from '../api.js';
import { withCode } from '../lib/inline-code.js';
import { LightElement } from '../lib/page.js';
import { emit } from '../lib/emit.js';
import { answerText } from './answer-text.js';
import { WORDS, rows } from './points.js';

/** @import { Grade, Question } from '../lib/types.js' */

/** The server takes no longer line. */
const MOST_LETTERS = 2000;

class FollowUp extends LightElement {
  static properties = { question: { attribute: false }, session: {}, line: { state: true }, problem: { state: true }, marking: { state: true }, asked: { state: true }, answering: { state: true } };

  constructor() {
    super();
    /** @type {Question | null} */
    this.question = null;
    /** id of the session */
    this.session = '';
    /** @type {{text: string, grade: Grade} | null} */
    this.line = null;
    /** @type {Problem | null} */
    this.problem = null;
    this.marking = false;
    /** Whether a line that was said before is said again. */
    this.answering = false;
    /** @type {NonNullable<Question["followUp"]> | null} as it was when it was answered: a correction may change what is asked, not what was */
    this.asked = null;
  }

  /** @param {Map<PropertyKey, unknown>} changed */
  willUpdate(changed) {
    const before = /** @type {Question | undefined} */ (changed.get('question'));
    if (before && before.id !== this.question?.id) {
      this.line = this.asked = null;
      this.answering = false;
    }
  }

  get next() {
    const { earlier } = this;
    return this.asked ?? (earlier ? { point: earlier.point, ask: earlier.ask, marked: true } : this.question?.followUp) ?? null;
  }

  /** What was said to the follow-up before, in the interview itself or on an earlier visit. */
  get earlier() {
    return this.question?.lines?.at(-1) ?? null;
  }

  /** @param {Event} event */
  async submit(event) {
    event.preventDefault();
    const { question, next } = this;
    const text = this.querySelector('textarea')?.value.trim() ?? '';
    if (!question || !next || text === '' || this.marking) return;
    this.marking = true;
    try {
      const grade = next.point === '' ? await followUp(this.session, question.place, text) : await drill(this.session, question.place, next.point, text);
      this.asked = next;
      this.line = { text, grade };
      this.problem = null;
    } catch (thrown) {
      this.problem = Problem.of(thrown);
    }
    this.marking = false;
    await this.updateComplete;
    if (!this.line) return;
    emit(this, 'followed-up');
    const result = this.querySelector('.line-score');
    if (result instanceof HTMLElement) result.focus();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.submit(event);
  }

  /** @param {{text: string, percent: number}} earlier */
  saidBefore({ text, percent }) {
    return html`<div class="answer-text follow-up-text" dir="auto"><p>${text}</p></div>
      <p class="line-score"><strong>${percent} of 100</strong> <span class="soft">counted separately</span></p>
      <p class="screen-only"><button class="quiet" type="button" @click=${this.again}>Answer it again</button></p>`;
  }

  async again() {
    this.line = null;
    this.answering = true;
    await this.updateComplete;
    this.querySelector('textarea')?.focus();
  }

  render() {
    const { question, next } = this;
    if (!question || !next || next.ask === '') return nothing;
    const id = `follow-up-${question.place}`;
    return html`<section class="follow-up" id=${id} aria-labelledby="${id}-head">
      <h2 id="${id}-head">The interviewer asks</h2>
      <p class="remark" id="${id}-asked" dir="auto">${withCode(next.ask)}</p>
      ${this.line ? this.marked(this.line) : this.earlier && !this.answering ? this.saidBefore(this.earlier) : next.marked ? this.form(id) : nothing}
    </section>`;
  }

  /** @param {string} id */
  form(id) {
    return html`<form class="screen-only" @submit=${this.submit} @keydown=${this.key}>
      <textarea class="prose-small" rows="1" dir="auto" maxlength=${MOST_LETTERS} aria-labelledby="${id}-asked"></textarea>
      <button class="action" type="submit" aria-disabled=${this.marking}>${this.marking ? 'Marking…' : 'Answer'}</button>
      ${this.problem ? html`<p class="failed-word small" role="alert">${this.problem.message}</p>` : nothing}
    </form>`;
  }

  /** @param {{text: string, grade: Grade}} line */
  marked({ text, grade }) {
    const points = rows(grade, { text });
    return html`<div class="answer-text follow-up-text">${answerText(text, points)}</div>
      <p class="line-score" tabindex="-1" role="status"><strong>${grade.percent} of 100</strong> <span class="soft">counted separately</span></p>
      <ul class="line-points">
        ${points.map(
          ({ kind, n, statement }) => html`<li class=${kind} data-n=${n}><span class="verdict"><span class="sign" aria-hidden="true"></span>${WORDS[kind]}</span> <span class="remark" dir="auto">${withCode(statement)}</span></li>`,
        )}
      </ul>
      <p class="screen-only"><button class="quiet" type="button" @click=${this.again}>Answer it again</button></p>`;
  }
}
customElements.define('follow-up', FollowUp);
