/** Other words for the same question, marked while one types and never stored. */
import { html, nothing } from 'lit';
import { tryWords } from '../api.js';
import { withCode } from '../lib/inline-code.js';
import { LiveMarks } from '../lib/live-marks.js';
import { LightElement } from '../lib/page.js';
import { emit } from '../lib/emit.js';
import { isMostlyCode, signed } from '../lib/words.js';
import { WORDS, rows, rowsOf } from './points.js';
import { verdictWord } from './verdict-word.js';

/** @import { Question } from '../lib/types.js' */
/** @import { Row } from './points.js' */

class TryAgain extends LightElement {
  static properties = { question: { attribute: false }, session: { type: String } };

  constructor() {
    super();
    /** @type {Question | null} */
    this.question = null;
    this.session = '';
    this.marking = new LiveMarks(this, () => (this.question ? tryWords(this.session, this.question.place, this.querySelector('textarea')?.value ?? '') : null));
  }

  firstUpdated() {
    this.querySelector('textarea')?.focus();
  }

  render() {
    const { question } = this;
    const before = question ? rowsOf(question) : [];
    if (!question?.answer || before.length === 0) return nothing;
    const was = question.marking?.percent ?? 0;
    const { grade, problem, waiting } = this.marking;
    const now = grade ? rows(grade) : null;
    const text = question.answer.text;
    return html`<section class="try-again" aria-labelledby="try-${question.place}" @keydown=${this.key}>
      <h2 id="try-${question.place}">Try other words</h2>
      <p class="soft">Change the words and watch the points. Nothing here is stored; the answer stays as it was.</p>
      <label class="unseen" for="words-${question.place}">Other words for your answer</label>
      <textarea
        class="editor ${isMostlyCode(text) ? 'has-code' : ''}"
        id="words-${question.place}"
        dir="auto"
        .value=${text}
        @input=${() => this.marking.typed()}
      ></textarea>
      <p class="tried-score" role="status">
        ${problem
          ? html`<span class="failed-word">${problem.message}</span>`
          : now
            ? html`<strong>${grade?.percent} of 100</strong>, ${grade?.word}; your answer ${was === grade?.percent ? 'has the same' : html`has ${was}`}`
            : html`${was} of 100 as it stands`}
      </p>
      <ul class="tried" aria-busy=${waiting}>
        ${before.map((row) => tried(row, now ? now.find((other) => same(other, row)) ?? null : row))}
        ${now?.filter((row) => !before.some((other) => same(other, row))).map((row) => tried(null, row))}
      </ul>
      <p class="actions"><button class="action-quiet" type="button" @click=${() => emit(this, 'leave')}>Put it away <kbd>Esc</kbd></button></p>
    </section>`;
  }

  /** @param {KeyboardEvent} event */
  key = (event) => {
    if (event.key === 'Escape') emit(this, 'leave');
  };
}
customElements.define('try-again', TryAgain);

/** @param {Row} a @param {Row} b */
const same = (a, b) => a.id === b.id;

/**
 * One point then and now.
 * @param {Row | null} before null if it was not there
 * @param {Row | null} now null if it is gone
 */
function tried(before, now) {
  const row = now ?? before;
  if (!row) return nothing;
  const points = now?.points ?? 0;
  const change = points - (before?.points ?? 0);
  const was = before ? WORDS[before.kind] : 'not there';
  return html`<li class="${row.kind} ${change > 0 ? 'better' : change < 0 ? 'worse' : ''}">
    ${now ? verdictWord(now.kind) : html`<span class="verdict made">Gone</span>`}
    <span class="worth">${signed(points)}</span>
    <span class="key-point" dir="auto">${withCode(row.statement)}
      ${now && before && now.kind === before.kind && change === 0 ? nothing : html`<span class="was">${was === WORDS[row.kind] ? '' : `was ${was}, `}${signed(change)}</span>`}</span>
  </li>`;
}
