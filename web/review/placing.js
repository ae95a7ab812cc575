/** Moves notes down to the height of their words where there is room, and gives leaders of one line different heights. All of it is ornament. */

/** Letters this near in height stand on one line. */
const ONE_LINE = 10;
/** The note's letter stands a little below its words' top. */
const RISE = 4;
const LEADERS_A_LINE = 3;

/** @param {HTMLElement} script the element with the passages */
export function placeNotes(script) {
  const passages = /** @type {HTMLElement[]} */ ([...script.querySelectorAll('.passage')]);
  for (const passage of passages) {
    const notes = /** @type {HTMLElement[]} */ ([...passage.querySelectorAll('.margin-note')]);
    const margin = passage.querySelector('.margin-notes');
    if (notes.length === 0 || !(margin instanceof HTMLElement)) continue;
    for (const note of notes) note.style.removeProperty('--push');
    const beside = margin.getBoundingClientRect().left >= (passage.querySelector('.answer-text')?.getBoundingClientRect().right ?? Infinity) - 1;
    const keys = notes.map((note) => script.querySelector(`#phrase-${note.dataset.point}`));
    if (beside) push(passage, margin, notes, keys);
    spread(notes, keys);
  }
}

/** @param {HTMLElement} passage @param {HTMLElement} margin @param {HTMLElement[]} notes @param {(Element | null)[]} keys */
function push(passage, margin, notes, keys) {
  const top = passage.getBoundingClientRect().top;
  const tops = notes.map((note) => note.getBoundingClientRect().top - top);
  const end = [...margin.children].reduce((last, child) => Math.max(last, child.getBoundingClientRect().bottom - top), 0);
  const room = passage.getBoundingClientRect().height - end;
  if (room <= 0) return;
  /** @type {number[]} how far down each note goes in all */
  const down = [];
  notes.forEach((_, i) => {
    const key = keys[i];
    const wanted = key ? key.getBoundingClientRect().top - top - RISE - (tops[i] ?? 0) : 0;
    down.push(Math.min(room, Math.max(down[i - 1] ?? 0, wanted)));
  });
  notes.forEach((note, i) => {
    const by = (down[i] ?? 0) - (down[i - 1] ?? 0);
    if (by > 0) note.style.setProperty('--push', `${Math.round(by)}px`);
  });
}

/** @param {HTMLElement[]} notes @param {(Element | null)[]} keys */
function spread(notes, keys) {
  const places = keys.map((key) => key?.getBoundingClientRect());
  notes.forEach((note, i) => {
    const here = places[i];
    if (!here) return;
    const after = places.filter((other) => other && Math.abs(other.top - here.top) < ONE_LINE && other.left > here.left).length;
    note.style.setProperty('--leader-lane', String(Math.min(after, LEADERS_A_LINE)));
  });
}

/** Names the anchors of the leaders; a strict content policy allows that from here only. @param {HTMLElement} script */
export function nameAnchors(script) {
  for (const note of script.querySelectorAll('.margin-note:not(.wordless)')) {
    if (!(note instanceof HTMLElement)) continue;
    const point = note.dataset.point;
    const key = script.querySelector(`#phrase-${point}`);
    if (!(key instanceof HTMLElement)) continue;
    key.style.setProperty('anchor-name', `--phrase-${point}`);
    note.style.setProperty('anchor-name', `--note-${point}`);
    note.style.setProperty('--from', `--phrase-${point}`);
    note.style.setProperty('--to', `--note-${point}`);
  }
}
