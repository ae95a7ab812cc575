/** Sentences of a text, with their offsets; only for choosing and showing. */

/** @import { Span } from '../lib/types.js' */

/** @param {string} text @returns {Span[]} without the white space round them, without empty ones */
export function sentencesOf(text) {
  /** @type {Span[]} */
  const sentences = [];
  const segments = new Intl.Segmenter(undefined, { granularity: 'sentence' });
  for (const { segment, index } of segments.segment(text)) {
    // a line break ends a sentence too: list items and lines of code have no full stops
    let at = index;
    for (const line of segment.split('\n')) {
      const start = at + (line.length - line.trimStart().length);
      const end = at + line.trimEnd().length;
      if (end > start && !line.trimStart().startsWith('```')) sentences.push({ start, end });
      at += line.length + 1;
    }
  }
  return sentences;
}
