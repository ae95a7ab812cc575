/** The top of a mark: the figure, how far it could go, and one sentence. */
import { html, nothing } from 'lit';
import { SURE } from '../lib/confidence.js';
import { withCode } from '../lib/inline-code.js';
import { inWords } from '../lib/time.js';
import { inForce, whoseWord } from './points.js';
import './score-scale.js';

/** @import { Question } from '../lib/types.js' */
/** @import { Row } from './points.js' */

/** @param {Question} question @param {Row[]} rows @param {(() => void) | null} undoWhole null if somebody else reads it */
export function scoreHead(question, rows, undoWhole) {
  const { score } = question;
  if (!score) return nothing;
  return html`<div class="score" role="group" aria-label="Score">
    <p class="score-line" role="status"><strong class="score-figure">${score.percent}</strong> <span>of 100${sureness(question, undoWhole === null)}</span></p>
    ${scale(question)}
    <p class="small interval" aria-live="polite">${interval(question, rows, undoWhole)}</p>
  </div>`;
}

/** What the answer did, in one sentence. @param {Question} question */
export const gistLine = ({ outcome, gist = '' }) => (outcome === 'marked' && gist !== '' ? html`<p class="remark gist-line" dir="auto">${withCode(gist)}</p>` : nothing);

/** @param {Question} question */
function scale({ score, marking, corrections = [] }) {
  const open = marking && !inForce(corrections, '') ? marking : null;
  return html`<score-scale .at=${score?.percent ?? 0} .low=${open?.low ?? score?.percent ?? 0} .high=${open?.high ?? score?.percent ?? 0}></score-scale>`;
}

/** @param {Question} question @param {boolean} theirs */
function sureness({ answer }, theirs) {
  const said = answer?.confidence ?? 'unsaid';
  return said === 'unsaid' ? nothing : html`<br />${theirs ? 'was' : 'you were'} ${SURE[said]}`;
}

/** @param {Question} question @param {Row[]} rows @param {(() => void) | null} undoWhole */
function interval({ score, marking, grade, outcome, corrections = [] }, rows, undoWhole) {
  if (outcome === 'self-marked') return undoWhole ? 'Your own mark.' : 'Marked by the candidate.';
  if (!marking || !grade || !score) return '';
  const whole = inForce(corrections, '');
  if (whole) {
    return html`The whole answer counts ${score.percent} by ${whoseWord(whole, !undoWhole)} word. By the points it is ${marking.percent}.${undoWhole && !whole.reviewer ? html` <button class="quiet" type="button" @click=${undoWhole}>Undo</button>` : nothing}`;
  }
  const open = rows.filter(({ kind, correction }) => kind === 'unclear' && !correction).length;
  const { low, high, own, percent } = marking;
  return [
    low === high ? '' : open > 0 ? `Between ${low} and ${high}, ${undoWhole ? `once you answer ${inWords(open)} question${open === 1 ? '' : 's'}` : `with ${inWords(open)} point${open === 1 ? '' : 's'} unclear`}.` : `Between ${low} and ${high}: the grader is not sure.`,
    own === percent ? '' : ` The grader says ${own}. ${corrections.some(({ inForce: counts, reviewer }) => counts && reviewer) ? 'Corrections' : undoWhole ? 'You' : 'The candidate'} ${percent > own ? 'added' : 'took off'} ${Math.abs(percent - own)}.`,
  ].join('');
}
