/** What the letters mean that say whether answers to a question can be marked. */

/** @import { Letter } from '../lib/types.js' */

/** @param {Letter} letter */
export function letterWords(letter) {
  if (letter === 'A') return 'Marked by Rejoinder';
  if (letter === 'B') return 'Marked, shown as unsure';
  return letter === 'C' ? 'Marked by you' : 'Not tried yet';
}
