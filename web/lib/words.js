/** Counting and showing typed text. */

/** Scripts that put no spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Longer texts are counted by their spaces alone. */
const SEGMENTED_MOST = 20_000;

/** How many words a text has. @param {string} text */
export function wordCount(text) {
  if (text.length <= SEGMENTED_MOST && UNSPACED.test(text) && 'Segmenter' in Intl) {
    return [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)].filter(({ isWordLike }) => isWordLike).length;
  }
  return text.match(/\S+/g)?.length ?? 0;
}

/** Characters shown before the first difference and after it. */
const BEFORE = 80;
const AFTER = 400;

/** The part of a text from shortly before the place where it leaves another. @param {string} text @param {string} other */
export function fromDifference(text, other) {
  let same = 0;
  while (same < text.length && text[same] === other[same]) same += 1;
  if (same === text.length) same = Math.max(0, text.length - AFTER / 2);
  const start = same > BEFORE ? text.indexOf(' ', same - BEFORE) + 1 || same - BEFORE : 0;
  const end = Math.min(text.length, same + AFTER);
  return `${start > 0 ? '… ' : ''}${text.slice(start, end)}${end < text.length ? ' …' : ''}`;
}

/** Puts a text on the clipboard. @param {string} text @returns {Promise<boolean>} whether it is there */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByHand(text);
  }
}

/** Where the page may not use the clipboard, as under a plain address of another machine. @param {string} text */
function copyByHand(text) {
  const area = Object.assign(document.createElement('textarea'), { value: text, className: 'unseen' });
  const focused = document.activeElement;
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return done;
}

/** Text of a pack where Markdown's backticks mean nothing. @param {string} text */
export const withoutTicks = (text) => text.replaceAll('`', '');

/** `+12`, `−10`, `+0`: with the minus that is as wide as the plus. @param {number} points */
export const signed = (points) => (points < 0 ? `−${-points}` : `+${points}`);

/** Whether more letters are between code fences than beside them, so that the whole reads better in the face for code. @param {string} text */
export function isMostlyCode(text) {
  const parts = text.split(/^ {0,3}```.*$/m);
  const code = parts.filter((_, i) => i % 2 === 1).join('').trim().length;
  return code > 0 && 2 * code > parts.join('').trim().length;
}

/** Lines of Markdown that begin something of their own. */
const BEGINS_ANEW = /^(?:\s|[-*+#>|<=~]|```|\d+[.)]\s|$)/;

/** Markdown with each paragraph on one line: a pack breaks its lines at some width, and a box has another. @param {string} text */
export function unwrapped(text) {
  /** @type {string[]} */
  const lines = [];
  let inCode = false;
  for (const line of text.split('\n')) {
    const last = lines.at(-1);
    const goesOn = !inCode && last !== undefined && last.trim() !== '' && !/^(?:#|\||```|<)| {2}$|\\$/.test(last) && !BEGINS_ANEW.test(line);
    if (/^ {0,3}```/.test(line)) inCode = !inCode;
    if (goesOn) lines[lines.length - 1] = `${last} ${line}`;
    else lines.push(line);
  }
  return lines.join('\n');
}
