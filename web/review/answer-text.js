/** The candidate's words with a quiet mark where a point was decided, and the number of the point after it. */
import { html, nothing } from 'lit';
import { WORDS } from './points.js';
import { blocksOf, marksOf } from './text-marks.js';

/** @import { Block, Mark } from './text-marks.js' */
/** @import { Row } from './points.js' */
/** @import { Span } from '../lib/types.js' */

/**
 * @param {string} text
 * @param {Row[]} rows none: the words alone
 */
export function answerText(text, rows) {
  const blocks = blocksOf(text);
  const marks = marksOf(text, blocks, rows);
  return blocks.map((block) => blockText(text, block, marks));
}

/** Its direction is set, not `auto`: that would take a number of ours that comes first for the candidate's own. @param {string} text @param {Block} block @param {Mark[]} marks */
function blockText(text, block, marks) {
  const code = block.kind === 'code' ? [] : codeIn(text, block);
  /** @type {unknown[]} */
  const parts = [];
  let at = block.start;
  for (const mark of marks.filter(({ start, end }) => start < block.end && end > block.start)) {
    parts.push(words(text, at, mark.start, code), marked(text, mark, code));
    at = mark.end;
  }
  parts.push(words(text, at, block.end, code));
  return block.kind === 'code' ? html`<pre dir="ltr"><code>${parts}</code></pre>` : html`<p dir=${block.rtl ? 'rtl' : 'ltr'}>${parts}</p>`;
}

/** @param {string} text @param {Mark} mark @param {Span[]} code */
function marked(text, { start, end, rows }, code) {
  const kind = rows[0]?.kind ?? 'made';
  return html`<mark class=${kind} data-n=${rows.map(({ n }) => n).join(' ')}>${words(text, start, end, code)}</mark>${rows.map((row) => key(row))}`;
}

/** @param {Row} row */
const key = ({ n, kind }) => html`<sup class="key ${kind}" data-n=${n}><span aria-hidden="true">${n}</span><span class="unseen"> (${WORDS[kind].toLowerCase()}, point ${n})</span></sup>`;

/** What is between backticks, over the end of a line, too, looked for in the whole block: a mark may begin or end within it. @param {string} text @param {Block} block @returns {Span[]} */
const codeIn = (text, { start, end }) =>
  [...text.slice(start, end).matchAll(/`[^`]+`/g)].map((found) => ({ start: start + found.index, end: start + found.index + found[0].length }));

/** Text with its code in the face for code. @param {string} text @param {number} start @param {number} end @param {Span[]} code */
function words(text, start, end, code) {
  if (end <= start) return nothing;
  /** @type {unknown[]} */
  const parts = [];
  let at = start;
  for (const span of code) {
    const from = Math.max(at, span.start);
    const to = Math.min(end, span.end);
    if (to <= from) continue;
    parts.push(text.slice(at, from), html`<code>${text.slice(from, to)}</code>`);
    at = to;
  }
  return [...parts, text.slice(at, end)];
}
