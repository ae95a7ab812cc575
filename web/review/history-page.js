/** All sessions: filters, a search over questions and answers, the trend, and each session one step away. */
import { html, nothing } from 'lit';
import { confidenceTallies, reversals } from '../api.js';
import { kept } from '../lib/account.js';
import { DocumentKeys, walk } from '../lib/document-keys.js';
import { hideScores, scoresHidden } from '../lib/hidden-scores.js';
import { isTyping } from '../lib/keys-sheet.js';
import { PAGE, showMore } from '../lib/long-list.js';
import { Page } from '../lib/page.js';
import { capital, count, inWords } from '../lib/time.js';
import { historyRows } from './history-rows.js';
import { HistorySearch } from './history-search.js';
import { confidenceLine } from './remarks.js';
import './reversals.js';
import './score-trend.js';

/** @import { History, Reversal, Sureness } from '../lib/types.js' */
/** @import { Filters } from './history-search.js' */

/** @type {Filters} */
const NO_FILTERS = { words: '', topic: '', mode: '', since: '', noted: false };
/** Sessions that are listed at first. */
const FIRST_ROWS = 25;

class HistoryPage extends Page {
  static properties = { filters: { state: true }, scored: { state: true }, deleting: { state: true } };

  constructor() {
    super();
    /** @type {Sureness | null} */
    this.sure = null;
    /** @type {Reversal[]} */
    this.reversals = [];
    this.filters = NO_FILTERS;
    this.shown = FIRST_ROWS;
    this.scored = !scoresHidden();
    /** Whether each session shows a way to delete it. */
    this.deleting = false;
    this.search = new HistorySearch(() => this.requestUpdate());
    new DocumentKeys(this, (event) => {
      if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey || document.querySelector(':popover-open')) return;
      const key = event.key.toLowerCase();
      if (key === '/') this.querySelector('input')?.focus();
      else if (key === 'j' || key === 'k') this.walk(key === 'j' ? 1 : -1);
      else return;
      event.preventDefault();
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.search.stop();
  }

  async load() {
    [, this.sure, this.reversals] = await Promise.all([this.search.read(this.filters, this.shown), confidenceTallies(), reversals()]);
  }

  pageTitle() {
    return 'History';
  }

  /** Moves the focus over the sessions. @param {number} by */
  walk(by) {
    walk(this.querySelectorAll('.history-table tbody th a'), by);
  }

  /** @param {Event} event */
  filter(event) {
    const field = /** @type {HTMLInputElement | HTMLSelectElement} */ (event.target);
    this.filters = { ...this.filters, [field.name]: field instanceof HTMLInputElement && field.type === 'checkbox' ? field.checked : field.value };
    this.look();
  }

  look() {
    this.shown = FIRST_ROWS;
    this.search.look(this.filters, this.shown);
  }

  more() {
    this.shown += PAGE;
    return this.search.ask(this.filters, this.shown);
  }

  sheet() {
    const { scored } = this.search;
    const history = /** @type {History} */ (this.search.history);
    if (history.all === 0) return none();
    const { found, sessions: rows } = history;
    return html`
      <div class="row">
        <div class="script">
          <h1>History</h1>
          ${this.fields(history)}
        </div>
        <aside class="margin" aria-label="Trend">
          ${this.scored && this.sure ? html`<score-trend .sessions=${scored} .solid=${this.sure.from} .what=${this.filters.mode === 'practice' ? 'Rounds of practice' : 'Interviews'}></score-trend>` : nothing}
          ${this.scored && this.sure ? html`<p class="remark">${confidenceLine(this.sure)}</p>` : nothing}
        </aside>
      </div>
      <div class="row">
        <div class="script">
          <p class="soft" role="status">${this.caption(history)}</p>
          ${found > 0
            ? historyRows(rows, { scored: this.scored, now: Date.now(), deleted: this.deleting ? () => this.gone() : null })
            : html`<p class="actions"><button class="action" type="button" @click=${this.showAll}>Show all sessions</button></p>`}
          ${showMore(rows.length, found, () => this.more())}
        </div>
        <aside class="margin" aria-label="About the list">
          <p class="remark">A session opens as it was that day, with that day's questions and references.</p>
          <p>
            <label class="choice"><input type="checkbox" .checked=${!this.scored} @change=${this.hide} /> hide scores until I ask</label>
          </p>
          <p><button class="action-quiet small" type="button" aria-pressed=${this.deleting} @click=${() => (this.deleting = !this.deleting)}>${this.deleting ? 'Done deleting' : 'Delete sessions…'}</button></p>
        </aside>
      </div>
      <own-reversals .found=${this.reversals} ?scored=${this.scored}></own-reversals>`;
  }

  showAll() {
    this.filters = NO_FILTERS;
    this.look();
  }

  /** @param {History} history */
  fields({ topics }) {
    const { words, topic, mode, since, noted } = this.filters;
    return html`<form class="filters" role="search" @input=${this.filter} @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
      <div class="filter-search"><label for="find">Search questions, my answers and notes <kbd>/</kbd></label><input type="search" id="find" name="words" dir="auto" .value=${words} autocomplete="off" /></div>
      <div>
        <label for="topic">Topic</label>
        <select class="field" id="topic" name="topic" .value=${topic}>
          <option value="">all</option>
          ${topics.map(({ id, title }) => html`<option value=${id}>${title}</option>`)}
        </select>
      </div>
      <div>
        <label for="mode">Mode</label>
        <select class="field" id="mode" name="mode" .value=${mode}>
          <option value="">all</option>
          <option value="interview">interview</option>
          <option value="practice">practice</option>
        </select>
      </div>
      <div><label for="since">Since</label><input type="date" id="since" name="since" .value=${since} /></div>
      <div><label class="choice"><input type="checkbox" name="noted" .checked=${noted} /> with my notes</label></div>
    </form>`;
  }

  /** @param {History} history */
  caption({ all, found }) {
    const reading = this.search.problem ? ` ${this.search.problem.message}` : this.search.waiting ? ' Searching…' : '';
    if (found === all) return `${capital(all > 12 ? String(all) : inWords(all))} ${all === 1 ? 'session' : 'sessions'}.${reading}`;
    return `${found} of ${count(all, 'session')}.${reading}`;
  }

  /** After a session was deleted. */
  async gone() {
    await this.search.ask(this.filters, this.shown);
    await this.updateComplete;
    const heading = this.querySelector('h1');
    if (heading) heading.tabIndex = -1;
    heading?.focus();
  }

  /** @param {Event} event */
  hide(event) {
    hideScores(/** @type {HTMLInputElement} */ (event.target).checked);
    this.scored = !scoresHidden();
  }
}
customElements.define('history-page', HistoryPage);

const none = () => html`<div class="row">
  <div class="script">
    <h1>History</h1>
    <p>No interviews yet. Five questions take about 15 minutes.</p>
    <p class="actions"><a class="action-primary" href="/" data-first>Start <kbd>⏎</kbd></a></p>
  </div>
  <div class="margin"><p class="remark">Your answers and their marks are kept ${kept()}.</p></div>
</div>`;
