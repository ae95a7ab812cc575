/** The words for scores, as the server tells them. */

/** @import { ScoreBand } from './types.js' */

/** Where the words change: all bands but the lowest. @param {ScoreBand[]} bands */
export const steps = (bands) => bands.slice(1);

/** `Below 40 is “not yet”, from 40 “partly”, from 60 ...` @param {ScoreBand[]} bands */
export function bandSentence(bands) {
  const [lowest, ...higher] = bands;
  const [first] = higher;
  if (!lowest || !first) return '';
  return `Below ${first.from} is “${lowest.word}”, ${higher.map(({ from, word }) => `from ${from} “${word}”`).join(', ')}.`;
}
