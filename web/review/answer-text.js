/** The candidate's words with the evidence underlined and a letter at each stretch. */
import { html, nothing } from 'lit';
import { FINDING_WORDS } from './notes.js';
import { runsOf } from './passages.js';

/** @import { Block, Run, Stretch } from './passages.js' */
/** @import { Span } from '../lib/types.js' */
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
  const runs = drawn(runsOf(text, block, stretches), { place, rtl: block.rtl, code: block.kind === 'code' ? [] : codeIn(text, block) });
  const lanes = stretches.filter(({ start, end }) => start < block.end && end > block.start).reduce((most, { lane }) => Math.max(most, lane), 0);
  return block.kind === 'code'
    ? html`<pre dir="ltr" class="lanes-${lanes}"><code>${runs}</code></pre>`
    : html`<p dir=${block.rtl ? 'rtl' : 'ltr'} class="lanes-${lanes}">${runs}</p>`;
}

/** @typedef {{place: number, rtl: boolean, code: Span[]}} How `code` is what is set as code in the block, with its backticks */

/** @param {Run[]} runs @param {How} how @returns {unknown[]} */
const drawn = (runs, how) => runs.map((run) => ('text' in run ? words(run, how.code) : phrase(run, how)));

/** What stands between backticks, looked for in the whole block: evidence may begin or end within it. @param {string} text @param {Block} block @returns {Span[]} */
const codeIn = (text, { start, end }) =>
  [...text.slice(start, end).matchAll(/`[^`\n]+`/g)].map((found) => ({ start: start + found.index, end: start + found.index + found[0].length }));

/** Text with its code in the face for code; the backticks stay, they were typed. @param {{text: string, at: number}} run @param {Span[]} code */
function words({ text, at }, code) {
  /** @type {unknown[]} */
  const parts = [];
  let from = 0;
  for (const { start, end } of code) {
    const begin = Math.max(from, start - at);
    const stop = Math.min(text.length, end - at);
    if (stop <= begin) continue;
    parts.push(text.slice(from, begin), html`<code>${text.slice(begin, stop)}</code>`);
    from = stop;
  }
  return [...parts, text.slice(from)];
}

/**
 * Right to left the letter stands at the right end too, which is where the words begin.
 * @param {Extract<Run, {stretch: Stretch}>} run
 * @param {How} how
 */
function phrase({ stretch, first, last, runs }, how) {
  const { place, rtl } = how;
  const { note, lane, opens, closes, main, faint } = stretch;
  if (faint) return html`<span class="phrase ${note.kind}" data-point=${mark(place, note)}>${drawn(runs, how)}</span>`;
  const key = rtl ? first && opens : last && closes;
  const letter = key ? evidenceKey(note, place, main) : nothing;
  const evidence = html`<mark class="evidence ${note.kind} lane-${lane}">${drawn(runs, how)}</mark>`;
  return html`<span class="phrase ${note.kind}" data-point=${mark(place, note)}>${rtl ? [letter, evidence] : [evidence, letter]}</span>`;
}

/** @param {Note} note @param {number} place @param {boolean} main */
const evidenceKey = (note, place, main) => html`<a
    class="evidence-key"
    id=${main ? `phrase-${mark(place, note)}` : nothing}
    href="#note-${mark(place, note)}"
    aria-label="point ${note.letter}, ${FINDING_WORDS[note.kind].toLowerCase()}"
    >${note.kind === 'not-said' ? html`<span class="caret" aria-hidden="true">∧</span>` : nothing}${note.letter}</a
  >`;
