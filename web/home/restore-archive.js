/** An exported archive put in place of what is kept: looked at first, then restored. Tells `restored`. */
import { html, nothing } from 'lit';
import { Problem, lookAtArchive, restoreArchive } from '../api.js';
import { emit } from '../lib/emit.js';
import { LightElement } from '../lib/page.js';
import { count } from '../lib/time.js';

/** @import { ArchiveFound } from '../lib/types.js' */

class RestoreArchive extends LightElement {
  static properties = { found: { state: true }, busy: { state: true }, said: { state: true }, problem: { state: true } };

  constructor() {
    super();
    /** @type {File | null} */
    this.file = null;
    /** @type {ArchiveFound | null} */
    this.found = null;
    this.busy = false;
    this.said = '';
    /** @type {Problem | null} */
    this.problem = null;
  }

  /** @param {() => Promise<void>} work */
  async doing(work) {
    if (this.busy) return;
    this.busy = true;
    this.problem = null;
    try {
      await work();
    } catch (thrown) {
      this.problem = Problem.of(thrown);
    }
    this.busy = false;
  }

  /** @param {Event} event */
  choose({ target }) {
    const field = /** @type {HTMLInputElement} */ (target);
    const file = field.files?.[0];
    field.value = '';
    if (!file) return;
    this.said = '';
    this.found = null;
    this.doing(async () => {
      this.found = await lookAtArchive(file);
      this.file = file;
      await this.updateComplete;
      this.querySelector('button')?.focus();
    });
  }

  restore() {
    return this.doing(async () => {
      const { sessions, answers } = await restoreArchive(/** @type {File} */ (this.file));
      this.leave();
      this.said = `Restored: ${count(sessions, 'session')} with ${count(answers, 'answer')}.`;
      emit(this, 'bank-changed');
      emit(this, 'restored');
    });
  }

  leave() {
    this.found = null;
    this.file = null;
  }

  render() {
    const { found } = this;
    return html`<section class="row" aria-labelledby="restore-head">
      <div class="script">
        <h2 id="restore-head">Restore</h2>
        <p>Replace everything here with a file that you saved earlier.</p>
        ${this.problem ? html`<div class="notice broken" role="alert"><p>${this.problem.message}</p></div>` : nothing}
        ${found ? this.question(found) : html`<p class="actions"><label class="action file-choice">Choose the file<input class="unseen" type="file" accept=".zip,application/zip" ?disabled=${this.busy} @change=${this.choose} /></label></p>`}
        <p class="soft" role="status">${this.busy ? 'Working…' : this.said}</p>
      </div>
      <div class="margin" role="note" aria-label="What happens to your current data"><p class="remark">What is here now is moved to the “backups” folder inside your data folder.</p></div>
    </section>`;
  }

  /** @param {ArchiveFound} found */
  question({ sessions, answers, packs, sessionsHere, answersHere, packsHere }) {
    return html`<div class="notice">
      <p>The file holds ${count(sessions, 'session')} with ${count(answers, 'answer')}${packs === null ? '' : ` and ${count(packs, 'pack')} of your own`}. They take the place of ${count(sessionsHere, 'session')} with ${count(answersHere, 'answer')}${packs === null ? '' : ` and ${count(packsHere, 'pack')}`}.</p>
      <p class="actions">
        <button class="action" type="button" aria-disabled=${this.busy} @click=${this.restore}>Restore it</button>
        <button class="action-quiet" type="button" @click=${this.leave}>Keep what is here</button>
      </p>
    </div>`;
  }
}
customElements.define('restore-archive', RestoreArchive);
