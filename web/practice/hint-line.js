/** Hints for the question that is open, each with what it costs before it is taken. */
import { html, nothing } from 'lit';
import { Problem, hint, practice } from '../api.js';
import { LightElement } from '../lib/page.js';

/** @import { Hints } from '../lib/types.js' */

class HintLine extends LightElement {
  static properties = { session: {}, place: { type: Number }, hints: { state: true }, problem: { state: true }, asking: { state: true } };

  constructor() {
    super();
    this.session = '';
    this.place = 0;
    /** @type {Hints | null} */
    this.hints = null;
    /** @type {Problem | null} */
    this.problem = null;
    this.asking = false;
    /** @param {KeyboardEvent} event */
    this.onKey = (event) => {
      // with Alt, because one is typing; by its place on the keyboard, because Alt changes what it types
      if (event.code !== 'KeyH' || !event.altKey || event.ctrlKey || event.metaKey || event.repeat) return;
      event.preventDefault();
      this.take();
    };
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('keydown', this.onKey);
    this.ask(() => practice(this.session, this.place));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.onKey);
  }

  /** @param {() => Promise<{hints: Hints}>} step */
  async ask(step) {
    this.asking = true;
    try {
      this.hints = (await step()).hints;
      this.problem = null;
    } catch (thrown) {
      this.problem = Problem.of(thrown);
    }
    this.asking = false;
  }

  take() {
    if (!this.asking && this.hints?.next) this.ask(() => hint(this.session, this.place));
  }

  render() {
    const { hints, problem } = this;
    const refused = problem && !problem.offline ? html`<p class="failed-word small" role="alert">${problem.message}</p>` : nothing; // offline is said by the state line
    if (!hints) return refused;
    const { taken, next } = hints;
    if (taken.length === 0 && !next) return refused;
    return html`<div role="status">
        ${taken.map(({ text, cost }) => html`<p class="hint"><span class="remark">${text}</span> <span class="small soft figure">−${Math.round(100 * cost)} of 100</span></p>`)}
      </div>
      ${next
        ? html`<p class="small soft hint-offer">
            <button class="action-quiet" type="button" aria-disabled=${this.asking} @click=${() => this.take()}>${taken.length === 0 ? 'Hint' : 'Another hint'} <kbd>Alt H</kbd></button> ${next.sentence}
          </p>`
        : nothing}
      ${refused}`;
  }
}
customElements.define('hint-line', HintLine);
