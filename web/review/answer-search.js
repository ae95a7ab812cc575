/** Asks the server which questions, answers and notes have some words, a moment after the last key. */
import { Problem, search } from '../api.js';

/** @import { Hit } from '../lib/types.js' */

const QUIET_MILLIS = 200;

export class AnswerSearch {
  /** @param {() => void} changed called when there is something else to show */
  constructor(changed) {
    this.changed = changed;
    /** @type {Map<string, {hits: Hit[], more: number}> | null} by session; null while nothing is looked for */
    this.found = null;
    /** @type {Problem | null} */
    this.problem = null;
    this.waiting = false;
    this.asked = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  stop() {
    clearTimeout(this.timer);
    this.asked += 1;
  }

  /** @param {string} words @param {boolean} noted only questions with a note */
  look(words, noted) {
    this.stop();
    this.problem = null;
    this.waiting = words.trim() !== '' || noted;
    if (!this.waiting) this.found = null;
    else this.timer = setTimeout(() => this.ask(words, noted, this.asked), QUIET_MILLIS);
  }

  /** @param {string} words @param {boolean} noted @param {number} asked */
  async ask(words, noted, asked) {
    try {
      const sessions = await search(words, noted);
      if (asked !== this.asked) return; // other words were typed meanwhile
      this.found = new Map(sessions.map(({ id, hits, more }) => [id, { hits, more }]));
    } catch (thrown) {
      if (asked !== this.asked) return;
      this.problem = Problem.of(thrown);
    }
    this.waiting = false;
    this.changed();
  }

  /** @param {string} id of a session */
  hits(id) {
    return this.found?.get(id) ?? { hits: [], more: 0 };
  }
}
