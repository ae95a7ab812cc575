/** A note of one's own on a question, saved while one types; the line under it always says how that stands. */
import { html, nothing } from 'lit';
import { Problem, note, saveNote } from '../api.js';
import { LightElement } from '../lib/page.js';
import { timeOfDay } from '../lib/time.js';

const PAUSE_MILLIS = 1000;

class QuestionNote extends LightElement {
  static properties = { question: { type: String }, text: { state: true }, said: { state: true }, failed: { state: true } };

  constructor() {
    super();
    /** id of the question */
    this.question = '';
    /** @type {string | null} as it was read; null until then */
    this.text = null;
    this.said = '';
    this.failed = false;
    this.timer = 0;
    this.unsaved = false;
  }

  async connectedCallback() {
    super.connectedCallback();
    try {
      this.text = await note(this.question);
    } catch (thrown) {
      this.say(Problem.of(thrown).message, true);
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.save();
  }

  /** @param {string} said @param {boolean} [failed] */
  say(said, failed = false) {
    this.said = said;
    this.failed = failed;
  }

  typed() {
    this.unsaved = true;
    this.say('Saving…');
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.save(), PAUSE_MILLIS);
  }

  async save() {
    clearTimeout(this.timer);
    const text = this.querySelector('textarea')?.value;
    if (!this.unsaved || text === undefined) return;
    this.unsaved = false;
    try {
      await saveNote(this.question, text);
      if (!this.unsaved) this.say(`Saved ${timeOfDay(Date.now())} ✓`);
    } catch (thrown) {
      this.unsaved = true;
      this.say(`Not saved: ${Problem.of(thrown).message}`, true);
    }
  }

  render() {
    return html`<h2 id="note-head" class=${this.text ? '' : 'screen-only'}>Your note on this question</h2>
      ${this.text ? html`<p class="paper-only kept-text" dir="auto">${this.text}</p>` : nothing}
      <label class="unseen" for="note-text">Note</label>
      <textarea
        class="editor note-editor"
        id="note-text"
        dir="auto"
        placeholder=${this.text === null ? '' : 'For the next time'}
        .value=${this.text ?? ''}
        ?readonly=${this.text === null}
        @input=${this.typed}
        @blur=${this.save}
      ></textarea>
      <p class="state-line small screen-only ${this.failed ? 'not-saved' : ''}" role="status">${this.said || 'It shows wherever this question comes up. Press N to come back to it.'}</p>`;
  }
}
customElements.define('question-note', QuestionNote);
