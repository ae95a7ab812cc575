/** Sentences of a text, with their offsets; only for choosing and showing. */

/** @import { Span } from '../lib/types.js' */

/** A full stop after which the typist did not begin with a capital letter; not that of an abbreviation. */
const SMALL_NEXT = /(?<!(?:^|[^\p{L}\p{N}])(?:\p{L}|eg|ie|etc|vs|cf|approx|resp|incl|no)\.)(?<=[\p{L}\p{M}\p{N}"'`)\]][.!?])\s+(?=[\p{L}`])/giu;

/** @param {string} line @param {number} at where it begins @returns {Span[]} */
function fullStops(line, at) {
  /** @type {Span[]} */
  const spans = [];
  let from = 0;
  for (const stop of [...line.matchAll(SMALL_NEXT), { index: line.length, 0: '' }]) {
    const part = line.slice(from, stop.index);
    const start = at + from + (part.length - part.trimStart().length);
    const end = at + from + part.trimEnd().length;
    if (end > start) spans.push({ start, end });
    from = stop.index + stop[0].length;
  }
  return spans;
}

/** @param {string} text @returns {Span[]} without the white space round them, without empty ones */
export function sentencesOf(text) {
  /** @type {Span[]} */
  const sentences = [];
  const segments = new Intl.Segmenter(undefined, { granularity: 'sentence' });
  for (const { segment, index } of segments.segment(text)) {
    // a line break ends a sentence too: list items and lines of code have no full stops
    let at = index;
    for (const line of segment.split('\n')) {
      if (!line.trimStart().startsWith('```')) sentences.push(...fullStops(line, at));
      at += line.length + 1;
    }
  }
  return sentences;
}
