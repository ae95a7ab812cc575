/** Marks, in a reference answer that is already on the page, the sentences that speak of the points. Changes no words. */
import { mark } from './answer-text.js';
import { nearestSentence } from './nearest-words.js';

/** @import { Note } from './notes.js' */

const BLOCKS = 'p, li, td, th, h3, h4, h5, h6, dd, blockquote > :not(p)';

/** @param {Element} reference @param {Note[]} notes @param {number} place of the question */
export function markReference(reference, notes, place) {
  unmark(reference);
  const blocks = [...reference.querySelectorAll(BLOCKS)];
  for (const note of notes) {
    if (!note.finding) continue;
    const wordings = [note.statement, note.finding.wording];
    for (const block of blocks) {
      const text = flat(block);
      const sentence = nearestSentence(text, wordings);
      if (!sentence) continue;
      wrap(block, sentence.start, sentence.end, note, place);
      break;
    }
  }
}

/** The text of an element with each line break as the space it is drawn as, letter for letter. @param {Element} element */
const flat = (element) => textNodes(element).map((node) => node.data.replaceAll('\n', ' ')).join('');

/** @param {Element} element */
function textNodes(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest('.reference-key') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  /** @type {Text[]} */
  const nodes = [];
  while (walker.nextNode()) nodes.push(/** @type {Text} */ (walker.currentNode));
  return nodes;
}

/** @param {Element} block @param {number} start @param {number} end @param {Note} note @param {number} place */
function wrap(block, start, end, note, place) {
  let at = 0;
  /** @type {HTMLElement | null} */
  let last = null;
  for (const node of textNodes(block)) {
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, node.length);
    at += node.length;
    if (from >= to || node.data.slice(from, to).trim() === '') continue;
    const words = from > 0 ? node.splitText(from) : node;
    if (to - from < words.length) words.splitText(to - from);
    last = document.createElement('span');
    last.className = 'reference-phrase';
    last.dataset.point = mark(place, note);
    words.replaceWith(last);
    last.append(words);
  }
  const key = document.createElement('sup');
  key.className = `reference-key ${note.kind}`;
  key.textContent = note.letter;
  last?.append(key);
}

/** @param {Element} reference */
function unmark(reference) {
  for (const key of reference.querySelectorAll('.reference-key')) key.remove();
  for (const phrase of reference.querySelectorAll('.reference-phrase')) phrase.replaceWith(...phrase.childNodes);
  reference.normalize();
}
