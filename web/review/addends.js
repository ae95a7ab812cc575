/**
 * Whole points of 100 that visibly add up. The server's parts are fractions that sum to the score exactly; rounding each alone would not, so the rest goes to the
 * largest remainders (Hamilton's method). The shares are rounded first and do not depend on the answer; a covered point reads "12 of 12", a missing one "0 of 12", and
 * what is left over falls to the points that are partly there. Only if there are none, or it does not fit them, the shares give way by a point.
 */

/** @import { Correction, Grade } from '../lib/types.js' */

/** Below this two figures count as the same; sums of fractions carry errors around 1e-16. */
const TOLERANCE = 1e-9;

/**
 * @typedef {object} WholePoints
 * @property {number[]} earned what counts, one a finding
 * @property {number[]} shares the most each finding can add; they sum to 100
 * @property {number[]} own what the grader gave, one a finding
 * @property {number[]} deducted one a deduction, negative for what it takes away
 * @property {number} sum of `earned` and `deducted`
 */

/**
 * The credit that the latest correction of a point gives; null if there is none or it was taken back.
 * @param {Correction[]} corrections in order
 * @param {string} point
 */
export function inForce(corrections, point) {
  const last = corrections.filter((correction) => correction.point === point).at(-1);
  return last && !last.withdrawn ? last : null;
}

/**
 * @param {Grade} grade
 * @param {Correction[]} [corrections]
 * @param {number} [percent] what the parts are known to come to; without it their sum is rounded
 * @returns {WholePoints}
 */
export function wholePoints(grade, corrections = [], percent) {
  const earned = grade.findings.map((finding) => {
    const credit = inForce(corrections, finding.point.id)?.credit ?? null;
    return credit === null ? finding.earned : credit * finding.point.share;
  });
  const shares = grade.findings.map((finding) => finding.point.share);
  const amounts = grade.deductions.map((deduction) => deduction.amount);
  const laid = laidOut(earned, shares, amounts, percent);
  const before = laidOut(grade.findings.map((finding) => finding.earned), shares, amounts, grade.percent);
  return {
    ...laid,
    own: before.earned.map((points, i) => Math.min(points, laid.shares[i] ?? 0)),
    sum: sum(laid.earned) + sum(laid.deducted),
  };
}

/** @param {number[]} earned @param {number[]} shares @param {number[]} amounts @param {number} [percent] @returns {Laid} */
function laidOut(earned, shares, amounts, percent) {
  const exact = sum([...earned, ...amounts]) * 100;
  const total = percent !== undefined && Math.abs(percent - exact) < 1 ? percent : Math.round(exact);
  return onFixedShares(earned, shares, amounts, total) ?? onOwnShares(earned, shares, amounts, total);
}

/** A part may stand this far from its exact value. */
const FURTHEST = 1.5;

/** @typedef {{earned: number[], shares: number[], deducted: number[]}} Laid */

/** @param {number[]} earned @param {number[]} shares @param {number[]} amounts @param {number} total @returns {Laid | null} null if it does not fit */
function onFixedShares(earned, shares, amounts, total) {
  const wholeShares = rounded(shares, 100);
  const settled = earned.map((part, i) => (equal(part, 0) ? 0 : equal(part, shares[i] ?? 0) ? (wholeShares[i] ?? 0) : null));
  const open = [...earned.filter((_, i) => settled[i] === null), ...amounts];
  const rest = total - sum(settled.map((points) => points ?? 0));
  if (open.length === 0 && rest !== 0) return null;
  const wholeOpen = rounded(open, rest);
  if (wholeOpen.some((points, i) => Math.abs(points - (open[i] ?? 0) * 100) > FURTHEST)) return null;
  const deducted = wholeOpen.splice(wholeOpen.length - amounts.length);
  const wholeEarned = settled.map((points) => points ?? wholeOpen.shift() ?? 0);
  const fits = wholeEarned.every((points, i) => points <= (wholeShares[i] ?? 0) && (points >= 0 || (earned[i] ?? 0) < 0)) && deducted.every((points, i) => points * (amounts[i] ?? 0) >= 0);
  return fits ? { earned: wholeEarned, shares: wholeShares, deducted } : null;
}

/** @param {number[]} earned @param {number[]} shares @param {number[]} amounts @param {number} total @returns {Laid} */
function onOwnShares(earned, shares, amounts, total) {
  const lost = shares.map((share, i) => share - Math.max(0, earned[i] ?? 0));
  const wholeEarned = rounded(earned, amounts.length > 0 ? Math.round(sum(earned) * 100) : total);
  const deducted = rounded(amounts, total - sum(wholeEarned));
  const wholeLost = rounded(lost, 100 - sum(wholeEarned.map((points) => Math.max(0, points))));
  return { earned: wholeEarned, shares: wholeEarned.map((points, i) => Math.max(0, points) + (wholeLost[i] ?? 0)), deducted };
}

/** @param {number} a @param {number} b */
const equal = (a, b) => Math.abs(a - b) < TOLERANCE;

/**
 * @param {number[]} fractions
 * @param {number} target what the whole points must sum to
 */
export function rounded(fractions, target) {
  const exact = fractions.map((fraction) => Math.round(fraction * 100 / TOLERANCE) * TOLERANCE);
  const whole = exact.map((points) => Math.floor(points + TOLERANCE));
  const order = exact
    .map((points, i) => ({ i, rest: points - (whole[i] ?? 0) }))
    .filter(({ rest }) => rest > TOLERANCE)
    .sort((a, b) => b.rest - a.rest || a.i - b.i);
  let missing = target - sum(whole);
  for (const { i } of order) {
    if (missing <= 0) break;
    whole[i] = (whole[i] ?? 0) + 1;
    missing -= 1;
  }
  // a target further off than the remainders reach: the largest part gives or takes, as it shows least there
  const largest = exact.indexOf(Math.max(...exact));
  if (missing !== 0 && largest >= 0) whole[largest] = (whole[largest] ?? 0) + missing;
  return whole.map((points) => points + 0);
}

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** `+12`, `−10`, `0`: with the minus that is as wide as the plus. @param {number} points */
export const signed = (points) => (points < 0 ? `−${-points}` : `+${points}`);

/** `25 + 10 − 10 + 0 = 25` @param {number[]} parts @param {number} total */
export function sumLine(parts, total) {
  const terms = parts.map((part, i) => (i === 0 ? (part < 0 ? `−${-part}` : `${part}`) : part < 0 ? ` − ${-part}` : ` + ${part}`));
  return `${terms.join('')} = ${total}`;
}
