/**
 * Colours code blocks with the browser's own highlights: the text stays as it is, so marks in it, copying and reading aloud do, too. The library that finds the words
 * is fetched once there is a block to colour; without it, or in an old browser, code is plain.
 */

/** @typedef {{highlight: (code: string, how: {language: string, ignoreIllegals: boolean}) => {value: string}, getLanguage: (name: string) => unknown}} Highlighter */

const LIBRARY = '/lib/npm/highlightjs/highlight.min.js';
const BLOCKS = ':is(.reference-text, .answer-text, .context, .question-context) pre';
/** What is coloured, by what the library calls it. @type {Record<string, string>} */
const KINDS = { keyword: 'keyword', literal: 'keyword', built_in: 'keyword', string: 'string', subst: '', number: 'number', comment: 'comment', meta: 'comment' };
/** The library's answer is the code with a start and an end around each word, and an entity for each character that would be one of these. */
const PIECE = /<span class="hljs-([\w-]+)[^>]*>|<\/span>|&[#\w]+;|[^<&]+/g;
const CLOSING = '</span>';
/** Blocks that show no program. */
const NO_CODE = new Set(['output', 'text', 'plain', 'plaintext', 'console']);

/** @type {Promise<Highlighter> | null} */
let loading = null;
/** @type {Map<string, Highlight>} */
const highlights = new Map();
/** The text of a block as it was coloured, and its ranges. @type {WeakMap<Element, {text: string, first: Node | null, ranges: [string, Range][]}>} */
const coloured = new WeakMap();

/** From here on code is coloured whenever the page changes. */
function begin() {
  if (!('highlights' in CSS)) return;
  for (const kind of new Set(Object.values(KINDS))) {
    const highlight = new Highlight();
    highlights.set(kind, highlight);
    if (kind) CSS.highlights.set(`code-${kind}`, highlight);
  }
  let due = 0;
  const soon = () => {
    due ||= window.setTimeout(() => {
      due = 0;
      look();
    }, 50);
  };
  new MutationObserver(soon).observe(document.body, { childList: true, characterData: true, subtree: true });
  soon();
}

async function look() {
  const blocks = document.querySelectorAll(BLOCKS);
  if (blocks.length === 0) return;
  const highlighter = await library();
  for (const block of blocks) colour(block, highlighter);
}

/** @returns {Promise<Highlighter>} */
function library() {
  loading ??= new Promise((done) => {
    const script = document.createElement('script');
    script.src = LIBRARY;
    script.addEventListener('load', () => done(/** @type {{hljs: Highlighter}} */ (/** @type {unknown} */ (window)).hljs));
    document.head.append(script);
  });
  return loading;
}

/** @param {Element} block @param {Highlighter} highlighter */
function colour(block, highlighter) {
  const text = block.textContent ?? '';
  const texts = textsOf(block);
  const before = coloured.get(block);
  if (before?.text === text && before.first === (texts[0] ?? null)) return;
  for (const [kind, range] of before?.ranges ?? []) highlights.get(kind)?.delete(range);
  const ranges = rangesIn(block, texts, highlighter);
  for (const [kind, range] of ranges) highlights.get(kind)?.add(range);
  coloured.set(block, { text, first: texts[0] ?? null, ranges });
}

/** The texts of a block without the numbers of the points. @param {Element} block @returns {Text[]} */
function textsOf(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const texts = [];
  while (walker.nextNode()) {
    const text = /** @type {Text} */ (walker.currentNode);
    if (!text.parentElement?.closest('sup')) texts.push(text);
  }
  return texts;
}

/** @param {Element} block @param {Text[]} texts @param {Highlighter} highlighter @returns {[string, Range][]} */
function rangesIn(block, texts, highlighter) {
  const named = /language-([\w-]+)/.exec(block.querySelector('code')?.className ?? '')?.[1] ?? 'python';
  if (NO_CODE.has(named) || !highlighter.getLanguage(named)) return [];
  const code = texts.map(({ data }) => data).join('');
  /** @type {[string, Range][]} */
  const ranges = [];
  /** @type {string[]} the kinds of the words that are open, the innermost last */
  const open = [];
  let at = 0;
  for (const [piece, name] of highlighter.highlight(code, { language: named, ignoreIllegals: true }).value.matchAll(PIECE)) {
    if (name !== undefined) open.push(KINDS[name] ?? open.at(-1) ?? '');
    else if (piece === CLOSING) open.pop();
    else {
      const end = at + (piece.startsWith('&') ? 1 : piece.length);
      const kind = open.at(-1);
      if (kind) ranges.push(...pieces(texts, at, end).map((range) => /** @type {[string, Range]} */ ([kind, range])));
      at = end;
    }
  }
  return ranges;
}

/** The part of the texts from one place to another, a range a text: other elements may lie between them. @param {Text[]} texts @param {number} start @param {number} end */
function pieces(texts, start, end) {
  /** @type {Range[]} */
  const found = [];
  let at = 0;
  for (const text of texts) {
    const from = Math.max(0, start - at);
    const to = Math.min(text.data.length, end - at);
    if (from < to) {
      const range = new Range();
      range.setStart(text, from);
      range.setEnd(text, to);
      found.push(range);
    }
    at += text.data.length;
  }
  return found;
}

begin();
