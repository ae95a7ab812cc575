/**
 * Where an answer is underlined: blocks of prose and code, and in them one quiet mark for the words that decided about a point. Marks hold whole words, in code a whole
 * line, and never overlap: points with the same words share a mark. Offsets are UTF-16 indices. Nothing here knows of a page.
 */
import { sentencesOf } from './sentences.js';

/** @import { Span } from '../lib/types.js' */
/** @import { Row } from './points.js' */

/** @typedef {{kind: "prose" | "code", start: number, end: number, rtl: boolean}} Block */
/** @typedef {{start: number, end: number, rows: Row[]}} Mark the first row is the one that it is drawn for */

const FENCE = /^ {0,3}```/;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const LETTER = /\p{L}/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const WORD_PART = /[\p{L}\p{M}\p{N}_`]/u;
/** What is drawn when points share their words: the row that needs the candidate most. */
const FIRST = ['contradicted', 'taken-off', 'unclear', 'made'];

/**
 * Blocks between blank lines and code fences; the fences themselves are not drawn.
 * @param {string} text
 * @returns {Block[]}
 */
export function blocksOf(text) {
  /** @type {Block[]} */
  const blocks = [];
  /** @type {{kind: "prose" | "code", start: number, end: number} | null} */
  let open = null;
  const close = () => {
    if (open && text.slice(open.start, open.end).trim() !== '') blocks.push({ ...open, rtl: open.kind === 'prose' && startsRightToLeft(text.slice(open.start, open.end)) });
    open = null;
  };
  let inCode = false;
  for (const { start, end, line } of linesOf(text)) {
    if (FENCE.test(line)) {
      close();
      inCode = !inCode;
    } else if (!inCode && line.trim() === '') {
      close();
    } else {
      open = { kind: inCode ? 'code' : 'prose', start: open ? open.start : start, end };
    }
  }
  close();
  return blocks;
}

/** @param {string} text */
function* linesOf(text) {
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    yield { start, end, line: text.slice(start, end) };
    start = end + 1;
  }
}

/** By its first letter, as `dir="auto"` decides it. @param {string} text */
function startsRightToLeft(text) {
  const first = LETTER.exec(text)?.[0];
  return first !== undefined && RIGHT_TO_LEFT.test(first);
}

/**
 * The marks of an answer, in its order. A point that was not said has none, unless the candidate named words for it.
 * @param {string} text
 * @param {Block[]} blocks
 * @param {Row[]} rows
 * @returns {Mark[]}
 */
export function marksOf(text, blocks, rows) {
  const sentences = blocks.flatMap((block) =>
    (block.kind === 'code' ? [...linesOf(text.slice(block.start, block.end))] : sentencesOf(text.slice(block.start, block.end))).map(({ start, end }) => ({
      start: block.start + start,
      end: block.start + end,
      code: block.kind === 'code',
    })),
  );
  /** @type {Mark[]} */
  const marks = [];
  for (const row of rows) {
    if (row.kind === 'not-said' && !row.correction?.quote) continue;
    const mark = markOf(text, sentences, row.spans);
    if (mark) marks.push({ ...mark, rows: [row] });
  }
  marks.sort((a, b) => a.start - b.start || b.end - a.end);
  /** @type {Mark[]} */
  const apart = [];
  for (const mark of marks) {
    const last = apart.at(-1);
    if (last && mark.start < last.end) {
      last.end = Math.max(last.end, mark.end);
      last.rows.push(...mark.rows);
    } else apart.push(mark);
  }
  for (const { rows: sharing } of apart) sharing.sort((a, b) => FIRST.indexOf(a.kind) - FIRST.indexOf(b.kind) || a.n - b.n);
  return apart;
}

/** Words between two pieces of evidence that are read as one. */
const FEW_BETWEEN = 4;

