/** Whole points as text, and which correction counts. The points themselves come from the server. */

/** @import { Correction } from '../lib/types.js' */

/**
 * The correction of a point that counts; null if there is none.
 * @param {Correction[]} corrections
 * @param {string} point
 */
export const inForce = (corrections, point) => corrections.find((correction) => correction.inForce && correction.point === point) ?? null;

/** `+12`, `−10`, `0`: with the minus that is as wide as the plus. @param {number} points */
export const signed = (points) => (points < 0 ? `−${-points}` : `+${points}`);

/** `25 + 10 − 10 + 0 = 25` @param {number[]} parts @param {number} total */
export function sumLine(parts, total) {
  const terms = parts.map((part, i) => (i === 0 ? (part < 0 ? `−${-part}` : `${part}`) : part < 0 ? ` − ${-part}` : ` + ${part}`));
  return `${terms.join('')} = ${total}`;
}
