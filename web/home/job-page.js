/** A job description, pasted: what it calls for out of the bank, the words that call for it, what the bank has nothing on, and the interview. */
import { html, nothing } from 'lit';
import { Problem, readJob, startSession } from '../api.js';
import { keepWriteLock } from '../answer/write-lock.js';
import { kept } from '../lib/account.js';
import { Page } from '../lib/page.js';
import { go } from '../lib/router.js';
import { count, inWords } from '../lib/time.js';
import { withoutTicks } from '../lib/words.js';

/** @import { CalledFor } from '../lib/types.js' */

/** The server takes no longer text. */
const MOST_LETTERS = 20_000;
const COUNTS = [3, 5, 10];
/** Questions of a topic that are shown before the rest is unfolded. */
const SHOWN = 3;

class JobPage extends Page {
  static properties = { found: { state: true }, refused: { state: true }, busy: { state: true }, questions: { state: true } };

  constructor() {
    super();
    /** @type {CalledFor | null} */
    this.found = null;
    /** @type {Problem | null} */
    this.refused = null;
    this.busy = false;
    /** How many questions the interview has. */
    this.questions = 5;
  }

  pageTitle() {
    return 'From a job description';
  }

  get text() {
    return this.querySelector('textarea')?.value ?? '';
  }

  /** @param {Event} [event] */
  async read(event) {
    event?.preventDefault();
    if (this.busy || this.text.trim() === '') return;
    this.busy = true;
    try {
      this.found = await readJob(this.text, this.questions);
      this.refused = null;
    } catch (thrown) {
      this.refused = Problem.of(thrown);
    }
    this.busy = false;
    await this.updateComplete;
    const head = this.querySelector('#called-head');
    if (event && head instanceof HTMLElement) head.focus();
  }

  /** @param {number} n */
  async choose(n) {
    this.questions = n;
    await this.read();
  }

  async start() {
    if (this.busy || !this.found || this.found.picked.length === 0) return;
    this.busy = true;
    try {
      const { picked } = this.found;
      const session = await startSession({ mode: 'interview', topics: [], picked, questions: picked.length, pace: { kind: 'suggested', factor: 1 } });
      keepWriteLock(session.id, session.writeLock ?? '');
      go(`/sessions/${session.id}`, { state: { fresh: true } });
    } catch (thrown) {
      this.refused = Problem.of(thrown);
    }
    this.busy = false;
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.read(event);
  }

  sheet() {
    return html`
      <div class="row">
        <div class="script">
          <h1>From a job description</h1>
          <form class="job-form" @submit=${this.read} @keydown=${this.key}>
            <label for="job-text">Paste the job description</label>
            <textarea id="job-text" class="prose-small job-text" rows="8" dir="auto" maxlength=${MOST_LETTERS}></textarea>
            <p class="actions"><button class=${this.found ? 'action' : 'action-primary'} type="submit" aria-disabled=${this.busy}>${this.busy ? 'Reading…' : 'See what it calls for'} <kbd>Ctrl ⏎</kbd></button></p>
          </form>
          ${this.refused ? html`<div class="notice broken" role="alert"><p>${this.refused.message}</p></div>` : nothing}
        </div>
        <aside class="margin" aria-label="What happens to the text">
          <p class="remark">The text is read ${kept()} and not kept. The same text gives the same interview.</p>
        </aside>
      </div>
      ${this.found ? this.called(this.found) : nothing}`;
  }

  /** @param {CalledFor} found */
  called({ topics, missing, picked, likeness }) {
    const questions = topics.reduce((sum, topic) => sum + topic.questions.length, 0);
    if (questions === 0) {
      return html`<section class="row" aria-labelledby="called-head">
        <div class="script"><h2 id="called-head" tabindex="-1">Nothing in your bank fits it</h2>${notThere(missing)}</div>
        <div class="margin"></div>
      </section>`;
    }
    const chosen = new Set(picked);
    return html`<section class="row" aria-labelledby="called-head">
        <div class="script">
          <h2 id="called-head" tabindex="-1">It calls for ${count(questions, 'question')} on ${count(topics.length, 'topic')}</h2>
          <div class="actions">
            <button class="action-primary" type="button" aria-disabled=${this.busy} @click=${this.start}>Start an interview of ${inWords(picked.length)}</button>
            <fieldset class="choices">
              <legend class="unseen">How many questions</legend>
              ${COUNTS.map((n) => html`<label class="choice"><input type="radio" name="count" .checked=${this.questions === n} @change=${() => this.choose(n)} /> <span>${inWords(n)}</span></label>`)}
            </fieldset>
          </div>
          ${notThere(missing)}
        </div>
        <div class="margin">
          <p class="remark">The questions with a tick are in the interview.</p>
          ${likeness === 'words' ? html`<p class="remark">The questions are still being read, so only shared words were compared. Ask again in a moment.</p>` : nothing}
        </div>
      </section>
      ${topics.map(
        ({ id, title, questions: asked }) => html`<section class="row" aria-labelledby="called-${id}">
          <div class="script">
            <h3 id="called-${id}"><a href="/topics/${id}">${title}</a></h3>
            <ul class="ruled called-list">${asked.slice(0, SHOWN).map((one) => line(one, chosen))}</ul>
            ${asked.length > SHOWN
              ? html`<details class="small"><summary>${count(asked.length - SHOWN, 'more question')}</summary><ul class="ruled called-list">${asked.slice(SHOWN).map((one) => line(one, chosen))}</ul></details>`
              : nothing}
          </div>
          <div class="margin"></div>
        </section>`,
      )}`;
  }
}
customElements.define('job-page', JobPage);

/** @param {{id: string, prompt: string, quote: string}} question @param {Set<string>} chosen */
const line = ({ id, prompt, quote }, chosen) => html`<li>
  <span dir="auto">${withoutTicks(prompt)}</span>${chosen.has(id) ? html` <span class="made verdict"><span aria-hidden="true">✓</span><span class="unseen">in the interview</span></span>` : nothing}
  <span class="beneath small soft">called for by <q dir="auto">${quote}</q></span>
</li>`;

/** @param {string[]} missing */
const notThere = (missing) =>
  missing.length === 0 ? nothing : html`<p>Not in your bank: ${missing.join(', ')}. <a href="/topics">Your topics</a></p>`;
