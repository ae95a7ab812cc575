/** Why the marks are what they are, for who asks: nearest wordings, likeness, doubts, the receipt, and the candidate's word about what was counted. */
import { html, nothing } from 'lit';
import { withCode } from '../lib/inline-code.js';
import { LightElement } from '../lib/page.js';
import { emit } from '../lib/emit.js';
import { dayAndTime, times } from '../lib/time.js';
import { WORDS, inForce, rowsOf } from './points.js';

/** @import { Question } from '../lib/types.js' */
/** @import { Row } from './points.js' */

class MarkReasons extends LightElement {
  static properties = { question: { attribute: false }, correctable: { type: Boolean }, theirs: { type: Boolean } };

  constructor() {
    super();
    /** @type {Question | null} */
    this.question = null;
    this.correctable = false;
    /** Whether it is read by somebody else than the one who answered. */
    this.theirs = false;
  }

  render() {
    const { question } = this;
    const rows = question ? rowsOf(question).filter(({ finding }) => finding) : [];
    if (!question || rows.length === 0) return nothing;
    const { grade, corrections = [] } = question;
    return html`<details class="why">
      <summary>Why these marks?</summary>
      <ul class="reasons">
        ${rows.map((row) => html`<li class=${row.kind} data-n=${row.n}>${this.reason(row)}</li>`)}
      </ul>
      ${(grade?.doubts ?? []).map((doubt) => html`<p>Not sure: ${doubt}</p>`)}
      ${this.correctable && !this.theirs && !inForce(corrections, '') && (question.score?.percent ?? 0) < 100
        ? html`<p><button class="quiet" type="button" @click=${() => this.countAll()}>Count my whole answer as correct</button> <span class="soft">The same answer earns full marks from then on.</span></p>`
        : nothing}
      ${said(question, rows, this.theirs)}
    </details>`;
  }

  countAll() {
    emit(this, 'correct', { point: '', credit: 1, quote: this.question?.answer?.text ?? '', accept: true });
  }

  /** @param {Row} row */
  reason(row) {
    const { n, id, kind, finding, points, correction } = row;
    if (!finding) return nothing;
    return html`<span class="n">${n}</span>
      <p>
        <span class="verdict">${WORDS[kind]}</span>:
        ${finding.similarity > 0 ? html`likeness ${finding.similarity.toFixed(2)} to <q dir="auto">${withCode(finding.wording)}</q>` : 'nothing in the answer comes near it'}${finding.reason ? html`. ${finding.reason}` : nothing}${finding.point.automatic
          ? ' (a sentence of a reference answer; no points were written for this question)'
          : nothing}
        ${this.correctable && points > 0 && !correction
          ? html`<button class="quiet" type="button" @click=${() => emit(this, 'correct', { point: id, credit: 0 })}>${this.theirs ? 'It is not said' : 'I did not say this'}<span class="unseen">, point ${n}</span></button>`
          : nothing}
      </p>`;
  }
}
customElements.define('mark-reasons', MarkReasons);

/** Everything that was said about the marks in its order, also what does not count any more. @param {Question} question @param {Row[]} rows @param {boolean} theirs */
function said({ corrections = [] }, rows, theirs) {
  if (corrections.length === 0) return nothing;
  return html`<details class="said-so-far">
    <summary>${theirs || corrections.some(({ reviewer }) => reviewer) ? 'Corrections' : 'Your corrections'} to these marks, ${times(corrections.length)}</summary>
    <ol>
      ${corrections.map(
        ({ point, credit, quote, at, withdrawn, reviewer }) => html`<li>
          <span class="figure">${dayAndTime(at, Date.now())}</span>, ${reviewer ? html`<strong>${reviewer}</strong>: ` : nothing}${withdrawn ? 'taken back' : credit === 1 ? 'said' : credit === 0 ? 'not said' : `said to ${Math.round((credit ?? 0) * 100)} %`}:
          ${point === '' ? 'the whole answer' : html`<em class="remark" dir="auto">${withCode(rows.find((row) => row.id === point)?.statement ?? point.replace(/^deduction:/, ''))}</em>`}
          ${quote ? html`<span class="soft" dir="auto">“${quote}”</span>` : nothing}
        </li>`,
      )}
    </ol>
  </details>`;
}
