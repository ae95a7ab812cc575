/**
 * An answer cut into what is drawn: blocks of prose and code, in each block nested runs between the borders of the evidence, and passages (blocks with the notes
 * that stand beside them). Offsets are UTF-16 indices into the answer. Nothing here knows of a page.
 */

/** @import { Span } from '../lib/types.js' */
/** @import { Note } from './notes.js' */

/** @typedef {{kind: "prose" | "code", start: number, end: number, rtl: boolean}} Block */
/**
 * @typedef {object} Stretch one underlined stretch of a note
 * @property {Note} note
 * @property {number} start
 * @property {number} end
 * @property {boolean} opens whether its group starts with it
 * @property {boolean} closes whether its group ends with it; the letter stands at the end that is nearer to the margin
 * @property {boolean} main whether the note's leader starts at its group
 * @property {boolean} faint whether it is too small a part of the evidence to be underlined; it lights up with its note
 * @property {number} lane which line under the words it takes, from 0: stretches that overlap take different ones
 */
/** @typedef {{text: string, at: number} | {stretch: Stretch, first: boolean, last: boolean, runs: Run[]}} Run */
/** @typedef {{blocks: Block[], notes: Note[]}} Passage */

/** Stretches of one note that stand this near to each other share one letter. */
const NEAR = 60;
/** A group with fewer letters than this, or than this part of the note's longest group, carries the point too little to be underlined for good. */
const FAINT_LETTERS = 12;
const FAINT_PART = 0.25;
/** Lines under the words that can be told apart; what overlaps more shares the last. */
const LANES = 3;

