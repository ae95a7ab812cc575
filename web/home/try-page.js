/** First run: one question to try at once, marked and not kept. */
import { html, nothing } from 'lit';
import { Problem, health, sample, trySample } from '../api.js';
import { kept } from '../lib/account.js';
import { fromServer } from '../lib/markup.js';
import { Page, focusHeading } from '../lib/page.js';

/** @import { Question } from '../lib/types.js' */

/** While the sentence model loads the answer is sent again after this long. */
const AGAIN_MILLIS = 1500;

class TryPage extends Page {
  static properties = { question: { state: true }, marked: { state: true }, marking: { state: true }, refused: { state: true } };

  constructor() {
    super();
    /** @type {Question | null} */
    this.question = null;
    /** @type {Question | null} the same with what was answered and its marks */
    this.marked = null;
    /** What is going on, in words. */
    this.marking = '';
    /** @type {Problem | null} */
    this.refused = null;
  }

  async load() {
    this.question = await sample();
  }

  pageTitle() {
    return this.marked?.score ? `Try one: ${this.marked.score.percent} of 100` : 'Try one';
  }

  /** @param {Event} event */
  async mark(event) {
    event.preventDefault();
    const text = this.querySelector('textarea')?.value ?? '';
    if (text.trim() === '' || this.marking) return;
    this.refused = null;
    this.marking = 'Marking…';
    try {
      await import('../review/marked-answer.js');
      this.marked = await this.graded(text);
      await this.updateComplete;
      const heading = this.querySelector('h1');
      if (heading) focusHeading(heading);
      scrollTo({ top: 0 });
    } catch (thrown) {
      this.refused = Problem.of(thrown);
    }
    this.marking = '';
  }

  /** @param {string} text @returns {Promise<Question>} */
  async graded(text) {
    // asked about first: an answer sent too early would be refused
    while (this.isConnected && (await health()).model.state === 'loading') {
      this.marking = 'The sentence model is loading; your answer is marked as soon as it is ready.';
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MILLIS));
    }
    return trySample(text);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.mark(event);
  }

  sheet() {
    const question = /** @type {Question} */ (this.question);
    return this.marked ? this.shown(this.marked) : this.asking(question);
  }

  /** @param {Question} question */
  asking({ promptHtml }) {
    return html`<div class="row">
      <div class="script">
        <p class="soft">Try one: 60 seconds, no account, nothing is saved.</p>
        <h1 class="question" dir="auto">${fromServer(promptHtml)}</h1>
        <form class="try-one" @submit=${this.mark} @keydown=${this.key}>
          <label class="unseen" for="try">Your answer</label>
          <textarea class="editor" id="try" rows="6" dir="auto" data-first placeholder="Two or three sentences, as you would say them."></textarea>
          <p role="status" class="soft">${this.marking}</p>
          ${this.refused ? html`<p class="notice broken" role="alert">${this.refused.message}</p>` : nothing}
          <p class="actions">
            <button class="action-primary" type="submit" aria-disabled=${this.marking !== ''}>Mark it <kbd>Ctrl ⏎</kbd></button>
            <a class="action-quiet" href="/">Straight to an interview</a> <a class="action-quiet" href="/topics">Choose topics</a>
          </p>
        </form>
      </div>
      <aside class="margin" aria-label="What to expect">
        <p class="margin-head">How it is marked</p>
        ${threeLines()}
      </aside>
    </div>`;
  }

  /** @param {Question} marked */
  shown(marked) {
    return html`<marked-answer
        .question=${marked}
        .crumb=${'Your first answer; not saved'}
        .next=${html`<p class="actions">
          <a class="action-primary" href="/">Start an interview</a> <a href="/topics">Choose topics</a>
          <button class="quiet" type="button" @click=${() => this.again()}>Answer it again</button>
        </p>`}
      ></marked-answer>
      <div class="row">
        <div class="script"><h2>How ${marked.score?.percent} was calculated</h2>${threeLines()}</div>
        <div class="margin"></div>
      </div>`;
  }

  async again() {
    const text = this.marked?.answer?.text ?? '';
    this.marked = null;
    await this.updateComplete;
    const box = this.querySelector('textarea');
    if (!box) return;
    box.value = text;
    box.focus();
  }
}
customElements.define('try-page', TryPage);

const threeLines = () => html`<ol class="three-lines remark">
  <li>Your answer is compared with reference answers, ${kept()}.</li>
  <li>Each point it makes adds to the score; the words that decided are underlined.</li>
  <li>The same answer always gets the same score. Where it is wrong, you correct it.</li>
</ol>`;
