/**
 * Which sentence of a reference answer speaks of a key point, for the eye only: the one that shares most words with what the point says. The server names no place in
 * the references, and no score depends on this.
 */
/** @import { Span } from '../lib/types.js' */

/** A sentence has to share this part of the point's words. */
const ENOUGH = 0.4;
/** Words this short seldom carry meaning. */
const SHORT = 3;

/** @param {string} text */
const stems = (text) =>
  new Set(
    (text.toLowerCase().match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [])
      .filter((word) => word.length >= SHORT)
      .map((word) => word.replace(/(?:'s|ies|es|s|ed|ing|able|ability)$/, '').slice(0, 7)),
  );

/** What is between full stops, semicolons and colons, also where the next word has a small letter. @param {string} text */
function clausesOf(text) {
  /** @type {Span[]} */
  const clauses = [];
  for (const match of text.matchAll(/[^\s](?:[^.;:!?؟۔。]|[.:!?](?!\s|$))*[.;:!?؟۔。]?/gu)) clauses.push({ start: match.index, end: match.index + match[0].trimEnd().length });
  return clauses;
}

/**
 * @param {string} text of a reference answer
 * @param {string[]} wordings of one point
 * @returns {Span | null}
 */
export function nearestSentence(text, wordings) {
  /** @type {Span | null} */
  let best = null;
  let most = ENOUGH;
  for (const sentence of clausesOf(text)) {
    const said = stems(text.slice(sentence.start, sentence.end));
    for (const wording of wordings) {
      const wanted = stems(wording);
      const shared = [...wanted].filter((stem) => said.has(stem)).length;
      // a long sentence has everything in it by chance: what it says besides counts a little against it
      const likeness = wanted.size === 0 ? 0 : shared / wanted.size - 0.1 * (1 - shared / Math.max(1, said.size));
      if (likeness > most) {
        most = likeness;
        best = sentence;
      }
    }
  }
  return best;
}
