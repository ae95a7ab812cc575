/** Sentences of a text, with their offsets, and words quoted in theirs; only for choosing and showing. */
import { html } from 'lit';

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

/** A quoted sentence is cut to this many letters before its first and after its last words. */
const AROUND = 90;

/**
 * Words with the sentences that they stand in, so that they can be read: `“A tuple is never hashable.”` with the words underlined as evidence.
 * @param {string} text
 * @param {Span[]} spans
 * @param {string} kind of the finding
 */
export function quoted(text, spans, kind) {
  return sentencesOf(text)
    .map((sentence) => ({ sentence, within: spans.filter(({ start, end }) => start < sentence.end && end > sentence.start) }))
    .filter(({ within }) => within.length > 0)
    .map(({ sentence, within }, i) => html`${i > 0 ? ' … ' : ''}“${marked(text, sentence, within, kind)}”`);
}

/** @param {string} text @param {Span} sentence @param {Span[]} within @param {string} kind */
function marked(text, sentence, within, kind) {
  const words = [...within].sort((a, b) => a.start - b.start);
  const first = words[0]?.start ?? sentence.start;
  const last = Math.max(...words.map(({ end }) => end));
  const from = sentence.start < first - AROUND ? text.indexOf(' ', first - AROUND) + 1 : sentence.start;
  const to = sentence.end > last + AROUND ? text.lastIndexOf(' ', last + AROUND) : sentence.end;
  let at = from;
  const parts = words.map(({ start, end }) => {
    const before = text.slice(at, Math.max(at, start));
    const said = text.slice(Math.max(at, start), Math.min(end, to));
    at = Math.max(at, Math.min(end, to));
    return html`${before}<span class="evidence ${kind}">${said}</span>`;
  });
  return html`${from > sentence.start ? '… ' : ''}${parts}${text.slice(at, to)}${to < sentence.end ? ' …' : ''}`;
}
