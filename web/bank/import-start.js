/** Where files are handed over: dropped, chosen, or pasted as text. Tells `read` with what was understood. */
import { html, nothing } from 'lit';
import { Problem, previewFiles, previewText } from '../api.js';
import { emit } from '../lib/emit.js';
import { LightElement } from '../lib/page.js';
import { MOST_BYTES, MOST_FILES, chosenFiles, droppedFiles } from './dropped-files.js';

/** @import { Named } from './dropped-files.js' */

class ImportStart extends LightElement {
  static properties = { over: { state: true }, reading: { state: true }, problem: { state: true } };

  constructor() {
    super();
    /** Whether something is held over the place. */
    this.over = false;
    this.reading = false;
    /** @type {Problem | null} */
    this.problem = null;
  }

  /** @param {DragEvent} event */
  hold(event) {
    event.preventDefault();
    this.over = event.type === 'dragover';
  }

  /** @param {DragEvent} event */
  async drop(event) {
    this.hold(event);
    if (event.dataTransfer) this.read(await droppedFiles(event.dataTransfer));
  }

  /** @param {Event} event */
  choose(event) {
    const field = /** @type {HTMLInputElement} */ (event.target);
    const files = chosenFiles(field.files ?? []);
    field.value = '';
    this.read(files);
  }

  /** @param {Event} event */
  paste(event) {
    event.preventDefault();
    const text = String(new FormData(/** @type {HTMLFormElement} */ (event.currentTarget)).get('text') ?? '');
    if (text.trim() === '') this.problem = new Problem('empty', -1, 'There is no text yet; paste the questions first.');
    else this.take(() => previewText(text));
  }

  /** @param {Named[]} files */
  read(files) {
    const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
    if (files.length === 0) this.problem = new Problem('empty', -1, 'There is nothing here that could hold questions; hidden files are left out.');
    else if (files.length > MOST_FILES) this.problem = new Problem('too-many', -1, 'These are more than 10,000 files; import them in parts.');
    else if (bytes > MOST_BYTES) this.problem = new Problem('too-large', -1, 'These files are larger than 200 MB together; import them in parts.');
    else this.take(() => previewFiles(files));
  }

  /** @param {() => Promise<import('../lib/types.js').ImportPreview>} ask */
  async take(ask) {
    if (this.reading) return;
    this.problem = null;
    this.reading = true;
    try {
      emit(this, 'read', await ask());
    } catch (thrown) {
      this.problem = Problem.of(thrown);
    }
    this.reading = false;
  }

  render() {
    return html`
      <div class=${this.over ? 'drop-place over' : 'drop-place'} @dragover=${this.hold} @dragleave=${this.hold} @drop=${this.drop}>
        <p class="lead">Drop files, a folder or a ZIP here.</p>
        <div class="actions">
          <label class="action file-choice">Choose files<input class="unseen" type="file" multiple ?disabled=${this.reading} @change=${this.choose} /></label>
          <label class="action file-choice">Choose a folder<input class="unseen" type="file" webkitdirectory ?disabled=${this.reading} @change=${this.choose} /></label>
        </div>
      </div>
      <form @submit=${this.paste}>
        <label for="pasted">Or paste questions and answers</label>
        <textarea id="pasted" class="boxed" name="text" rows="5" dir="auto" spellcheck="false"></textarea>
        <p class="actions"><button class="action" type="submit" aria-disabled=${this.reading}>Read it</button></p>
      </form>
      <p class="soft" role="status">${this.reading ? 'Reading…' : ''}</p>
      ${this.problem ? html`<div class="notice broken" role="alert"><p>${this.problem.message}</p></div>` : nothing}`;
  }
}
customElements.define('import-start', ImportStart);
