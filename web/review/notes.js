/** The examiner's notes about one answer: one a key point, one a deduction, with letters in the order of the words they are about. */
import { inForce } from './addends.js';
import { placeOf } from './passages.js';
import { telling } from './meaningful-evidence.js';

/** @import { Correction, Deduction, Finding, FindingKind, Grade, Question, Span } from '../lib/types.js' */

/**
 * @typedef {object} Note
 * @property {string} letter a, b, c, ...
 * @property {FindingKind | "deduction" | "addition"} kind a deduction that adds, as the likeness of the whole answer may, is an addition
 * @property {string} point id of the key point, empty for a deduction
 * @property {string} statement what a good answer says; of a deduction, its reason
 * @property {Finding | null} finding
 * @property {Deduction | null} deduction
 * @property {Span[]} spans the words it is about
 * @property {number} at where they are; -1 if there are none
 * @property {number} points what it adds, in whole points of 100
 * @property {number} own what the grader gave
 * @property {number} share the most it can add
 * @property {Correction | null} correction the candidate's word about it, if it is in force
 */
/** @typedef {{notes: Note[], percent: number, word: string, parts: number[]}} Marking `parts` in the order of the notes */

/** The words for findings. @type {Record<FindingKind | "deduction" | "addition", string>} */
export const FINDING_WORDS = { made: 'Made', unclear: 'Unclear', 'not-said': 'Not said', contradicted: 'Contradicted', deduction: 'Taken off', addition: 'Added' };

/** More notes than this are folded. */
const MANY = 8;

/**
 * @param {Grade} grade
 * @param {object} [said]
 * @param {string} [said.text] the answer, to find the words that the candidate points to
 * @param {Correction[]} [said.corrections]
 * @param {import('../lib/types.js').Marking} [said.marked] with the corrections applied
 * @returns {Marking}
 */
export function marking(grade, { text = '', corrections = [], marked = grade.marking } = {}) {
  const { lines, changes, percent, word } = marked;
  const findings = grade.findings.map((finding, i) => {
    const correction = inForce(corrections, finding.point.id);
    const spans = quoted(text, correction) ?? telling(text, finding.evidence, { kind: finding.kind, statement: finding.point.statement });
    return {
      kind: lines[i]?.verdict ?? finding.kind,
      point: finding.point.id,
      statement: finding.point.statement,
      finding,
      deduction: null,
      spans,
      at: placeOf(spans),
      points: lines[i]?.points ?? 0,
      own: lines[i]?.own ?? 0,
      share: lines[i]?.most ?? 0,
      correction,
    };
  });
  const deductions = grade.deductions
    .map((deduction, i) => ({
      kind: deduction.amount > 0 ? /** @type {const} */ ('addition') : /** @type {const} */ ('deduction'),
      point: '',
      statement: deduction.reason,
      finding: null,
      deduction,
      spans: deduction.evidence,
      at: -1,
      points: changes[i] ?? 0,
      own: changes[i] ?? 0,
      share: 0,
      correction: null,
    }))
    .filter(({ deduction }) => deduction.amount !== 0);
  const written = findings.filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at);
  const notes = [...written, ...findings.filter(({ at }) => at < 0), ...deductions].map((note, i) => ({ letter: letter(i), ...note }));
  return { notes, percent, word, parts: notes.map((note) => note.points) };
}

/** The words that a correction names, where they stand. @param {string} text @param {Correction | null} correction */
function quoted(text, correction) {
  const start = correction?.quote ? text.indexOf(correction.quote) : -1;
  return correction && start >= 0 ? [{ start, end: start + correction.quote.length }] : null;
}

/**
 * The marking of a question that is marked; with the candidate's corrections of points, but not of the whole answer.
 * @param {Question} question
 * @returns {Marking | null}
 */
export function markingOf({ grade, marking: marked, answer, corrections = [] }) {
  return grade && marked ? marking(grade, { text: answer?.text ?? '', corrections, marked }) : null;
}

/** Whether a note is drawn in one line: there are many, and it stands by what was written. @param {Note[]} notes @returns {(note: Note) => boolean} */
export const folding = (notes) => (note) => notes.length > MANY && note.kind === 'made' && !note.correction;

/** a to z, then aa, ab, ... @param {number} i @returns {string} */
function letter(i) {
  const last = String.fromCharCode(97 + (i % 26));
  return i < 26 ? last : letter(Math.floor(i / 26) - 1) + last;
}
