/** What was written after the time: kept, shown, and not part of the mark. */
import { html, nothing } from 'lit';
import { clockFigure } from '../lib/time.js';

/** @import { Question } from '../lib/types.js' */

/** @param {Question} question @param {boolean} [theirs] whether somebody else than the one who answered reads it */
export function afterTime({ answer, place }, theirs = false) {
  if (!answer?.overtime) return nothing;
  const { text, overtime } = answer;
  const added = overtime.startsWith(text);
  return html`<section class="row" aria-labelledby="after-time-${place}">
    <div class="script">
      <h2 id="after-time-${place}" class="answer-head">${added ? 'Written after time was up' : `${theirs ? 'The' : 'Your'} answer as it was after time was up`}</h2>
      <p class="after-time" dir="auto">${added ? html`${text.trim() === '' ? nothing : html`<span class="soft" aria-hidden="true">… </span>`}${overtime.slice(text.length).trimStart()}` : overtime}</p>
    </div>
    <div class="margin"><p class="remark">Saved but not graded: the mark is for what ${theirs ? 'was there' : 'you had'} when time was up.</p></div>
  </section>`;
}

/** `+01:20` @param {number} left milliseconds, below zero */
export const overFigure = (left) => `+${clockFigure(Math.max(0, -left - 999))}`;
