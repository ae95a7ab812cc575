/** What is said about the time by itself: at half of it, at five minutes, at one. */
import { spoken } from '../lib/time.js';

const MINUTE = 60_000;
const FIVE = 5 * MINUTE;

/**
 * What to say when the time left went from one value to another; "" if nothing.
 * @param {number} before milliseconds left @param {number} left @param {number} total
 */
export function milestone(before, left, total) {
  /** @param {number} at */
  const passed = (at) => before > at && left <= at;
  if (passed(MINUTE) && total > 1.5 * MINUTE) return 'One minute left.';
  if (passed(FIVE) && total > 6 * MINUTE) return 'Five minutes left.';
  if (passed(total / 2) && total > 2 * MINUTE) return `Half the time is used, ${spoken(total / 2)} left.`;
  return '';
}
