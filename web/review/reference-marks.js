/** Lights, in a reference answer that is already on the page, the sentences that speak of the points that were made. Changes no words. */
import { nearestSentence } from './nearest-words.js';

/** @import { Row } from './points.js' */

const BLOCKS = 'p, li, td, th, h3, h4, h5, h6, dd, blockquote > :not(p)';

/** @param {Element} reference @param {Row[]} rows */
export function markReference(reference, rows) {
  unmark(reference);
  const blocks = [...reference.querySelectorAll(BLOCKS)];
  for (const row of rows) {
    if (!row.finding || row.verdict !== 'made') continue;
    for (const block of blocks) {
      const sentence = nearestSentence(flat(block), [row.statement, row.finding.wording]);
      if (!sentence) continue;
      wrap(block, sentence.start, sentence.end, row);
      break;
    }
  }
}

/** The text of an element with each line break as the space it is drawn as, letter for letter. @param {Element} element */
const flat = (element) => textNodes(element).map((node) => node.data.replaceAll('\n', ' ')).join('');

/** @param {Element} element */
function textNodes(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const nodes = [];
  while (walker.nextNode()) nodes.push(/** @type {Text} */ (walker.currentNode));
  return nodes;
}

/** @param {Element} block @param {number} start @param {number} end @param {Row} row */
function wrap(block, start, end, { n }) {
  let at = 0;
  for (const node of textNodes(block)) {
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, node.length);
    at += node.length;
    if (from >= to || node.data.slice(from, to).trim() === '') continue;
    const words = from > 0 ? node.splitText(from) : node;
    if (to - from < words.length) words.splitText(to - from);
    const lit = document.createElement('span');
    lit.className = 'reference-phrase made';
    lit.dataset['n'] = String(n);
    words.replaceWith(lit);
    lit.append(words);
  }
}

/** @param {Element} reference */
function unmark(reference) {
  for (const phrase of reference.querySelectorAll('.reference-phrase')) phrase.replaceWith(...phrase.childNodes);
  reference.normalize();
}
