/** Five steps for an answer that has nothing to be marked against. Says `judge` with a score from 0 to 1. */
import { html, nothing } from 'lit';
import { LightElement } from '../lib/page.js';
import { emit } from '../lib/emit.js';

/** @import { Question } from '../lib/types.js' */

const STEPS = [
  { percent: 0, words: 'nothing of it' },
  { percent: 25, words: 'a little' },
  { percent: 50, words: 'half' },
  { percent: 75, words: 'most' },
  { percent: 100, words: 'all of it' },
];

class SelfJudgement extends LightElement {
  static properties = { question: { attribute: false } };

  constructor() {
    super();
    /** @type {Question | null} */
    this.question = null;
  }

  render() {
    const { question } = this;
    if (!question) return nothing;
    const { place, score, outcome, references = [] } = question;
    const now = outcome === 'self-marked' ? (score?.percent ?? null) : null;
    return html`<form>
      <fieldset class="steps">
        <legend>${now === null ? 'How much of a good answer is there?' : 'Your own mark; you can change it.'}</legend>
        <p class="soft">${references.length > 0 ? 'Compare with the reference below first.' : 'There is no reference answer to this question.'}</p>
        ${STEPS.map(
          ({ percent, words }) => html`<label class="choice">
            <input type="radio" name="judgement-${place}" .checked=${percent === now} @change=${() => emit(this, 'judge', { score: percent / 100 })} />
            <span><span class="figure">${percent}</span> <span class="soft">${words}</span></span>
          </label>`,
        )}
      </fieldset>
    </form>`;
  }
}
customElements.define('self-judgement', SelfJudgement);
