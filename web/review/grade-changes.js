/** What would have changed the grade: each point with what it was worth and what would have earned it. */
import { html, nothing } from 'lit';
import { withCode } from '../lib/inline-code.js';
import { Plain } from '../lib/page.js';
import { mark } from './answer-text.js';
import { markingOf } from './notes.js';
import { quoted } from './sentences.js';
import './try-again.js';

/** @import { Question } from '../lib/types.js' */
/** @import { Note } from './notes.js' */

/** Its slot for the page's actions is `actions`. */
class GradeChanges extends Plain {
  static properties = { question: { attribute: false }, session: { type: String }, actions: { attribute: false }, margin: { attribute: false }, trying: { state: true } };

  constructor() {
    super();
    /** @type {Question | null} */
    this.question = null;
    /** id of the session, for trying again */
    this.session = '';
    /** @type {unknown} what the page offers besides */
    this.actions = nothing;
    /** @type {unknown} what the page says beside it */
    this.margin = nothing;
    this.trying = false;
  }

  async putAway() {
    this.trying = false;
    await this.updateComplete;
    const again = this.querySelector('.try');
    if (again instanceof HTMLElement) again.focus();
  }

  render() {
    const { question } = this;
    const marked = question && markingOf(question);
    if (!question || !marked) return nothing;
    const open = marked.notes.filter((note) => worth(note) > 0).sort((a, b) => worth(b) - worth(a));
    return html`<section class="row" aria-labelledby="changes-${question.place}">
      <div class="script">
        <h2 id="changes-${question.place}">What would have changed the grade</h2>
        ${open.length > 0
          ? html`<ul class="ruled changes">
              ${open.map((note) => change(question, note))}
            </ul>`
          : html`<p class="soft">Nothing: every point was counted in full.</p>`}
        ${this.trying
          ? html`<try-again .question=${question} .session=${this.session} @leave=${this.putAway}></try-again>`
          : nothing}
        <p class="actions screen-only">
          ${this.trying ? nothing : html`<button class="action try" type="button" @click=${() => (this.trying = true)}>Try again here <kbd>T</kbd></button>`}
          ${this.actions}
        </p>
      </div>
      <div class="margin">${this.margin}</div>
    </section>`;
  }
}
customElements.define('grade-changes', GradeChanges);

/** What could have been had; nobody can follow the advice to be more like a reference as a whole. @param {Note} note */
function worth(note) {
  if (note.finding) return note.share - note.points;
  return note.deduction?.name === 'whole-answer' ? 0 : -note.points;
}

/** @param {Question} question @param {Note} note */
function change({ place, answer }, note) {
  const said = note.kind === 'contradicted' && note.at >= 0 ? quoted(answer?.text ?? '', note.spans, note.kind) : null;
  return html`<li data-point=${mark(place, note)} class=${note.kind}>
    <span class="worth">+${worth(note)}</span>
    ${note.finding
      ? html`<span class="instead" dir="auto">${withCode(note.statement)}${said ? html` <span class="soft">in place of ${said}</span>` : nothing}</span>`
      : html`<span class="instead">without this: ${withCode(note.statement)}</span>`}
  </li>`;
}
