/** Imports of the past, each with the way to take it back as long as that loses nothing. */
import { html, nothing } from 'lit';
import { Problem, pastImports, undoImport } from '../api.js';
import { emit } from '../lib/emit.js';
import { LightElement } from '../lib/page.js';
import { count, dayAndTime } from '../lib/time.js';

/** @import { PastImport } from '../lib/types.js' */

/** How many are listed. */
const SHOWN = 5;

class PastImports extends LightElement {
  static properties = { imports: { state: true }, problem: { state: true } };

  constructor() {
    super();
    /** @type {PastImport[]} */
    this.imports = [];
    /** @type {Problem | null} */
    this.problem = null;
  }

  async connectedCallback() {
    super.connectedCallback();
    try {
      this.imports = await pastImports();
    } catch {
      // the page itself says that the server is gone
    }
  }

  /** @param {string} id */
  async undo(id) {
    try {
      this.problem = null;
      this.imports = await undoImport(id);
      emit(this, 'bank-changed');
    } catch (thrown) {
      this.problem = Problem.of(thrown);
    }
  }

  render() {
    const shown = this.imports.filter(({ undone }) => !undone).slice(0, SHOWN);
    if (shown.length === 0 && !this.problem) return nothing;
    return html`<h2 id="past-head">Earlier imports</h2>
      ${this.problem ? html`<div class="notice broken" role="alert"><p>${this.problem.message}</p></div>` : nothing}
      <ul class="ruled" aria-labelledby="past-head">
        ${shown.map(
          ({ id, at, files, questions, why }) => html`<li>
            <strong class="file-name">${files.length === 1 ? files[0] : `${files[0]} and ${files.length - 1} more`}</strong>
            <span class="soft small">${count(questions, 'question')}, ${dayAndTime(at, Date.now())}.</span>
            ${why === '' ? html`<button class="quiet" type="button" @click=${() => this.undo(id)}>Undo<span class="unseen"> the import of ${files[0]}</span></button>` : html`<span class="soft small">${why}</span>`}
          </li>`,
        )}
      </ul>`;
  }
}
customElements.define('past-imports', PastImports);
