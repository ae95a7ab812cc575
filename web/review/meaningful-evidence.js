/** Which words of the evidence are worth showing: a lone "it" or a comma is where the grader's comparison ended up, and tells a reader nothing. */

/** @import { FindingKind, Span } from '../lib/types.js' */

const FUNCTION_WORDS = new Set(
  (
    'a an the this that these those it its is are was were be been being am do does did has have had having and or but so because as at by for from in into of on ' +
    'onto to up out with within than then there here which who whom whose what when where while if not no nor can could will would may might must shall should i you ' +
    'he she we they them him her us me my your his our their one ones also just only very too about over under again such some any all both each more most other same'
  ).split(' '),
);
/** Evidence of more words than this is never left out. */
const FEW = 2;
const MARKS = /^[\s.,;:!?'"()\u2013\u2014-]*$/;

/**
 * The evidence without stretches that are nothing but function words; if nothing else is there, all of it, or of a point that was not said none.
 * @param {string} text the answer
 * @param {Span[]} evidence
 * @param {{kind: FindingKind, statement: string}} of the finding, and what a good answer says
 */
export function meaningfulEvidence(text, evidence, { kind, statement }) {
  if (text === '') return evidence;
  const worth = evidence.filter((span) => tells(text, span, statement));
  return worth.length > 0 || kind === 'not-said' ? worth : evidence;
}

/** @param {string} text @param {Span} span @param {string} statement */
function tells(text, { start, end }, statement) {
  const said = text.slice(start, end);
  if (MARKS.test(said)) return false;
  const words = said.toLowerCase().match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];
  // a word of the language that is asked about may look like one of ours
  const code = text[start - 1] === '`' || text[end] === '`' || said.includes('`');
  return words.length === 0 || words.length > FEW || code || words.some((word) => !FUNCTION_WORDS.has(word) || statement.includes(`\`${word}\``));
}
