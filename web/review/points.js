/** The points of one marked answer as rows of one list, each once: the grader's verdict says where a row stands, the candidate's word only changes its figure. */
import { meaningfulEvidence } from './meaningful-evidence.js';

/** @import { Correction, Deduction, Finding, FindingKind, Grade, Marking, Question, Span } from '../lib/types.js' */

/** @typedef {FindingKind | "taken-off"} Kind */
/**
 * @typedef {object} Row
 * @property {number} n its number in the list, also after the words that decided
 * @property {Kind} kind
 * @property {FindingKind | null} verdict the one that counts; null for a deduction
 * @property {string} id of the key point or the deduction
 * @property {string} statement what a good answer says, or why something was taken off
 * @property {string} ask the yes-no question that settles it
 * @property {boolean} bonus
 * @property {Finding | null} finding
 * @property {Deduction | null} deduction
 * @property {Span[]} spans the words that decided
 * @property {number} points what it adds now
 * @property {number} own what the grader gave
 * @property {number} most the most that it can add
 * @property {Correction | null} correction the candidate's word, if it is in force
 */

/** The groups, in the order in which they need the candidate. @type {{kind: Kind, word: string}[]} */
export const GROUPS = [
  { kind: 'unclear', word: 'Unclear' },
  { kind: 'contradicted', word: 'Contradicted' },
  { kind: 'taken-off', word: 'Taken off' },
  { kind: 'not-said', word: 'Not said' },
  { kind: 'made', word: 'Made' },
];

/** @type {Record<Kind, string>} */
export const WORDS = /** @type {Record<Kind, string>} */ (Object.fromEntries(GROUPS.map(({ kind, word }) => [kind, word])));

/**
 * The correction of a point that counts; null if there is none.
 * @param {Correction[]} corrections
 * @param {string} point
 */
export const inForce = (corrections, point) => corrections.find((correction) => correction.inForce && correction.point === point) ?? null;

/** Whose word a correction is. @param {Correction | null} correction @param {boolean} theirs whether somebody else than the one who answered reads it */
export const whoseWord = (correction, theirs) => (correction?.reviewer ? `${correction.reviewer}'s` : theirs ? "the candidate's" : 'your');

/** The rows of a question that is marked, numbered; none if it is not. @param {Question} question */
export function rowsOf({ grade, marking, answer, corrections = [], keyPoints = [] }) {
  return grade && marking ? rows(grade, { marking, text: answer?.text ?? '', corrections, keyPoints }) : [];
}

/**
 * @param {Grade} grade
 * @param {object} [said]
 * @param {Marking} [said.marking] with the corrections applied
 * @param {string} [said.text] the answer
 * @param {Correction[]} [said.corrections]
 * @param {NonNullable<Question["keyPoints"]>} [said.keyPoints]
 * @returns {Row[]}
 */
export function rows(grade, { marking = grade.marking, text = '', corrections = [], keyPoints = [] } = {}) {
  const points = grade.findings.map((finding, i) => {
    const { id, statement } = finding.point;
    const known = keyPoints.find((point) => point.id === id);
    const correction = inForce(corrections, id);
    const line = marking.lines[i];
    return {
      kind: finding.kind,
      verdict: line?.verdict ?? finding.kind,
      id,
      statement,
      ask: known?.ask ?? '',
      bonus: known?.bonus ?? false,
      finding,
      deduction: null,
      spans: quoted(text, correction) ?? meaningfulEvidence(text, finding.evidence, { kind: finding.kind, statement }),
      points: line?.points ?? 0,
      own: line?.own ?? 0,
      most: line?.most ?? 0,
      correction,
    };
  });
  const deductions = grade.deductions.flatMap((deduction, i) => {
    const change = marking.changes[i];
    if (!change || deduction.amount === 0) return [];
    return {
      kind: /** @type {const} */ ('taken-off'),
      verdict: null,
      id: change.id,
      statement: deduction.reason,
      ask: '',
      bonus: false,
      finding: null,
      deduction,
      spans: deduction.evidence,
      points: change.points,
      own: change.own,
      most: 0,
      correction: inForce(corrections, change.id),
    };
  });
  const all = [...points, ...deductions];
  return GROUPS.flatMap(({ kind }) => all.filter((row) => row.kind === kind).sort(kind === 'made' ? byPlace : byWorth)).map((row, i) => ({ n: i + 1, ...row }));
}

/** @typedef {{most: number, spans: Span[]}} Placed */
/** @param {Placed} a @param {Placed} b */
const byWorth = (a, b) => b.most - a.most;
/** @param {Placed} a @param {Placed} b */
const byPlace = (a, b) => (a.spans[0]?.start ?? Infinity) - (b.spans[0]?.start ?? Infinity);

/** The words that a correction names, where they are. @param {string} text @param {Correction | null} correction */
function quoted(text, correction) {
  const start = correction?.quote ? text.indexOf(correction.quote) : -1;
  return correction && start >= 0 ? [{ start, end: start + correction.quote.length }] : null;
}
