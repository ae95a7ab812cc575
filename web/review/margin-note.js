/** One note in the margin: letter, addend, what a good answer says, the finding in a word, and why. */
import { html, nothing } from 'lit';
import { withCode } from '../lib/inline-code.js';
import { hourAndMinute } from '../lib/time.js';
import { signed } from './addends.js';
import { mark } from './answer-text.js';
import { FINDING_WORDS } from './notes.js';

/** @import { Misconception } from '../lib/types.js' */
/** @import { Note } from './notes.js' */

/**
 * @param {Note} note
 * @param {object} how
 * @param {number} how.place of the question
 * @param {boolean} how.folded in one line
 * @param {Misconception[]} how.misconceptions of the question
 */
export function marginNote(note, { place, folded, misconceptions }) {
  const id = mark(place, note);
  const letter =
    note.at >= 0
      ? html`<a class="note-key" href="#phrase-${id}" aria-label="point ${note.letter}, to the words in the answer">${note.letter}</a>`
      : html`<span class="note-key">${note.letter}</span>`;
  return html`
    <li class="margin-note ${note.kind} ${folded ? 'folded' : ''} ${note.at < 0 ? 'wordless' : ''}" id="note-${id}" data-point=${id}>
      ${letter}
      <span class="addend">${signed(note.points)}</span>
      <div class="note-text">
        <p class="key-point" dir="auto">${withCode(note.statement)}</p>
        <div class="note-line">${findingWord(note.kind)}${note.finding ? why(note) : nothing}</div>
        ${note.finding?.reason && !note.correction ? contradiction(note, misconceptions) : nothing}
      </div>
    </li>`;
}

/** Mark and word. @param {Note["kind"]} kind @param {boolean} [wordUnseen] */
export const findingWord = (kind, wordUnseen = false) =>
  html`<span class="finding ${kind}"><span class="mark" aria-hidden="true"></span> <span class=${wordUnseen ? 'unseen' : ''}>${FINDING_WORDS[kind]}</span></span>`;

/** @param {Note} note */
function why({ finding, correction, points, own, share, kind, at }) {
  if (!finding) return nothing;
  const likeness = finding.similarity.toFixed(2);
  const nearest = at < 0 || finding.similarity <= 0 ? 'Nothing in the answer comes near it.' : `Likeness ${likeness} to “${finding.wording}”.`;
  return html`<details class="why">
    <summary>${correction ? `by you, was ${own}` : kind === 'contradicted' && points === 0 ? `0 of ${share}` : `${points} of ${share}`}</summary>
    ${correction
      ? html`<p>${own} → ${points}, by you, ${hourAndMinute(correction.at)}. The grader’s own finding was ${FINDING_WORDS[finding.kind]}, ${own} of ${share}.</p>`
      : nothing}
    <p dir="auto">${nearest}</p>
    ${finding.point.automatic ? html`<p>This point is a sentence of a reference answer; none were written for this question.</p>` : nothing}
  </details>`;
}

/** @param {Note} note @param {Misconception[]} misconceptions */
function contradiction({ finding }, misconceptions) {
  const known = misconceptions.filter(({ point }) => point === finding?.point.id);
  const said = known.find(({ statement }) => statement === finding?.wording) ?? (known.length === 1 ? known[0] : undefined);
  return html`${said?.why === finding?.reason ? nothing : html`<p class="reason" dir="auto">${finding?.reason}</p>`}
    ${said ? html`<p class="reason">A common mistake: <q>${withCode(said.statement)}</q> ${withCode(said.why)}</p>` : nothing}`;
}
