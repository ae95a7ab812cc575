/** Deletes one session, after saying what goes with it. */
import { html, nothing } from 'lit';
import { Problem, deleteSession } from '../api.js';
import { LightElement } from '../lib/page.js';
import { emit } from '../lib/emit.js';
import { count } from '../lib/time.js';

/** @import { Mode } from '../lib/types.js' */

/** @typedef {{id: string, mode: Mode, questions: number, answered: number, corrections?: number}} Going what is known of the session that goes */

/** Says `deleted` once it is gone. */
class DeleteSession extends LightElement {
  static properties = { session: { attribute: false }, word: {}, of: {}, asking: { state: true }, problem: { state: true } };

  constructor() {
    super();
    /** @type {Going | null} */
    this.session = null;
    /** What the button says. */
    this.word = 'Delete this session…';
    /** Which session it is, where there are several. */
    this.of = '';
    this.asking = false;
    /** @type {Problem | null} */
    this.problem = null;
  }

  render() {
    const { session } = this;
    if (!session) return nothing;
    if (!this.asking) return html`<p><button class="action-quiet" type="button" @click=${this.ask}>${this.word}${this.of ? html`<span class="unseen"> ${this.of}</span>` : nothing}</button></p>`;
    return html`<div class="notice broken" role="group" aria-label="Delete this session" @keydown=${this.leave}>
      <p>${whatGoes(session)} It cannot be taken back.</p>
      ${this.problem ? html`<p class="failed-word" role="alert">${this.problem.message}</p>` : nothing}
      <p class="actions">
        <button class="action" type="button" @click=${this.delete}>Delete it</button>
        <button class="action-quiet keep" type="button" @click=${this.keep}>Keep it</button>
      </p>
    </div>`;
  }

  async ask() {
    this.asking = true;
    await this.updateComplete;
    const keep = this.querySelector('.keep');
    if (keep instanceof HTMLElement) keep.focus();
  }

  async keep() {
    this.asking = false;
    await this.updateComplete;
    this.querySelector('button')?.focus();
  }

  /** @param {KeyboardEvent} event */
  leave(event) {
    if (event.key === 'Escape') this.keep();
  }

  async delete() {
    try {
      await deleteSession(this.session?.id ?? '');
      emit(this, 'deleted', { id: this.session?.id });
    } catch (thrown) {
      this.problem = Problem.of(thrown);
    }
  }
}
customElements.define('delete-session', DeleteSession);

/** @param {Going} session */
function whatGoes({ mode, questions, answered, corrections = 0 }) {
  const parts = [
    count(questions, 'question'),
    answered === 0 ? 'no answer' : `your ${count(answered, 'answer')} with the marks`,
    ...(corrections > 0 ? [`your ${count(corrections, 'correction')}`] : []),
  ];
  return `This ${mode === 'practice' ? 'round of practice' : 'interview'} goes: ${parts.join(', ')}. Your notes on the questions stay.`;
}
