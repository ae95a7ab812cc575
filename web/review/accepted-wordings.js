/** The candidate's own wordings that count from now on: of one question, or all of them; each can be removed, and put back at once. */
import { html, nothing } from 'lit';
import { Problem, acceptWording, forgetWording, wordings } from '../api.js';
import { withCode } from '../lib/inline-code.js';
import { LightElement } from '../lib/page.js';
import { day } from '../lib/time.js';

/** @import { Wording } from '../lib/types.js' */

class AcceptedWordings extends LightElement {
  static properties = { question: { attribute: false }, since: { attribute: false }, all: { state: true }, removed: { state: true }, problem: { state: true } };

  constructor() {
    super();
    /** Id of the question; "" for all of them, and then an empty list says so. */
    this.question = '';
    /** @type {unknown} whenever this is another one, the list is asked for again */
    this.since = null;
    /** @type {Wording[] | null} */
    this.all = null;
    /** @type {Wording | null} what was removed last */
    this.removed = null;
    /** @type {Problem | null} */
    this.problem = null;
  }

  /** @param {Map<PropertyKey, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('question')) this.removed = null;
    if (changed.has('question') || changed.has('since')) this.step(wordings);
  }

  /** @param {() => Promise<Wording[]>} step */
  async step(step) {
    try {
      this.problem = null;
      this.all = await step();
    } catch (thrown) {
      this.problem = Problem.of(thrown);
    }
  }

  /** @param {Wording} wording */
  async takeOut(wording) {
    await this.step(() => forgetWording(wording.id));
    if (this.problem) return;
    this.removed = wording;
    await this.updateComplete;
    this.querySelector('button')?.focus();
  }

  async putBack() {
    const { removed } = this;
    if (!removed) return;
    await this.step(() => acceptWording({ question: removed.question, point: removed.point, text: removed.text }));
    if (!this.problem) this.removed = null;
    await this.updateComplete;
    this.querySelector('button')?.focus();
  }

  render() {
    const mine = (this.all ?? []).filter(({ question }) => this.question === '' || question === this.question);
    if (this.all === null && !this.problem) return nothing;
    if (mine.length === 0 && this.question !== '' && !this.removed && !this.problem) return nothing;
    return html`<section class="row" aria-labelledby="wordings-head">
      <div class="script">
        <h2 id="wordings-head">Your accepted wordings</h2>
        ${this.problem ? html`<p class="notice broken" role="alert">${this.problem.message}</p>` : nothing}
        ${this.removed
          ? html`<p role="status">Removed: “<span dir="auto">${this.removed.text}</span>” <button class="action-quiet" type="button" @click=${this.putBack}>Undo</button></p>`
          : nothing}
        ${mine.length > 0
          ? html`<ul class="ruled wordings">
              ${mine.map((wording) => this.line(wording))}
            </ul>`
          : html`<p class="soft">None yet. When you claim a point with “I did say this”, you can accept your wording for it from now on.</p>`}
      </div>
      <div class="margin">
        ${mine.length > 0 ? html`<p class="remark">They count like the pack's own wordings from now on; earlier marks stay as they were.</p>` : nothing}
      </div>
    </section>`;
  }

  /** @param {Wording} wording */
  line(wording) {
    const { prompt, statement, text, at } = wording;
    return html`<li>
      <span class="words">
        <span class="own-words" dir="auto">${withCode(text)}</span>
        <span class="soft">for <em class="remark" dir="auto">${withCode(statement || 'the whole answer')}</em>${this.question === '' ? html`, <span dir="auto">${prompt}</span>` : nothing}, ${day(at, Date.now())}</span>
      </span>
      <button class="action-quiet" type="button" @click=${() => this.takeOut(wording)}>Remove<span class="unseen">: ${text}</span></button>
    </li>`;
  }
}
customElements.define('accepted-wordings', AcceptedWordings);
