/** How sure the candidate was of an answer, in words. */

/** @import { Confidence } from './types.js' */

/** @type {Record<Confidence, string>} */
export const SURE = { unsaid: '', not: 'not sure', rather: 'fairly sure', very: 'very sure' };

/** The answers to "How sure are you?", in order. */
export const DEGREES = /** @type {const} */ (['not', 'rather', 'very']);
