/** Looks into the questions and answers of past sessions. They are read one after the other, once, when someone searches. */
import { getSession } from '../api.js';

/** @import { Summary } from '../lib/types.js' */

/** @typedef {{place: number, prompt: string, text: string}} Searched */
/** @typedef {{place: number, before: string, hit: string, after: string}} Hit */

/** Letters shown round a hit. */
const AROUND = 40;

export class AnswerSearch {
  /** @param {() => void} more called when there is more to find */
  constructor(more) {
    this.more = more;
    /** @type {Map<string, Searched[]>} */
    this.texts = new Map();
    /** How many sessions are still to be read. */
    this.left = 0;
    this.stopped = false;
  }

  stop() {
    this.stopped = true;
  }

  /** @param {Summary[]} summaries */
  async read(summaries) {
    if (this.left > 0) return;
    const unread = summaries.filter(({ id, state }) => state !== 'in-progress' && !this.texts.has(id));
    this.left = unread.length;
    for (const { id } of unread) {
      if (this.stopped) return;
      try {
        const { questions } = await getSession(id);
        this.texts.set(id, questions.map(({ place, prompt, answer }) => ({ place, prompt, text: answer?.text ?? '' })));
      } catch {
        this.texts.set(id, []); // deleted meanwhile, or the server is gone: the list itself says so
      }
      this.left -= 1;
      this.more();
    }
  }

  /**
   * One hit a question.
   * @param {string} id of a session
   * @param {string} words
   * @returns {Hit[]}
   */
  hits(id, words) {
    const wanted = words.trim().toLowerCase();
    if (wanted === '') return [];
    return (this.texts.get(id) ?? []).flatMap(({ place, prompt, text }) => {
      const found = [text, prompt].map((from) => ({ from, at: from.toLowerCase().indexOf(wanted) })).find(({ at }) => at >= 0);
      if (!found) return [];
      const { from, at } = found;
      const end = at + wanted.length;
      const start = at <= AROUND ? 0 : from.indexOf(' ', at - AROUND) + 1 || at - AROUND;
      const stop = end + AROUND >= from.length ? from.length : Math.max(end, from.lastIndexOf(' ', end + AROUND));
      return [{ place, before: (start > 0 ? '… ' : '') + from.slice(Math.min(start, at), at), hit: from.slice(at, end), after: from.slice(end, stop) + (stop < from.length ? ' …' : '') }];
    });
  }
}