const FENCE = /^ {0,3}```/;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const LETTER = /\p{L}/u;

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
 * The stretches of all notes, with letters and lanes. A point that was not said shows only its nearest words.
 * @param {Note[]} notes
 * @returns {Stretch[]} by place
 */
export function stretchesOf(notes) {
  /** @type {Stretch[]} */
  const all = [];
  for (const note of notes) {
    const groups = groupsOf(note.spans);
    const main = mainGroup(groups);
    for (const group of note.kind === 'not-said' && main ? [main] : groups) {
      const faint = group !== main && lettersOf(group) < Math.max(FAINT_LETTERS, FAINT_PART * lettersOf(main ?? []));
      group.forEach((span, i) => all.push({ note, ...span, opens: i === 0, closes: i === group.length - 1, main: group === main, faint, lane: 0 }));
    }
  }
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  /** @type {number[]} end of the last stretch in each lane */
  const ends = [];
  for (const stretch of all.filter(({ faint }) => !faint)) {
    const free = ends.findIndex((end) => end <= stretch.start);
    stretch.lane = Math.min(free < 0 ? ends.length : free, LANES - 1);
    ends[stretch.lane] = Math.max(stretch.end, free < 0 ? (ends[stretch.lane] ?? 0) : 0);
  }
  return all;
}

/** Where the words of a note are: the start of its longest group; -1 if it has none. @param {Span[]} spans */
export const placeOf = (spans) => mainGroup(groupsOf(spans))?.[0]?.start ?? -1;

/** @param {Span[]} spans */
function groupsOf(spans) {
  /** @type {Span[][]} */
  const groups = [];
  for (const span of spans.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start)) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && span.start - last.end <= NEAR) group.push(span);
    else groups.push([span]);
  }
  return groups;
}

/** @param {Span[][]} groups */
function mainGroup(groups) {
  return groups.reduce((/** @type {Span[] | null} */ best, group) => (best && lettersOf(best) >= lettersOf(group) ? best : group), null);
}

/** @param {Span[]} group */
const lettersOf = (group) => group.reduce((sum, { start, end }) => sum + end - start, 0);

/**
 * The runs of one block: plain text and stretches, one inside the other where they overlap. A stretch that only partly lies in another is cut at its border.
 * @param {string} text
 * @param {Block} block
 * @param {Stretch[]} stretches
 */
export function runsOf(text, block, stretches) {
  const inside = stretches
    .filter(({ start, end }) => start < block.end && end > block.start)
    .map((stretch) => ({ stretch, start: Math.max(stretch.start, block.start), end: Math.min(stretch.end, block.end) }));
  return nested(text, block.start, block.end, inside);
}

/** @typedef {{stretch: Stretch, start: number, end: number}} Piece */

/** The longer one outside; of two that are the same, the later letter. @param {Piece} a @param {Piece} b */
const byPlace = (a, b) => a.start - b.start || b.end - a.end || b.stretch.lane - a.stretch.lane;

/** @param {string} text @param {number} from @param {number} to @param {Piece[]} pieces @returns {Run[]} */
function nested(text, from, to, pieces) {
  /** @type {Run[]} */
  const runs = [];
  let at = from;
  let rest = [...pieces].sort(byPlace);
  for (let piece = rest.shift(); piece; piece = rest.shift()) {
    const { stretch, start, end } = piece;
    if (start > at) runs.push({ text: text.slice(at, start), at });
    const within = rest.filter((other) => other.start < end).map((other) => ({ ...other, end: Math.min(other.end, end) }));
    rest = rest
      .filter((other) => other.end > end)
      .map((other) => ({ ...other, start: Math.max(other.start, end) }))
      .sort(byPlace);
    runs.push({ stretch, first: start === stretch.start, last: end === stretch.end, runs: nested(text, start, end, within) });
    at = end;
  }
  if (at < to) runs.push({ text: text.slice(at, to), at });
  return runs;
}

/* How much room things take, in pixels at the full width of the sheet; only where a passage ends depends on it. */
const LINE = 35;
const CODE_LINE = 24;
const BETWEEN = 16;
const LETTERS_A_LINE = 78;
const NOTE_LINE = 22;
const NOTE_FRAME = 40;
const LETTERS_A_NOTE_LINE = 27;
/** Notes may reach this far below their blocks before the next block has to wait for them. */
const OVERHANG = 60;

/**
 * Blocks with their notes beside them, so that a note stands near its words, on paper and on a phone too. A passage ends where its notes do not reach below its text.
 * @param {string} text
 * @param {Block[]} blocks
 * @param {Note[]} notes in the order in which they are to stand
 * @param {(note: Note) => boolean} [folded]
 * @returns {Passage[]} at least one; notes without words stand in the last
 */
export function passagesOf(text, blocks, notes, folded = () => false) {
  /** @type {Passage[]} */
  const passages = [];
  /** @type {Passage} */
  let open = { blocks: [], notes: [] };
  let textHeight = 0;
  let noteHeight = 0;
  const close = () => {
    if (open.blocks.length > 0) passages.push(open);
    open = { blocks: [], notes: [] };
    textHeight = noteHeight = 0;
  };
  blocks.forEach((block, i) => {
    const next = blocks[i + 1]?.start ?? Infinity;
    const previous = i === 0 ? 0 : block.start;
    const here = notes.filter(({ at }) => at >= previous && at < next);
    if (here.length > 0 && open.notes.length === 0) close();
    open.blocks.push(block);
    open.notes.push(...here);
    textHeight += blockHeight(text, block);
    noteHeight += here.reduce((sum, note) => sum + noteRoom(note, folded(note)), 0);
    if (noteHeight > 0 && noteHeight <= textHeight + OVERHANG) close();
  });
  close();
  if (passages.length === 0) passages.push({ blocks: [], notes: [] });
  passages.at(-1)?.notes.push(...notes.filter(({ at }) => at < 0));
  return passages;
}

/** @param {string} text @param {Block} block */
function blockHeight(text, { kind, start, end }) {
  const lines = text.slice(start, end).split('\n');
  if (kind === 'code') return lines.length * CODE_LINE + BETWEEN;
  return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LETTERS_A_LINE)), 0) * LINE + BETWEEN;
}

/** @param {Note} note @param {boolean} folded */
const noteRoom = (note, folded) => NOTE_FRAME + (folded ? 0 : Math.ceil(note.statement.length / LETTERS_A_NOTE_LINE) * NOTE_LINE);
