/** What the grade was made with, and a way to have it made again. */
import { html, nothing } from 'lit';
import { Problem, stability, tryWords } from '../api.js';
import { LightElement } from '../lib/page.js';
import { timeOfDay, times } from '../lib/time.js';
import { signed } from '../lib/words.js';

/** @import { Grade, Question } from '../lib/types.js' */

/** Enough of a checksum to tell two apart. */
const SHOWN_DIGITS = 8;

class GradeReceipt extends LightElement {
  static properties = { question: { attribute: false }, session: { type: String }, checked: { state: true } };

  constructor() {
    super();
    /** @type {Question | null} */
    this.question = null;
    this.session = '';
    /** What came of checking. */
    this.checked = '';
  }

  render() {
    const stamp = this.question?.grade?.stamp;
    if (!stamp) return nothing;
    return html`<div class="receipt">
      <p class="margin-head">Receipt</p>
      <p>
        Marked by grader ${stamp.grader}, calibration ${stamp.calibration}, model
        <code title=${stamp.model}>${stamp.model.slice(0, SHOWN_DIGITS)}</code>. The same answer gets the same score.
      </p>
      <p class="actions screen-only"><button class="action-quiet" type="button" @click=${this.check}>Check again</button> <button class="action-quiet" type="button" @click=${this.reword}>Reword it 20 times</button></p>
      <p role="status">${this.checked}</p>
    </div>`;
  }

  async reword() {
    const { question } = this;
    if (!question) return;
    this.checked = 'Marking the same answer in other words…';
    try {
      const { rewordings, low, high } = await stability(this.session, question.place);
      this.checked =
        rewordings === 0 ? 'This answer is too short to reword.' : `The same answer, reworded ${times(rewordings)} (other order, short forms, typos), scores ${low === high ? `${low} each time` : `between ${low} and ${high}`}.`;
    } catch (thrown) {
      this.checked = Problem.of(thrown).message;
    }
  }

  async check() {
    const { question } = this;
    const kept = question?.grade;
    if (!kept) return;
    this.checked = 'Marking it again…';
    try {
      const again = await tryWords(this.session, question.place, question.answer?.text ?? '');
      const at = timeOfDay(Date.now());
      this.checked = same(kept, again)
        ? `Checked ${at}: the same score, point by point.`
        : `Checked ${at}: today it would be ${again.percent} (${signed(again.percent - kept.percent)}), by grader ${again.stamp.grader}. The saved mark does not change.`;
    } catch (thrown) {
      this.checked = Problem.of(thrown).message;
    }
  }
}
customElements.define('grade-receipt', GradeReceipt);

/** @param {Grade} a @param {Grade} b */
const same = (a, b) => JSON.stringify([a.score, a.findings, a.deductions]) === JSON.stringify([b.score, b.findings, b.deductions]);
