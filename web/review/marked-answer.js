/**
 * One marked answer: question, score and one sentence, what to do next, the answer with quiet marks, one list of points, the follow-up, a full answer. The order in the
 * page is the order of reading on every width.
 */
import { html, nothing } from 'lit';
import '../lib/code-colours.js';
import { fromServer } from '../lib/markup.js';
import { LightElement } from '../lib/page.js';
import { emit } from '../lib/emit.js';
import { answerText } from './answer-text.js';
import './follow-up.js';
import './full-reference.js';
import { otherReferences } from './full-reference.js';
import './mark-reasons.js';
import './point-list.js';
import { rowsOf } from './points.js';
import { gistLine, scoreHead } from './score-head.js';
import './self-judgement.js';

/** @import { Question, Session } from '../lib/types.js' */
/** @import { Row } from './points.js' */

/** Says `correct` ({point, credit, quote}), `withdraw` ({point}) and `judge` ({score}); whoever holds the session does it and hands the new question down. */
class MarkedAnswer extends LightElement {
  static properties = {
    question: { attribute: false },
    grading: { attribute: false },
    session: {},
    correctable: { type: Boolean },
    plain: { type: Boolean },
    theirs: { type: Boolean },
    crumb: { attribute: false },
    next: { attribute: false },
    more: { attribute: false },
    level: { type: Number },
  };

  constructor() {
    super();
    /** @type {Question | null} */
    this.question = null;
    /** @type {Session["grading"]} why it may not be graded yet */
    this.grading = undefined;
    /** id of the session; "" if nothing is kept, and then there is no follow-up */
    this.session = '';
    /** Whether marks can be corrected here. */
    this.correctable = false;
    /** The answer alone, without a mark. */
    this.plain = false;
    /** Whether it is read by somebody else than the one who answered. */
    this.theirs = false;
    /** @type {unknown} where one is */
    this.crumb = null;
    /** @type {unknown} what to do next */
    this.next = null;
    /** @type {unknown} what is seldom needed */
    this.more = null;
    /** Level of the question's heading. */
    this.level = 1;
  }

  get pointsName() {
    return this.theirs ? `Points of question ${(this.question?.place ?? 0) + 1}` : 'Points';
  }

  render() {
    const { question } = this;
    if (!question?.answer) return nothing;
    const rows = this.plain ? [] : rowsOf(question);
    const { text } = question.answer;
    const words = fromServer(question.promptHtml);
    const whose = this.theirs ? 'The answer' : 'Your answer';
    // several answers of somebody else stand on one page
    const region = this.theirs ? `${whose} to question ${question.place + 1}` : whose;
    return html`<article class="marked" aria-label=${rows.length > 0 ? `${region}, marked` : region}>
      <p class="gutter" aria-hidden="true">${question.place + 1}</p>
      <header class="asked">
        ${this.crumb ? html`<p class="crumb">${this.crumb}</p>` : nothing}
        ${this.level === 1 ? html`<h1 class="question" id="question" dir="auto">${words}</h1>` : html`<h2 class="question" dir="auto">${words}</h2>`}
        ${question.contextHtml ? html`<div class="context" dir="auto">${fromServer(question.contextHtml)}</div>` : nothing}
      </header>
      ${this.plain ? nothing : scoreHead(question, rows, this.theirs ? null : () => emit(this, 'withdraw', { point: '' }))}
      ${this.plain || this.theirs ? nothing : gistLine(question)}
      ${this.next ? html`<div class="gist">${this.next}</div>` : nothing}
      <section class="answer" aria-label=${region}>
        <h2 class="label answer-head">${whose}</h2>
        <div class="answer-text">${text.trim() === '' ? html`<p class="soft">Nothing was written.</p>` : answerText(text, rows)}</div>
        ${this.judging(question)}
      </section>
      ${this.plain ? nothing : this.points(question, rows)}
      ${this.session && !this.plain && question.outcome === 'marked' ? html`<follow-up .question=${question} .session=${this.session}></follow-up>` : nothing}
      <full-reference .question=${question} ?plain=${this.plain}></full-reference>
      ${this.plain ? nothing : this.rest(question)}
    </article>`;
  }

  /** @param {Question} question @param {Row[]} rows */
  points(question, rows) {
    if (rows.length > 0) return html`<section class="points" aria-label=${this.pointsName}><point-list .question=${question} ?correctable=${this.correctable} ?theirs=${this.theirs}></point-list></section>`;
    const { outcome, grade } = question;
    const who = this.theirs ? 'The candidate' : 'You';
    if (outcome === 'owed') return html`<section class="points" aria-label=${this.pointsName}>${this.owed()}</section>`;
    if (outcome === 'marked') return html`<section class="points" aria-label=${this.pointsName}><p class="remark">${grade?.deductions[0]?.reason ?? `${who} wrote nothing, so this earned nothing.`}</p></section>`;
    if (outcome === 'skipped') return html`<section class="points" aria-label=${this.pointsName}><p class="remark">${who} skipped it. It has no score${this.theirs ? '' : ' and will be asked again soon'}.</p></section>`;
    if (outcome === 'self-owed') return html`<section class="points" aria-label=${this.pointsName}><p class="remark">${this.theirs ? 'Only the candidate can mark this answer, and has not yet.' : question.unread || 'There is no reference to mark this answer against, so you mark it yourself.'}</p></section>`;
    return nothing;
  }

  owed() {
    const state = this.grading?.state;
    const why =
      state === 'broken'
        ? this.grading?.reason
        : state === 'loading'
          ? 'The sentence model is still loading; your answer will be marked when it is ready.'
          : 'It is being marked now.';
    return html`<p class="label">Not graded yet</p>
      <p class="remark">${why}</p>
      <p class="small soft">Your answer is safe.</p>`;
  }

  /** @param {Question} question */
  judging(question) {
    if (this.plain || this.theirs || (question.outcome !== 'self-owed' && question.outcome !== 'self-marked')) return nothing;
    return html`<self-judgement class="screen-only" .question=${question}></self-judgement>`;
  }

  /** @param {Question} question */
  rest(question) {
    const { sources = [], references = [] } = question;
    const parts = [...(sources.length > 0 ? ['Sources'] : []), ...(references.length > 1 ? ['other answers'] : []), 'why these marks', ...(this.more ? ['your note'] : [])];
    const words = parts.join(', ');
    return html`<details class="more screen-only">
      <summary>${words.charAt(0).toUpperCase() + words.slice(1)}</summary>
      ${sources.length > 0 ? html`<p class="small sources">${sources.map(({ title, url }, i) => html`${i > 0 ? ', ' : ''}<a href=${url} target="_blank" rel="noreferrer">${title}</a>`)}</p>` : nothing}
      ${otherReferences(question)}
      <mark-reasons .question=${question} ?correctable=${this.correctable} ?theirs=${this.theirs}></mark-reasons>
      ${this.more}
    </details>`;
  }
}
customElements.define('marked-answer', MarkedAnswer);