/** The stretch of one sentence that holds most of the evidence. @param {string} text @param {(Span & {code: boolean})[]} sentences @param {Span[]} spans */
function markOf(text, sentences, spans) {
  /** @type {Span | null} */
  let best = null;
  let most = 0;
  for (const sentence of sentences) {
    const within = spans.map(({ start, end }) => ({ start: Math.max(start, sentence.start), end: Math.min(end, sentence.end) })).filter(({ start, end }) => end > start);
    for (const { letters, ...stretch } of sentence.code ? [{ letters: lettersOf(within), start: sentence.start, end: sentence.end }] : stretchesOf(text, within)) {
      if (letters <= most) continue;
      most = letters;
      best = sentence.code ? trimmed(text, sentence) : wholeWords(text, stretch, sentence);
    }
  }
  return best;
}

/** @param {Span[]} spans */
const lettersOf = (spans) => spans.reduce((sum, { start, end }) => sum + end - start, 0);

/** Evidence that lies together: what is at the other end of a long sentence would underline all of it. @param {string} text @param {Span[]} spans */
function stretchesOf(text, spans) {
  /** @type {(Span & {letters: number})[]} */
  const stretches = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = stretches.at(-1);
    const between = last ? (text.slice(last.end, start).match(/\S+/g)?.length ?? 0) : Infinity;
    if (last && between <= FEW_BETWEEN) {
      last.letters += Math.max(0, end - Math.max(start, last.end));
      last.end = Math.max(last.end, end);
    } else stretches.push({ start, end, letters: end - start });
  }
  return stretches;
}

/** @param {string} text @param {Span} span */
function trimmed(text, { start, end }) {
  const line = text.slice(start, end);
  return { start: start + line.length - line.trimStart().length, end: start + line.trimEnd().length };
}

/** @param {string} text @param {Span} span @param {Span} sentence */
function wholeWords(text, { start, end }, sentence) {
  while (start > sentence.start && isInWord(text, start)) start -= 1;
  while (end < sentence.end && isInWord(text, end)) end += 1;
  while (start > sentence.start && text[start - 1] === '`') start -= 1;
  while (end < sentence.end && text[end] === '`') end += 1;
  while (end > start && /[\s.,;:!?]/.test(text[end - 1] ?? '')) end -= 1;
  while (start < end && /[\s.,;:!?]/.test(text[start] ?? '')) start += 1;
  return toClauseEnds(text, { start, end }, sentence);
}

/** What joins two parts of a word: "it's", "json.loads", "3.12". */
const JOINT = /[.'\u2019]/;

/** Whether a place lies inside a word. @param {string} text @param {number} at */
function isInWord(text, at) {
  const [before, after] = [text[at - 1] ?? '', text[at] ?? ''];
  if (JOINT.test(after)) return WORD_PART.test(before) && LETTER_OR_DIGIT.test(text[at + 1] ?? '');
  return WORD_PART.test(after) && (WORD_PART.test(before) || (JOINT.test(before) && WORD_PART.test(text[at - 2] ?? '')));
}

/** A mark that stops a word or two before its clause does, goes to the end of it: nobody reads half a clause. */
const BEFORE_CLAUSE = /(?:^|[.,;:!?]\s+|[(\u2014]\s*)((?:[^\s,;:!?(\u2014]*[^\s.,;:!?(\u2014]\s+){0,2})$/u;
const AFTER_CLAUSE = /^((?:\s+[^\s,;:!?)\u2014]*[^\s.,;:!?)\u2014]){0,3})(?:\s*[,;:!?)\u2014]|\.(?:\s|$)|\s*$)/u;

/** @param {string} text @param {Span} span @param {Span} sentence @returns {Span} */
function toClauseEnds(text, { start, end }, sentence) {
  const before = BEFORE_CLAUSE.exec(text.slice(sentence.start, start))?.[1]?.length ?? 0;
  const after = AFTER_CLAUSE.exec(text.slice(end, sentence.end))?.[1]?.length ?? 0;
  return { start: start - before, end: end + after };
}
