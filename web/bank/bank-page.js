/** The questions of the bank: found by words and by what they are, with the ways to import, write and change them. */
import { html, nothing } from 'lit';
import { findQuestions } from '../api.js';
import { changesQuestions } from '../lib/account.js';
import { Page } from '../lib/page.js';
import { DIFFICULTIES, difficultyWord } from '../lib/difficulty.js';
import { capital, count } from '../lib/time.js';
import { letterWords } from './letters.js';

/** @import { BankQuestion, FoundQuestions } from '../lib/types.js' */

const PAGE = 50;
/** How long to wait after the last key. */
const PATIENCE_MILLIS = 250;
const FILTERS = ['words', 'topic', 'letter', 'difficulty', 'tag'];

class BankPage extends Page {
  static properties = { found: { state: true } };

  constructor() {
    super();
    /** @type {FoundQuestions | null} */
    this.found = null;
    const asked = new URLSearchParams(location.search);
    /** @type {Record<string, string>} */
    this.filters = Object.fromEntries(FILTERS.map((name) => [name, asked.get(name) ?? '']));
    this.shown = PAGE;
    this.asked = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  async load() {
    const asked = ++this.asked;
    const found = await findQuestions(this.filters, this.shown);
    if (asked === this.asked) this.found = found;
  }

  pageTitle() {
    return 'Questions';
  }

  /** @param {Event} event */
  look(event) {
    const field = /** @type {HTMLInputElement | HTMLSelectElement} */ (event.target);
    this.filters = { ...this.filters, [field.name]: field.value.trim() };
    this.shown = PAGE;
    const set = Object.entries(this.filters).filter(([, value]) => value !== '');
    history.replaceState(null, '', set.length > 0 ? `/questions?${new URLSearchParams(set)}` : '/questions');
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.open(), PATIENCE_MILLIS);
  }

  more() {
    this.shown += PAGE;
    this.open();
  }

  sheet() {
    const { questions, listed, topics, tags, items, alike } = /** @type {FoundQuestions} */ (this.found);
    const { words, topic, letter, difficulty, tag } = this.filters;
    return html`<div class="row">
        <div class="script">
          <h1>Questions</h1>
          <p class="actions">${changesQuestions() ? html`<a class="action-primary" href="/questions/import">Import questions</a> <a class="action" href="/questions/new">Write a question</a> ` : nothing}<a class="action-quiet" href="/data">Save them as a file</a></p>
        </div>
        <div class="margin"></div>
      </div>
      <div class="row">
        <div class="whole">
          <form class="bank-filters" role="search" @submit=${(/** @type {Event} */ event) => event.preventDefault()} @input=${this.look}>
            <div class="field grows"><label for="words">Words</label><input type="search" id="words" name="words" .value=${words ?? ''} autocomplete="off" /></div>
            ${choice('topic', 'Topic', topic, topics.map(({ id, title }) => [id, title]))}
            ${choice('difficulty', 'Difficulty', difficulty, DIFFICULTIES.map((word) => [word, capital(difficultyWord(word))]))}
            ${choice('letter', 'Marking', letter, /** @type {const} */ (['A', 'B', 'C']).map((word) => [word, letterWords(word)]))}
            ${Object.keys(tags).length > 0 ? choice('tag', 'Tag', tag, Object.keys(tags).map((word) => [word, word])) : nothing}
          </form>
          <p class="small soft" role="status">${listed === questions ? count(questions, 'question') : `${listed} of ${count(questions, 'question')}`}</p>
          <ul class="ruled bank-list">${items.map(line)}</ul>
          ${alike.length > 0 ? html`<h2>Similar in meaning</h2><ul class="ruled bank-list">${alike.map(line)}</ul>` : nothing}
          ${listed > items.length ? html`<p><button class="quiet" type="button" @click=${this.more}>Show the next ${Math.min(PAGE, listed - items.length)}</button></p>` : nothing}
        </div>
      </div>`;
  }
}
customElements.define('bank-page', BankPage);

/** @param {string} name @param {string} label @param {string | undefined} chosen @param {(readonly [string, string])[]} options */
const choice = (name, label, chosen, options) => html`<div class="field"><label for=${name}>${label}</label>
  <select class="field" id=${name} name=${name}>
    <option value="">Any</option>
    ${options.map(([value, word]) => html`<option value=${value} ?selected=${value === chosen}>${word}</option>`)}
  </select></div>`;

/** @param {BankQuestion} question */
const line = ({ id, prompt, topic, difficulty, letter, reason, own }) => html`<li>
  <a class="q" href="/questions/${id}" dir="auto">${prompt}</a>
  <span class="small soft">${topic.title}, <span class="nowrap">${difficultyWord(difficulty)}</span>${own ? ', yours' : ''}</span>
  <span class="small soft letter" title=${reason}>${letter && letter !== 'A' ? letterWords(letter) : ''}</span>
</li>`;
