/** One missed point, asked for in one line and marked like an answer: the words that make it are underlined. Says `drilled` once it is marked and `left` on Esc. */
import { html, nothing } from 'lit';
import { Problem } from '../api.js';
import { blockText, mark } from '../review/answer-text.js';
import { follow } from '../review/highlight.js';
import { findingWord } from '../review/margin-note.js';
import { FINDING_WORDS, marking } from '../review/notes.js';
import { blocksOf, stretchesOf } from '../review/passages.js';
import { Plain } from '../lib/page.js';
import { tell } from '../lib/emit.js';
import { withoutTicks } from '../lib/words.js';

/** @import { Grade } from '../lib/types.js' */

/** @typedef {{text: string, grade: Grade}} Line */

/** Keeps the places of drills, which name their marks, apart from those of questions. */
const FIRST_PLACE = 1000;
let drills = 0;

/** The server takes no longer line. */
const MOST_LETTERS = 2000;

class PointDrill extends Plain {
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
    if (this.line) tell(this, 'drilled');
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.key === 'Escape') tell(this, 'left');
  }

  async again() {
    this.line = null;
    await this.updateComplete;
    this.box?.focus();
  }

  render() {
    const { line } = this;
    return html`${line ? this.marked(line) : this.form()}
      <p class="unseen" role="status">${line ? `${FINDING_WORDS[line.grade.findings[0]?.kind ?? 'not-said']}, ${line.grade.percent} of 100.` : ''}</p>`;
  }

  form() {
    const id = `drill-${this.place}`;
    return html`<form class="follow-up" @submit=${this.submit} @keydown=${this.key}>
      <label class="asked" for=${id} dir="auto">${withoutTicks(this.ask)}</label>
      <div class="entry">
        <input type="text" id=${id} dir="auto" autocomplete="off" maxlength=${MOST_LETTERS} />
        <button class="action" type="submit" aria-disabled=${this.marking}>Mark it <kbd>⏎</kbd></button>
      </div>
      ${this.problem ? html`<p class="failed-word small" role="alert">${this.problem.message}</p>` : nothing}
    </form>`;
  }

  /** @param {Line} line */
  marked({ text, grade }) {
    const [note] = marking(grade, { text }).notes;
    const stretches = note ? stretchesOf([note]) : [];
    return html`<article class="follow-up drilled" aria-label="Your line, marked" @click=${follow}>
      <p class="asked" dir="auto">${withoutTicks(this.ask)}</p>
      <div class="drill-line">${blocksOf(text).map((block) => blockText(this.place, text, block, stretches))}</div>
      ${note
        ? html`<p class="drill-note ${note.kind}" id="note-${mark(this.place, note)}" data-point=${mark(this.place, note)} tabindex="-1">
            ${findingWord(note.kind)} <strong class="figure">${grade.percent} of 100</strong> <span class="remark" dir="auto">${withoutTicks(note.statement)}</span>
          </p>`
        : html`<p class="drill-note"><strong class="figure">${grade.percent} of 100</strong></p>`}
      <p class="small soft">
        ${note?.finding && note.finding.similarity > 0 ? html`Likeness ${note.finding.similarity.toFixed(2)} to “<span dir="auto">${withoutTicks(note.finding.wording)}</span>” ` : nothing}${grade.deductions.map(({ reason }) => `${reason} `)}
        <button class="action-quiet screen-only" type="button" @click=${() => this.again()}>Say it once more</button>
      </p>
    </article>`;
  }
}
customElements.define('point-drill', PointDrill);
