/** All reference answers, the one that fitted best first, with the words that speak of the points. */
import { html, nothing } from 'lit';
import { fromServer } from '../lib/markup.js';
import { Plain } from '../lib/page.js';
import { capital, inWords } from '../lib/time.js';
import { markingOf } from './notes.js';
import { markReference } from './reference-marks.js';

/** @import { Question, ReferenceAnswer } from '../lib/types.js' */

class ReferenceAnswers extends Plain {
  static properties = { question: { attribute: false }, plain: { type: Boolean } };

  constructor() {
    super();
    /** @type {Question | null} */
    this.question = null;
    /** without marks */
    this.plain = false;
  }

  updated() {
    if (!this.question) return;
    const notes = (this.plain ? null : markingOf(this.question))?.notes ?? [];
    for (const reference of this.querySelectorAll('.reference-text')) markReference(reference, notes, this.question.place);
  }

  render() {
    const { question } = this;
    const references = question?.references ?? [];
    const [first, ...others] = bestFirst(references, question?.grade?.reference ?? 0);
    if (!question || !first) return nothing;
    return html`<section class="row reference" aria-labelledby="reference-${question.place}">
      <div class="script">
        <h2 id="reference-${question.place}" data-reference tabindex="-1">Reference answer</h2>
        ${text(first)}
        ${others.length > 0
          ? html`<details class="other-references">
              <summary>${others.length === 1 ? 'One more reference answer' : `${capital(inWords(others.length))} more reference answers`}</summary>
              ${others.map((other) => html`${other.label ? html`<h3 class="answer-head">${capital(other.label)}</h3>` : nothing}${text(other)}`)}
            </details>`
          : nothing}
      </div>
      <div class="margin">${question.grade ? fitting(references.length, first) : nothing}${more(question)}</div>
    </section>`;
  }
}
customElements.define('reference-answers', ReferenceAnswers);

/** @param {ReferenceAnswer[]} references @param {number} best */
const bestFirst = (references, best) => [...references.slice(best, best + 1), ...references.filter((_, i) => i !== best)];

/** @param {ReferenceAnswer} reference */
const text = (reference) => html`<div class="reference-text" dir="auto">${fromServer(reference.html)}</div>`;

/** @param {number} many @param {ReferenceAnswer} first */
const fitting = (many, { label }) =>
  many > 1 ? html`<p class="remark">Of ${inWords(many)} references this one is nearest to yours${label ? html`: “${label}”` : nothing}.</p>` : nothing;

/** @param {Question} question */
function more({ followUp, sources = [] }) {
  return html`${followUp ? html`<p class="margin-head">An interviewer would go on</p><p class="remark" dir="auto">${followUp.replaceAll('`', '')}</p>` : nothing}
    ${sources.length > 0
      ? html`<p class="margin-head">Sources</p>
          <ul class="sources small">
            ${sources.map(({ title, url }) => html`<li><a href=${url} target="_blank" rel="noreferrer">${title}</a></li>`)}
          </ul>`
      : nothing}`;
}
