/** The sum at the foot of the margin, the candidate's own word about the whole, and the doubts. */
import { html, nothing } from 'lit';
import { hourAndMinute } from '../lib/time.js';
import { inForce, sumLine } from './addends.js';

/** @import { Question } from '../lib/types.js' */
/** @import { Marking } from './notes.js' */

/** @param {Question} question @param {Marking} marking */
export function arithmetic({ grade, score, corrections = [] }, { percent, word, parts }) {
  const whole = inForce(corrections, '');
  return html`<div class="arithmetic">
      <p class="sum">${percent}</p>
      <p class="sum-words">of 100${whole ? ' by the points' : html`, <strong>${word}</strong>`}</p>
      <p class="sum-line">${sumLine(parts, percent)}</p>
      ${whole && score
        ? html`<p class="sum">${score.percent}</p>
            <p class="sum-words">of 100, <strong>${score.word}</strong></p>
            <p class="sum-line">the whole answer, by you, ${hourAndMinute(whole.at)}</p>`
        : nothing}
    </div>
    ${grade && grade.doubts.length > 0
      ? html`<div class="doubts">
          <p class="margin-head">Not sure, because</p>
          ${grade.doubts.map((doubt) => html`<p class="remark">${doubt}</p>`)}
        </div>`
      : nothing}`;
}

/** A score without parts. @param {number | null} percent @param {unknown} words */
export const bareSum = (percent, words) => html`<div class="arithmetic">
    <p class="sum">${percent ?? '–'}</p>
    <p class="sum-words">${words}</p>
  </div>`;
