/** The marked script: the candidate's answer with its evidence underlined, the notes in the margin, the sum at the foot. */
import { html, nothing } from 'lit';
import { Plain } from '../lib/page.js';
import { count, hourAndMinute } from '../lib/time.js';
import { blockText } from './answer-text.js';
import { arithmetic, bareSum } from './arithmetic.js';
import { follow } from './highlight.js';
import { marginNote } from './margin-note.js';
import { folding, markingOf } from './notes.js';
import { blocksOf, passagesOf, stretchesOf } from './passages.js';
import { nameAnchors, placeNotes } from './placing.js';
import './mark-objections.js';
import './self-judgement.js';

/** @import { Question, Session } from '../lib/types.js' */
/** @import { Marking, Note } from './notes.js' */
/** @import { Passage, Stretch } from './passages.js' */

/**
 * Takes a question that is handed in. Says `correct` ({point, credit, quote}), `withdraw` ({point}) and `judge` ({score}) as events; whoever holds the session does
 * it and hands the new question down.
 */
class MarkedScript extends Plain {
  static properties = {
    question: { attribute: false },
    grading: { attribute: false },
    correctable: { type: Boolean },
    plain: { type: Boolean },
    below: { attribute: false },
    unfolded: { state: true },
  };

  constructor() {
    super();
    /** @type {Question | null} */
    this.question = null;
    /** @type {Session["grading"]} why it may not be graded yet */
    this.grading = undefined;
    /** whether marks can be corrected here */
    this.correctable = false;
    /** the answer alone, without a mark */
    this.plain = false;
    /** @type {unknown} what stands under the words, beside the notes */
    this.below = null;
    this.unfolded = false;
    this.resized = new ResizeObserver(() => placeNotes(this));
  }

  connectedCallback() {
    super.connectedCallback();
    this.resized.observe(this);
    document.fonts.ready.then(() => this.isConnected && placeNotes(this));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.resized.disconnect();
  }

  updated() {
    nameAnchors(this);
    placeNotes(this);
  }

  render() {
    const { question } = this;
    if (!question?.answer) return nothing;
    const { text } = question.answer;
    const marked = this.plain ? null : markingOf(question);
    const notes = text.trim() === '' || !marked ? [] : marked.notes;
    const folded = this.unfolded ? () => false : folding(notes);
    const stretches = stretchesOf(notes);
    const passages = passagesOf(text, blocksOf(text), notes, folded);
    return html`<article class="marked-script" aria-label=${marked ? 'Your answer, marked' : 'Your answer'} @click=${follow}>
      ${passages.map((passage, i) => this.passage(question, passage, stretches, {
        first: i === 0,
        last: i === passages.length - 1,
        folded,
        margin: this.foot(question, notes, marked),
      }))}
    </article>`;
  }

  /**
   * @param {Question} question
   * @param {Passage} passage
   * @param {Stretch[]} stretches
   * @param {{first: boolean, last: boolean, folded: (note: Note) => boolean, margin: unknown}} how
   */
  passage(question, passage, stretches, { first, last, folded, margin }) {
    const { place, answer, misconceptions = [] } = question;
    if (!answer) return nothing;
    return html`<div class="passage">
      <div class="answer-text">
        ${first ? html`<h2 class="answer-head">Your answer, ${hourAndMinute(answer.at)}</h2>` : nothing}
        ${passage.blocks.map((block) => blockText(place, answer.text, block, stretches))}
        ${last && answer.text.trim() === '' ? html`<p class="soft">Nothing was written.</p>` : nothing}
      </div>
      ${passage.notes.length > 0 || last
        ? html`<div class="margin-notes" role="group" aria-label="Notes in the margin">
            ${passage.notes.length > 0
              ? html`<ol>
                  ${passage.notes.map((note) => marginNote(note, { place, folded: folded(note), misconceptions }))}
                </ol>`
              : nothing}
            ${last ? margin : nothing}
          </div>`
        : nothing}
      ${last ? this.under(question) : nothing}${last && this.below ? html`<div class="under-answer">${this.below}</div>` : nothing}
    </div>`;
  }

  /** What stands at the foot of the margin. @param {Question} question @param {Note[]} notes @param {Marking | null} marked */
  foot(question, notes, marked) {
    if (this.plain) return nothing;
    const { outcome, score, grade } = question;
    if (outcome === 'owed') return this.owed();
    if (outcome === 'self-owed') return html`<p class="remark">Not judged yet. There is nothing to mark this answer against, so the mark is yours.</p>`;
    if (outcome === 'self-marked' || !marked) return bareSum(score?.percent ?? null, html`of 100, <strong>${score?.word}</strong>, by you`);
    if (notes.length === 0) {
      const reason = grade?.deductions[0]?.reason ?? 'Nothing was written, so nothing was earned.';
      return html`${bareSum(score?.percent ?? 0, html`of 100, <strong>${score?.word}</strong>`)}<p class="remark after-sum">${reason}</p>`;
    }
    const many = notes.filter(folding(notes)).length;
    return html`${many > 0
      ? html`<p class="small screen-only fold-line">
          <button class="action-quiet" type="button" aria-expanded=${this.unfolded} @click=${() => (this.unfolded = !this.unfolded)}>
            ${this.unfolded ? `Fold the ${count(many, 'point')} that you made` : `Show the ${count(many, 'point')} that you made`}
          </button>
        </p>`
      : nothing}${arithmetic(question, marked)}`;
  }

  owed() {
    const state = this.grading?.state;
    const why =
      state === 'broken'
        ? this.grading?.reason
        : state === 'loading'
          ? 'The sentence model is still loading; the answer is marked by itself as soon as it is there.'
          : 'It is being marked now.';
    return html`<p class="margin-head">Not graded yet</p>
      <p class="remark">${why}</p>
      <p class="small soft">Your answer is safe.</p>`;
  }

  /** What the candidate can do about the marks. @param {Question} question */
  under(question) {
    if (this.plain) return nothing;
    if (question.outcome === 'self-owed' || question.outcome === 'self-marked') {
      return html`<self-judgement class="under-answer screen-only" .question=${question}></self-judgement>`;
    }
    return this.correctable && question.outcome === 'marked' && question.answer?.text.trim()
      ? html`<mark-objections class="under-answer screen-only" .question=${question}></mark-objections>`
      : nothing;
  }
}
customElements.define('marked-script', MarkedScript);
