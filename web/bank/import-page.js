/** Import: hand files over, see what was understood before anything is written, mend it, import, take it back. */
import { html, nothing } from 'lit';
import { Problem, changeImport, commitImport, dropImport, getImport, importItem, readFileAs, undoImport } from '../api.js';
import { DocumentKeys } from '../lib/document-keys.js';
import { emit } from '../lib/emit.js';
import { Page, focusHeading } from '../lib/page.js';
import { count } from '../lib/time.js';
import { singleKey } from '../practice/practice-keys.js';
import { startInterview } from '../practice/round.js';
import './import-again.js';
import './import-item.js';
import './import-start.js';
import './past-imports.js';

/** @import { Committed, ImportFile, ImportItem, ImportLine, ImportPreview } from '../lib/types.js' */

/** So many questions are listed at first, and so many more each time. */
const PAGE = 50;
/** How often to ask for the letters that are still being found out. */
const LETTERS_MILLIS = 3000;
const AT_MOST_ASKED = 5;

class ImportPage extends Page {
  static properties = {
    preview: { state: true },
    shown: { state: true },
    item: { state: true },
    look: { state: true },
    committed: { state: true },
    refused: { state: true },
    busy: { state: true },
    note: { state: true },
  };

  constructor() {
    super();
    /** @type {ImportPreview | null} */
    this.preview = null;
    this.shown = PAGE;
    /** The question that is looked at. @type {ImportItem | null} */
    this.item = null;
    /** Key of the question that was asked for last. */
    this.wanted = -1;
    /** Whether only those are listed that need a look. */
    this.look = false;
    /** @type {Committed | null} */
    this.committed = null;
    /** @type {Problem | null} */
    this.refused = null;
    this.busy = false;
    this.removeGone = false;
    this.note = '';
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    new DocumentKeys(this, (event) => this.key(event));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  async load() {
    const id = new URLSearchParams(location.search).get('preview');
    if (!id) return;
    try {
      this.take(await getImport(id, this.shown, this.look ? 'look' : 'all'));
    } catch (thrown) {
      const problem = Problem.of(thrown);
      if (problem.status !== 404) throw problem;
      this.refused = problem;
    }
  }

  pageTitle() {
    return 'Import';
  }

  get read() {
    return /** @type {ImportPreview} */ (this.preview);
  }

  /** @param {ImportPreview} preview */
  take(preview) {
    this.preview = preview;
    clearTimeout(this.timer);
    if (preview.tried < preview.questions && this.isConnected) this.timer = setTimeout(() => this.renew().catch(() => {}), LETTERS_MILLIS);
  }

  async renew() {
    if (!this.preview || this.committed) return;
    this.take(await getImport(this.read.id, this.shown, this.look ? 'look' : 'all'));
  }

  /** @param {CustomEvent<ImportPreview>} event */
  async handed(event) {
    this.refused = null;
    this.committed = null;
    this.shown = PAGE;
    this.look = false;
    this.item = null;
    this.removeGone = false;
    history.replaceState(null, '', `/questions/import?preview=${event.detail.id}`);
    this.take(event.detail);
    await this.toHeading();
  }

  async toHeading() {
    await this.updateComplete;
    const heading = this.querySelector('h1');
    if (heading) focusHeading(heading);
    scrollTo(0, 0);
  }

  /** Does something with the server; what it refuses is said. @param {() => Promise<void>} work */
  async doing(work) {
    if (this.busy) return;
    this.busy = true;
    try {
      this.refused = null;
      await work();
    } catch (thrown) {
      this.refused = Problem.of(thrown);
    }
    this.busy = false;
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const key = singleKey(event);
    if (!this.preview || this.committed || key === null) return;
    const item = /** @type {import('./import-item.js').ImportItemView | null} */ (this.querySelector('import-item'));
    if (key === 'j' || key === 'k') this.walk(key === 'j' ? 1 : -1);
    else if (key === 'x' && item) item.leaveOut();
    else if (key === 'e' && item) item.edit();
    else if (key === 'm' && item) item.merge();
    else return;
    event.preventDefault();
  }

  /** @param {number} by */
  walk(by) {
    const { items } = this.read;
    const at = items.findIndex(({ key }) => key === this.wanted);
    const next = items[at < 0 ? 0 : Math.max(0, Math.min(items.length - 1, at + by))];
    if (next) this.openLine(next);
  }

  /** Opens a question; of several that are asked for quickly the last one stays. @param {ImportLine} line */
  async openLine(line) {
    this.wanted = line.key;
    try {
      const item = await importItem(this.read.id, line.key);
      if (this.wanted !== line.key) return;
      this.item = item;
      await this.updateComplete;
      const button = this.querySelector('.found-list [aria-expanded="true"]');
      if (button instanceof HTMLElement) button.focus();
      button?.scrollIntoView({ block: 'nearest' });
    } catch (thrown) {
      this.refused = Problem.of(thrown);
    }
  }

  /** @param {ImportLine} line */
  press(line) {
    if (this.item?.key === line.key) {
      this.item = null;
      this.wanted = -1;
    } else this.openLine(line);
  }

  /** @param {CustomEvent<ImportItem>} event */
  async mended(event) {
    this.item = event.detail;
    this.wanted = event.detail.key;
    await this.renew();
  }

  /** @param {boolean} look */
  show(look) {
    this.look = look;
    this.shown = PAGE;
    return this.doing(() => this.renew());
  }

  more() {
    this.shown += PAGE;
    return this.doing(() => this.renew());
  }

  commit() {
    return this.doing(async () => {
      this.committed = await commitImport(this.read.id, this.removeGone);
      this.preview = null;
      clearTimeout(this.timer);
      history.replaceState(null, '', '/questions/import');
      emit(this, 'bank-changed');
      await this.toHeading();
    });
  }

  cancel() {
    return this.doing(async () => {
      await dropImport(this.read.id);
      this.preview = null;
      clearTimeout(this.timer);
      history.replaceState(null, '', '/questions/import');
      await this.toHeading();
    });
  }

  undo() {
    const { id, added } = /** @type {Committed} */ (this.committed);
    return this.doing(async () => {
      await undoImport(id);
      emit(this, 'bank-changed');
      this.committed = null;
      this.note = `The import is undone; ${count(added, 'question')} ${added === 1 ? 'is' : 'are'} gone again.`;
      await this.toHeading();
    });
  }

  interview() {
    const { questions } = /** @type {Committed} */ (this.committed);
    return this.doing(() => startInterview(some(questions, Math.min(AT_MOST_ASKED, questions.length))));
  }

  sheet() {
    if (this.committed) return this.done(this.committed);
    return this.preview ? this.understood(this.preview) : this.beginning();
  }

  beginning() {
    return html`<div class="row">
        <div class="script">
          <h1>Import questions</h1>
          ${this.note ? html`<p class="notice" role="status">${this.note}</p>` : nothing}
          ${this.refused ? html`<div class="notice broken" role="alert"><p>${this.refused.message}</p></div>` : nothing}
          <import-start @read=${this.handed}></import-start>
        </div>
        <aside class="margin" aria-label="What can be read">
          <p class="remark">You see what was found before anything is kept, and can undo the import afterwards.</p>
          <p class="remark">Notes and lists in Markdown, Anki, Quizlet, CSV, GIFT, Moodle, JSON, YAML, web pages, Word, notebooks, and folders or ZIPs of them.</p>
        </aside>
      </div>
      <div class="row"><div class="script"><past-imports></past-imports></div><div class="margin"></div></div>`;
  }

  /** @param {ImportPreview} preview */
  understood(preview) {
    const { questions, chosen, look, files, topics, listed, items, letters, tried } = preview;
    const missing = questions - chosen;
    return html`
      <div class="row">
        <div class="script">
          <h1>${count(questions, 'question')} found</h1>
          <p class="lead">${lead(preview, missing)}</p>
          ${this.refused ? html`<div class="notice broken" role="alert"><p>${this.refused.message}</p></div>` : nothing}
          <import-again .preview=${preview} @again=${this.again} @take-out=${this.takeOut}></import-again>
          <ul class="ruled files">${files.map((file, at) => this.file(file, at))}</ul>
        </div>
        <div class="margin">
          ${questions > 0
            ? html`<form class="field" @submit=${this.oneTopic}>
                <label for="topic">One topic for all</label>
                <span class="one-line"><input type="text" id="topic" name="topic" list="topics" autocomplete="off" placeholder=${topics.length === 1 ? (topics[0] ?? '') : `${topics.length} topics, as in the files`} /><button class="action" type="submit">Set</button></span>
                <datalist id="topics">${topics.map((title) => html`<option value=${title}></option>`)}</datalist>
              </form>
              <p class="small soft" role="status">${marked(letters, tried, questions)}</p>`
            : nothing}
        </div>
      </div>
      ${questions > 0
        ? html`<div class="row">
            <div class="whole">
              <fieldset class="choices"><legend class="unseen">Which questions to list</legend>
                <label class="choice"><input type="radio" name="listed" .checked=${!this.look} @change=${() => this.show(false)} /> All ${questions}</label>
                <label class="choice"><input type="radio" name="listed" .checked=${this.look} @change=${() => this.show(true)} /> Need a look ${look}</label>
              </fieldset>
              <ol class="found-list" aria-label="Questions">${items.map((line) => this.line(line))}</ol>
              ${listed > items.length ? html`<p><button class="quiet" type="button" @click=${this.more}>Show the next ${Math.min(PAGE, listed - items.length)}</button></p>` : nothing}
            </div>
          </div>`
        : nothing}
      <div class="commit">
        ${questions > 0 ? html`<button class="action-primary" type="button" aria-disabled=${this.busy} @click=${this.commit}>Import ${count(chosen, 'question')}</button>` : nothing}
        <button class="action" type="button" @click=${this.cancel}>${questions > 0 ? 'Cancel' : 'Choose something else'}</button>
        ${questions > 0 ? html`<span class="small soft wide-only">Nothing is written until then.</span>` : nothing}
      </div>`;
  }

  /** @param {CustomEvent<"update" | "both" | "skip">} event */
  again(event) {
    return this.doing(async () => {
      await changeImport(this.read.id, { changed: event.detail });
      await this.renew();
    });
  }

  /** @param {CustomEvent<boolean>} event */
  takeOut(event) {
    this.removeGone = event.detail;
  }

  /** @param {SubmitEvent} event */
  oneTopic(event) {
    event.preventDefault();
    const topic = String(new FormData(/** @type {HTMLFormElement} */ (event.currentTarget)).get('topic') ?? '').trim();
    return this.doing(async () => {
      await changeImport(this.read.id, { topic: topic === '' ? null : topic });
      await this.renew();
      if (this.item) this.item = await importItem(this.read.id, this.item.key);
    });
  }

  /** @param {ImportFile} file @param {number} at */
  file(file, at) {
    return html`<li>
      <span><span class="file-name">${file.file}</span> <span class="small soft">${file.how}</span></span> <span class="figure">${file.questions}</span>
      ${file.warnings.length > 0 && (file.questions === 0 || file.warnings.length <= 2)
        ? file.warnings.slice(0, 2).map(({ line, message }) => html`<span class="beneath small why">${file.questions === 0 ? '' : `Line ${line}: `}${message}</span>`)
        : file.warnings.length > 0
          ? html`<details class="beneath"><summary class="small">${count(file.warnings.length, 'remark')}</summary><ul class="small">${file.warnings.map(({ line, message }) => html`<li>Line ${line}: ${message}</li>`)}</ul></details>`
          : nothing}
      ${file.others.length > 0
        ? html`<details class="beneath"><summary class="small">Read it differently</summary>
            <p class="actions">${file.others.map(({ how, questions }) => html`<button class="quiet" type="button" @click=${() => this.readAs(at, how)}>${how}: ${questions}</button>`)}</p></details>`
        : nothing}
    </li>`;
  }

  /** @param {number} file @param {string} how */
  readAs(file, how) {
    return this.doing(async () => {
      this.item = null;
      await readFileAs(this.read.id, file, how);
      await this.renew();
    });
  }

  /** @param {ImportLine} line */
  line(line) {
    const here = this.item?.key === line.key;
    const state = line.choice === 'skip' ? 'not-said' : line.why ? 'unclear' : 'made';
    const words = line.choice === 'skip' ? 'left out' : line.why ? 'needs a look' : 'ready';
    return html`<li class=${state}>
      <button type="button" aria-expanded=${here} @click=${() => this.press(line)}>
        <span class="sign" role="img" aria-label=${words}></span><span class="soft figure">${line.number}</span>
        <span><span class="q" dir="auto">${line.prompt}</span>${line.why ? html`<span class="why">${line.why}</span>` : nothing}</span>
        <span class="soft small letter">${line.letter ? html`<span class="unseen">Letter </span>${line.letter}` : nothing}</span>
      </button>
      ${here ? html`<import-item .of=${this.read.id} .item=${this.item} .topics=${this.read.topics} @changed=${this.mended} @joined=${this.mended}></import-item>` : nothing}
    </li>`;
  }

  /** @param {Committed} done */
  done(done) {
    const { added, updated, removed, topics, questions } = done;
    const parts = [...(added ? [`${count(added, 'question')} added`] : []), ...(updated ? [`${updated} updated`] : []), ...(removed ? [`${removed} taken out`] : [])];
    return html`<div class="row">
      <div class="script">
        <h1>${parts.join(', ')}</h1>
        ${this.refused ? html`<div class="notice broken" role="alert"><p>${this.refused.message}</p></div>` : nothing}
        <ul class="ruled">${topics.map(({ id, title, questions: written }) => html`<li><a href="/topics/${id}">${title}</a> <span class="soft small">${count(written, 'question')}</span></li>`)}</ul>
        <p class="actions">
          ${questions.length > 0 ? html`<button class="action-primary" type="button" aria-disabled=${this.busy} @click=${this.interview}>Start an interview on these</button>` : nothing}
          <button class="action" type="button" @click=${this.undo}>Undo this import</button>
          <button class="action-quiet" type="button" @click=${this.restart}>Import more</button>
        </p>
      </div>
      <aside class="margin" aria-label="Undo"><p class="remark">You can undo it until one of the questions was answered.</p></aside>
    </div>`;
  }

  restart() {
    this.committed = null;
    this.note = '';
    return this.toHeading();
  }
}
customElements.define('import-page', ImportPage);

/** Some of a list, spread over the whole of it. @param {string[]} all @param {number} wanted */
const some = (all, wanted) => Array.from({ length: wanted }, (_, i) => all[Math.floor((i * all.length) / wanted)] ?? '').filter((id) => id !== '');

/** @param {ImportPreview} preview @param {number} missing */
function lead({ questions, chosen }, missing) {
  if (questions === 0) return 'No questions were found; the reasons are below.';
  if (missing === 0) return questions === 1 ? 'It is ready.' : 'All are ready.';
  if (chosen === 0) return 'None would be imported as it stands; look at the list.';
  return `${chosen} ${chosen === 1 ? 'is' : 'are'} ready. ${missing} ${missing === 1 ? 'stays' : 'stay'} out unless you say otherwise.`;
}

/** @param {{A: number, B: number, C: number}} letters @param {number} tried @param {number} all */
function marked({ A, B, C }, tried, all) {
  if (tried < all) return `Finding out which can be marked: ${tried} of ${all}. You need not wait.`;
  if (A + B === 0) return C > 0 ? `You would mark ${C === 1 ? 'it' : `all ${C}`} yourself.` : '';
  const parts = [A ? `${A} can be marked (A)` : '', B ? `${B} can be marked with some doubt (B)` : '', C ? `${C} you mark yourself (C)` : ''];
  return `${parts.filter((part) => part !== '').join(', ')}.`;
}
