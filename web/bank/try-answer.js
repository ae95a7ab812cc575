/** A box to try an answer to the question in the editor; it is marked as one types, and nothing is kept. */
import { html, nothing } from 'lit';
import { tryQuestion } from '../api.js';
import { LiveMarks } from '../lib/live-marks.js';
import { LightElement } from '../lib/page.js';

/** @import { EditedQuestion, FindingKind, Grade } from '../lib/types.js' */

/** In the order in which they need somebody. @type {[FindingKind, string][]} */
const GROUPS = [
  ['unclear', 'Unclear'],
  ['contradicted', 'Contradicted'],
  ['not-said', 'Not said'],
  ['made', 'Made'],
];

class TryAnswer extends LightElement {
  static properties = { question: { attribute: false } };

  constructor() {
    super();
    /** @type {EditedQuestion | null} */
    this.question = null;
    this.text = '';
    this.marking = new LiveMarks(this, () => (this.question && this.text.trim() !== '' ? tryQuestion(this.question, this.text) : null));
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('question') && this.text.trim() !== '') this.marking.soon();
  }

  /** @param {InputEvent} event */
  type(event) {
    this.text = /** @type {HTMLTextAreaElement} */ (event.target).value;
    this.marking.typed();
  }

  render() {
    const { grade, problem, waiting } = this.marking;
    return html`<h2 id="try-head">Try an answer</h2>
      <textarea class="boxed" rows="4" aria-labelledby="try-head" dir="auto" @input=${this.type}></textarea>
      <div class="points" aria-live="polite" aria-busy=${waiting}>
        ${problem ? html`<p class="failed-word">${problem.message}</p>` : nothing}
        ${grade && !problem ? this.marks(grade) : nothing}
      </div>
      <p class="small soft">Marked as you type. Nothing is kept.</p>`;
  }

  /** @param {Grade} grade */
  marks({ percent, findings, deductions, marking }) {
    const lines = findings.map((finding, at) => ({ finding, line: marking.lines[at] }));
    return html`<p class="tried-score"><strong>${percent}</strong> of 100</p>
      ${GROUPS.map(([kind, word]) => {
        const here = lines.filter(({ finding }) => finding.kind === kind);
        if (here.length === 0) return nothing;
        return html`<section class=${kind}>
          <h3><span class="sign" aria-hidden="true"></span>${word}</h3>
          <ul>${here.map(({ finding, line }) => html`<li class="point"><span class="n"></span><p class="says">${finding.point.statement}</p><span class="worth">${line ? `${line.points} of ${line.most}` : ''}</span></li>`)}</ul>
        </section>`;
      })}
      ${deductions.map(({ reason }) => html`<p class="small">${reason}</p>`)}`;
  }
}
customElements.define('try-answer', TryAnswer);
