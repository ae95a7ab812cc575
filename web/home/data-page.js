/** What Rejoinder keeps of the candidate: how much it is, taking it along, accepted wordings, deleting it all. */
import { html, nothing } from 'lit';
import { Problem, bankAddress, deleteEverything, everythingAddress, holdings } from '../api.js';
import '../review/accepted-wordings.js';
import { signedIn } from '../lib/account.js';
import './restore-archive.js';
import { Page } from '../lib/page.js';
import { count } from '../lib/time.js';

/** @import { Holdings } from '../lib/types.js' */

const WORD = 'everything';

class DataPage extends Page {
  static properties = { held: { state: true }, asking: { state: true }, gone: { state: true }, refused: { state: true } };

  constructor() {
    super();
    /** @type {Holdings | null} */
    this.held = null;
    this.asking = false;
    /** Whether everything was deleted here just now. */
    this.gone = false;
    /** @type {Problem | null} */
    this.refused = null;
  }

  async load() {
    this.held = await holdings();
  }

  pageTitle() {
    return 'Your data';
  }

  sheet() {
    const held = /** @type {Holdings} */ (this.held);
    const empty = Object.values(held).every((n) => n === 0);
    return html`
      <div class="row">
        <div class="script">
          <h1>Your data</h1>
          ${this.gone ? html`<p class="notice" role="status">Everything is deleted.</p>` : nothing}
          <p>${empty ? 'No data stored yet.' : html`Stored here: ${inSum(held)}.`}</p>
          <p class="actions"><a class="action-primary" href=${everythingAddress} download>Save everything as one file</a></p>
        </div>
        <aside class="margin" aria-label="Where it is">
          <p class="remark">${signedIn() ? 'All of it is kept on this server. Nobody else who signs in here sees it; whoever runs the server could.' : 'All of it is in one folder on this computer; nothing is sent anywhere.'}</p>
          <p class="remark">The file holds every session in full as JSON and as readable Markdown, with your notes and accepted wordings.</p>
        </aside>
      </div>
      <section class="row" aria-labelledby="questions-head">
        <div class="script">
          <h2 id="questions-head">The questions</h2>
          <p>All questions in one file:</p>
          <p class="actions">
            <a class="action" href=${bankAddress('markdown')} download>Markdown packs</a> <a class="action" href=${bankAddress('anki')} download>Anki</a>
            <a class="action" href=${bankAddress('csv')} download>CSV</a> <a class="action" href=${bankAddress('gift')} download>GIFT</a>
          </p>
        </div>
        <div class="margin" role="note" aria-label="About these files"><p class="remark">The packs can be imported again as they are. The other formats leave out misconceptions and follow-ups.</p></div>
      </section>
      ${signedIn() ? nothing : html`<restore-archive @restored=${() => this.renew()}></restore-archive>`}
      <accepted-wordings .question=${''} .since=${held}></accepted-wordings>
      ${empty ? nothing : this.deleting(held)}`;
  }

  /** @param {Holdings} held */
  deleting(held) {
    return html`<section class="row" aria-labelledby="delete-head">
      <div class="script">
        <h2 id="delete-head">Delete everything</h2>
        ${this.asking
          ? html`<form class="notice broken" @submit=${this.erase} @keydown=${this.leave}>
              <p>This deletes ${inSum(held)}, and your settings. It cannot be taken back.</p>
              <p class="typed-word"><label for="word">Type “${WORD}” to delete it all:</label><input type="text" id="word" name="word" autocomplete="off" autocapitalize="off" spellcheck="false" /></p>
              ${this.refused ? html`<p class="failed-word" role="alert">${this.refused.message}</p>` : nothing}
              <p class="actions">
                <button class="action" type="submit">Delete everything</button>
                <button class="action-quiet" type="button" @click=${this.keep}>Keep it</button>
              </p>
            </form>`
          : html`<p><button class="action-quiet" type="button" @click=${this.ask}>Delete everything…</button> <span class="soft">or <a href="/history">one session in the history</a></span></p>`}
      </div>
      <div class="margin"></div>
    </section>`;
  }

  async renew() {
    this.held = await holdings();
    this.gone = false;
  }

  async ask() {
    this.asking = true;
    await this.updateComplete;
    const word = this.querySelector('#word');
    if (word instanceof HTMLElement) word.focus();
  }

  async keep() {
    this.asking = false;
    this.refused = null;
    await this.updateComplete;
    const button = this.querySelector('#delete-head ~ p button');
    if (button instanceof HTMLElement) button.focus();
  }

  /** @param {KeyboardEvent} event */
  leave(event) {
    if (event.key === 'Escape') this.keep();
  }

  /** @param {SubmitEvent} event */
  async erase(event) {
    event.preventDefault();
    const word = String(new FormData(/** @type {HTMLFormElement} */ (event.currentTarget)).get('word') ?? '');
    try {
      this.refused = null;
      this.held = await deleteEverything(word);
      this.asking = false;
      this.gone = true;
      await this.updateComplete;
      const heading = this.querySelector('h1');
      if (heading) heading.tabIndex = -1;
      heading?.focus();
    } catch (thrown) {
      this.refused = Problem.of(thrown);
    }
  }
}
customElements.define('data-page', DataPage);

/** @param {Holdings} held */
function inSum({ sessions, answers, corrections, drills, notes, wordings }) {
  return [
    count(sessions, 'session'),
    `${count(answers, 'answer')} with the marks`,
    ...(corrections > 0 ? [count(corrections, 'correction')] : []),
    ...(drills > 0 ? [count(drills, 'one-line answer', 'one-line answers')] : []),
    ...(notes > 0 ? [count(notes, 'note')] : []),
    ...(wordings > 0 ? [count(wordings, 'accepted wording')] : []),
  ].join(', ');
}
