/** Imports of the past, each with the way to take it back as long as that loses nothing. */
import { html, nothing } from 'lit';
import { Problem, pastImports, undoImport } from '../api.js';
import { emit } from '../lib/emit.js';
import { PAGE, showMore } from '../lib/long-list.js';
import { LightElement } from '../lib/page.js';
import { count, dayAndTime } from '../lib/time.js';

/** @import { KeptImports } from '../lib/types.js' */

/** How many are listed at first. */
const FIRST = 5;

class PastImports extends LightElement {
  static properties = { past: { state: true }, problem: { state: true } };

  constructor() {
    super();
    /** @type {KeptImports} */
    this.past = { found: 0, imports: [] };
    this.shown = FIRST;
    /** @type {Problem | null} */
    this.problem = null;
  }

  async connectedCallback() {
    super.connectedCallback();
    await this.read();
  }

  async read() {
    try {
      this.past = await pastImports(this.shown);
    } catch {
      // the page itself says that the server is gone
    }
  }

  async more() {
    this.shown += PAGE;
    await this.read();
  }

  /** @param {string} id */
  async undo(id) {
    try {
      this.problem = null;
      await undoImport(id);
      await this.read();
      emit(this, 'bank-changed');
    } catch (thrown) {
      this.problem = Problem.of(thrown);
    }
  }

  render() {
    const { found, imports } = this.past;
    if (found === 0 && !this.problem) return nothing;
    return html`<h2 id="past-head">Earlier imports</h2>
      ${this.problem ? html`<div class="notice broken" role="alert"><p>${this.problem.message}</p></div>` : nothing}
      <ul class="ruled" aria-labelledby="past-head">
        ${imports.map(
          ({ id, at, files, questions, why }) => html`<li>
            <strong class="file-name">${files.length === 1 ? files[0] : `${files[0]} and ${files.length - 1} more`}</strong>
            <span class="soft small">${count(questions, 'question')}, ${dayAndTime(at, Date.now())}.</span>
            ${why === '' ? html`<button class="quiet" type="button" @click=${() => this.undo(id)}>Undo<span class="unseen"> the import of ${files[0]}</span></button>` : html`<span class="soft small">${why}</span>`}
          </li>`,
        )}
      </ul>
      ${showMore(imports.length, found, () => this.more())}`;
  }
}
customElements.define('past-imports', PastImports);
