/** Two of the candidate's own answers that do not go together, side by side. */
import { html, nothing } from 'lit';
import { LightElement } from '../lib/page.js';
import { withCode } from '../lib/inline-code.js';
import { capital, count, day, dayAndTime, daysBetween, inWords } from '../lib/time.js';
import { answerText } from './answer-text.js';

/** @import { Reversal, SaidThen } from '../lib/types.js' */

/** More are folded away. */
const SHOWN = 2;
/** Lost points that are named. */
const LOST_SHOWN = 3;

class OwnReversals extends LightElement {
  static properties = { found: { attribute: false }, scored: { type: Boolean }, all: { state: true } };

  constructor() {
    super();
    /** @type {Reversal[]} contradictions first */
    this.found = [];
    /** Whether scores may be seen. */
    this.scored = false;
    this.all = false;
  }

  render() {
    if (this.found.length === 0) return nothing;
    const shown = this.all ? this.found : this.found.slice(0, SHOWN);
    const rest = this.found.length - shown.length;
    return html`<div class="row">
      <section class="script" aria-labelledby="reversals-head">
        <h2 id="reversals-head">Answers that contradict an earlier one or got worse</h2>
        ${shown.map((one) => this.pair(one))}
        ${rest > 0 ? html`<p class="screen-only"><button class="quiet" type="button" @click=${() => (this.all = true)}>${capital(inWords(rest))} more</button></p>` : nothing}
      </section>
      <div class="margin"><p class="remark">Your latest answer to each question, beside your best one before it.</p></div>
    </div>`;
  }

  /** @param {Reversal} pair */
  pair({ prompt, lost, earlier, later }) {
    const sameDay = daysBetween(earlier.at, later.at) === 0;
    return html`<article class="reversal">
      <h3 dir="auto">${prompt}</h3>
      <ul class="lost">
        ${lost.slice(0, LOST_SHOWN).map(({ statement, contradicted }) => html`<li><span class="verdict ${contradicted ? 'contradicted' : 'not-said'}">${contradicted ? 'Now the opposite' : 'Now left out'}</span> <span dir="auto">${withCode(statement)}</span></li>`)}
        ${lost.length > LOST_SHOWN ? html`<li class="soft">and ${count(lost.length - LOST_SHOWN, 'more point')}</li>` : nothing}
      </ul>
      <div class="two-answers">${this.answer('Then', earlier, sameDay)}${this.answer('Now', later, sameDay)}</div>
    </article>`;
  }

  /** @param {string} word @param {SaidThen} answer @param {boolean} sameDay as the other one */
  answer(word, { session, place, at, percent, text }, sameDay) {
    return html`<div>
      <p class="small"><a href="/sessions/${session}/questions/${place + 1}">${word}, ${sameDay ? dayAndTime(at, Date.now()) : day(at, Date.now())}</a>${this.scored ? html` <strong class="figure">${percent}</strong> <span class="soft">of 100</span>` : nothing}</p>
      <div class="answer-text">${answerText(text, [])}</div>
    </div>`;
  }
}
customElements.define('own-reversals', OwnReversals);
