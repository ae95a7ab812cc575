/** One question of an import: as it would be kept, beside the lines of the file, with what can be done about it. Tells `changed` with the question, `joined` with the one above. */
import { html, nothing } from 'lit';
import { Problem, mendItem, mergeItem, splitItem } from '../api.js';
import { emit } from '../lib/emit.js';
import { fromServer } from '../lib/markup.js';
import { LightElement } from '../lib/page.js';
import { letterWords } from './letters.js';

/** @import { ImportItem, MendedItem } from '../lib/types.js' */

export class ImportItemView extends LightElement {
  static properties = { of: {}, item: { attribute: false }, topics: { attribute: false }, editing: { state: true }, problem: { state: true } };

  constructor() {
    super();
    /** Id of the import. */
    this.of = '';
    /** @type {ImportItem | null} */
    this.item = null;
    /** @type {string[]} titles to choose from */
    this.topics = [];
    this.editing = false;
    /** @type {Problem | null} */
    this.problem = null;
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    const before = /** @type {ImportItem | null | undefined} */ (changed.get('item'));
    if (changed.has('item') && before?.key !== this.item?.key) {
      this.editing = false;
      this.problem = null;
    }
  }

  get shown() {
    return /** @type {ImportItem} */ (this.item);
  }

  async edit() {
    this.editing = true;
    await this.updateComplete;
    this.querySelector('textarea')?.focus();
  }

  async stop() {
    this.editing = false;
    this.problem = null;
    await this.updateComplete;
    const button = this.querySelector('.edit');
    if (button instanceof HTMLElement) button.focus();
  }

  /** @param {() => Promise<ImportItem>} ask @param {string} what */
  async ask(ask, what = 'changed') {
    try {
      this.problem = null;
      emit(this, what, await ask());
      return true;
    } catch (thrown) {
      this.problem = Problem.of(thrown);
      return false;
    }
  }

  /** @param {MendedItem} mended */
  mend(mended) {
    return this.ask(() => mendItem(this.of, this.shown.key, mended));
  }

  leaveOut() {
    const { choice, known } = this.shown;
    return this.mend({ choice: choice === 'skip' ? (known?.kind === 'changed' ? 'update' : 'add') : 'skip' });
  }

  merge() {
    return this.ask(() => mergeItem(this.of, this.shown.key), 'joined');
  }

  /** @param {SubmitEvent} event */
  async save(event) {
    event.preventDefault();
    if (await this.keep(/** @type {HTMLFormElement} */ (event.currentTarget))) await this.stop();
  }

  /** @param {HTMLFormElement} form */
  keep(form) {
    const typed = new FormData(form);
    const text = (/** @type {string} */ name) => String(typed.get(name) ?? '');
    return this.mend({ prompt: text('prompt'), context: text('context'), answer: text('answer'), topic: text('topic') });
  }

  /** Makes the line with the caret a question. */
  async split() {
    const form = this.querySelector('form');
    const box = /** @type {HTMLTextAreaElement | null} */ (this.querySelector('textarea[name="answer"]'));
    if (!form || !box) return;
    const stripped = box.value.length - box.value.trimStart().length;
    const line = box.value.slice(stripped, Math.max(stripped, box.selectionStart)).split('\n').length - 1;
    if (await this.keep(form)) await this.ask(() => splitItem(this.of, this.shown.key, line), 'joined');
  }

  /** @param {KeyboardEvent} event */
  leave(event) {
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.stop();
    }
  }

  render() {
    if (!this.item) return nothing;
    return html`<div class="understood">
        ${this.problem ? html`<div class="notice broken" role="alert"><p>${this.problem.message}</p></div>` : nothing}
        ${this.editing ? this.form() : this.view()}
      </div>
      <div class="in-the-file">
        <p class="label">In the file, line ${this.shown.line}</p>
        <pre class="file-lines" tabindex="0" role="region" aria-label="The lines of the file" dir="auto">${this.shown.original}</pre>
      </div>`;
  }

  view() {
    const { first, contextHtml, answerHtml, points, warnings, topic, letter, reason, choice, known } = this.shown;
    return html`
      ${known && known.kind !== 'same' ? html`<p class="notice">${knownWords(known)}</p>` : nothing}
      ${(answerHtml ? warnings : []).map(({ line, message }) => html`<p class="notice device-only">Line ${line}: ${message}</p>`)}
      ${contextHtml ? html`<div class="reference-text">${fromServer(contextHtml)}</div>` : nothing}
      <p class="label">Answer</p>
      ${answerHtml ? html`<div class="reference-text">${fromServer(answerHtml)}</div>` : html`<p>There is none; you would mark yourself.</p>`}
      ${points.length > 0
        ? html`<details><summary>${points.length === 1 ? 'One point' : `${points.length} points`} found in it</summary>
            <ol class="ruled found-points">${points.map(({ statement, bonus }) => html`<li>${statement}${bonus ? html` <span class="small soft">bonus</span>` : nothing}</li>`)}</ol>
          </details>`
        : nothing}
      <p class="small soft"><span class="nowrap">Topic: ${topic}.</span> ${letterWords(letter)}${letter === 'A' || letter === '' ? '.' : html`: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`}</p>
      <p class="actions">
        <button class="action action-small edit" type="button" @click=${this.edit}>Edit</button>
        <button class="quiet" type="button" @click=${this.leaveOut}>${choice === 'skip' ? 'Import it' : 'Leave it out'}</button>
        ${first ? nothing : html`<button class="quiet" type="button" @click=${this.merge}>Merge with the one above</button>`}
      </p>`;
  }

  form() {
    const { prompt, context, answer, topic } = this.shown;
    return html`<form class="mending" @submit=${this.save} @keydown=${this.leave}>
      <div class="field"><label for="mend-prompt">Question</label><textarea id="mend-prompt" class="boxed" name="prompt" rows="2" dir="auto" required .value=${prompt}></textarea></div>
      <div class="field"><label for="mend-context">Shown with it</label><textarea id="mend-context" class="boxed" name="context" rows="1" dir="auto" placeholder="Code or options; empty if there is nothing" .value=${context}></textarea></div>
      <div class="field"><label for="mend-answer">Answer</label><textarea id="mend-answer" class="boxed" name="answer" rows="6" dir="auto" .value=${answer}></textarea></div>
      <div class="field"><label for="mend-topic">Topic</label><input type="text" id="mend-topic" name="topic" list="mend-topics" required autocomplete="off" .value=${topic} />
        <datalist id="mend-topics">${this.topics.map((title) => html`<option value=${title}></option>`)}</datalist></div>
      <p class="actions">
        <button class="action" type="submit">Keep these words</button>
        <button class="action-quiet" type="button" @click=${this.stop}>Cancel</button>
        <button class="quiet" type="button" @click=${this.split}>Split at the cursor</button>
      </p>
      <p class="small soft">To split, put the cursor on the line of the answer that is a question of its own.</p>
    </form>`;
  }
}
customElements.define('import-item', ImportItemView);

/** @param {NonNullable<ImportItem["known"]>} known */
function knownWords({ kind, prompt, edited }) {
  if (kind === 'changed') return edited ? 'The file changed it, and so did you. Yours stays unless you import it.' : 'It was imported before and takes the place of the earlier text.';
  if (kind === 'duplicate') return 'You have this question already, from somewhere else.';
  return html`Much like one that you have: “${prompt}”`;
}
