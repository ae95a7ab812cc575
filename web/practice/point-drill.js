/** One missed point, asked for in one line and marked like an answer: the words that make it are underlined. Says `drilled` once it is marked and `left` on Esc. */
import { html, nothing } from 'lit';
import { Problem } from '../api.js';
import { answerText } from '../review/answer-text.js';
import { WORDS, rows } from '../review/points.js';
import { verdictWord } from '../review/verdict-word.js';
import { LightElement } from '../lib/page.js';
import { emit } from '../lib/emit.js';
import { withCode } from '../lib/inline-code.js';

/** @import { Grade } from '../lib/types.js' */

/** @typedef {{text: string, grade: Grade}} Line */

/** Keeps the places of drills, which name their marks, apart from those of questions. */
const FIRST_PLACE = 1000;
let drills = 0;

/** The server takes no longer line. */
const MOST_LETTERS = 2000;

class PointDrill extends LightElement {
  static properties = { ask: {}, mark: { attribute: false }, line: { state: true }, problem: { state: true }, marking: { state: true } };

  constructor() {
    super();
    /** What is asked. */
    this.ask = '';
    /** @type {(text: string) => Promise<Grade>} */
    this.mark = () => Promise.reject(new Error('nobody marks'));
    /** @type {Line | null} what was said and what it earned */
    this.line = null;
    /** @type {Problem | null} */
    this.problem = null;
    this.marking = false;
    this.place = FIRST_PLACE + drills++;
  }

  get box() {
    return this.querySelector('input');
  }

  /** @param {Event} event */
  async submit(event) {
    event.preventDefault();
    const text = this.box?.value.trim() ?? '';
    if (text === '' || this.marking) return;
    this.marking = true;
    try {
      this.line = { text, grade: await this.mark(text) };
      this.problem = null;
    } catch (thrown) {
      this.problem = Problem.of(thrown);
    }
    this.marking = false;
    await this.updateComplete;
    if (this.line) emit(this, 'drilled');
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.key === 'Escape') emit(this, 'left');
  }

  async again() {
    this.line = null;
    await this.updateComplete;
    this.box?.focus();
  }

  render() {
    const { line } = this;
    return html`${line ? this.marked(line) : this.form()}
      <p class="unseen" role="status">${line ? `${WORDS[line.grade.findings[0]?.kind ?? 'not-said']}, ${line.grade.percent} of 100.` : ''}</p>`;
  }

  form() {
    const id = `drill-${this.place}`;
    return html`<form class="drill" @submit=${this.submit} @keydown=${this.key}>
      <label class="asked" for=${id} dir="auto">${withCode(this.ask)}</label>
      <div class="entry">
        <input type="text" id=${id} dir="auto" autocomplete="off" maxlength=${MOST_LETTERS} />
        <button class="action" type="submit" aria-disabled=${this.marking}>Mark it <kbd>⏎</kbd></button>
      </div>
      ${this.problem ? html`<p class="failed-word small" role="alert">${this.problem.message}</p>` : nothing}
    </form>`;
  }

  /** @param {Line} line */
  marked({ text, grade }) {
    const points = rows(grade, { text });
    const row = points.find(({ finding }) => finding);
    return html`<article class="drill drilled" aria-label="Your line, marked">
      <p class="asked" dir="auto">${withCode(this.ask)}</p>
      <div class="answer-text">${answerText(text, points)}</div>
      <p class="drill-note" tabindex="-1">
        ${row ? verdictWord(row.kind) : nothing} <strong class="figure">${grade.percent} of 100</strong>
        ${row ? html`<span class="remark" dir="auto">${withCode(row.statement)}</span>` : nothing}
      </p>
      <p class="small soft">
        ${grade.deductions.map(({ reason }) => `${reason} `)}
        <button class="quiet screen-only" type="button" @click=${() => this.again()}>Say it once more</button>
      </p>
    </article>`;
  }
}
customElements.define('point-drill', PointDrill);
