/** The candidate's words with the evidence underlined and a letter at each stretch. */
import { html, nothing } from 'lit';
import { FINDING_WORDS } from './notes.js';
import { runsOf } from './passages.js';

/** @import { Block, Run, Stretch } from './passages.js' */
/** @import { Note } from './notes.js' */

/** Names a note of one script among all scripts of a page. @param {number} place @param {Note} note */
export const mark = (place, note) => `${place + 1}${note.letter}`;

/**
 * One block. Its direction is set, not `auto`: that would take a letter of ours that comes first for the candidate's own.
 * @param {number} place of the question
 * @param {string} text
 * @param {Block} block
 * @param {Stretch[]} stretches
 */
export function blockText(place, text, block, stretches) {
  const runs = drawn(runsOf(text, block, stretches), place, block.rtl);
  const lanes = stretches.filter(({ start, end }) => start < block.end && end > block.start).reduce((most, { lane }) => Math.max(most, lane), 0);
  return block.kind === 'code'
    ? html`<pre dir="ltr" class="lanes-${lanes}"><code>${runs}</code></pre>`
    : html`<p dir=${block.rtl ? 'rtl' : 'ltr'} class="lanes-${lanes}">${runs}</p>`;
}

/** @param {Run[]} runs @param {number} place @param {boolean} rtl @returns {unknown[]} */
const drawn = (runs, place, rtl) => runs.map((run) => ('text' in run ? words(run.text) : phrase(run, place, rtl)));

/** Text with what stands between backticks in the face for code; the backticks stay, they were typed. @param {string} text */
const words = (text) => text.split(/(`[^`\n]+`)/).map((part, i) => (i % 2 ? html`<code>${part}</code>` : part));

/**
 * @param {Extract<Run, {stretch: Stretch}>} run
 * @param {number} place
 * @param {boolean} rtl the letter then stands at the right end too, which is where the words begin
 */
function phrase({ stretch, first, last, runs }, place, rtl) {
  const { note, lane, opens, closes, main, faint } = stretch;
  if (faint) return html`<span class="phrase ${note.kind}" data-point=${mark(place, note)}>${drawn(runs, place, rtl)}</span>`;
  const key = rtl ? first && opens : last && closes;
  const letter = key ? evidenceKey(note, place, main) : nothing;
  const evidence = html`<mark class="evidence ${note.kind} lane-${lane}">${drawn(runs, place, rtl)}</mark>`;
  return html`<span class="phrase ${note.kind}" data-point=${mark(place, note)}>${rtl ? [letter, evidence] : [evidence, letter]}</span>`;
}

/** @param {Note} note @param {number} place @param {boolean} main */
const evidenceKey = (note, place, main) => html`<a
    class="evidence-key"
    id=${main ? `phrase-${mark(place, note)}` : nothing}
    href="#note-${mark(place, note)}"
    aria-label="point ${note.letter}, ${FINDING_WORDS[note.kind].toLowerCase()}"
    >${note.kind === 'missing' ? html`<span class="caret" aria-hidden="true">∧</span>` : nothing}${note.letter}</a
  >`;
