/** Asks the server for the sessions that are wanted, a moment after the last key. */
import { Problem, sessions } from '../api.js';
import { MOST } from './score-trend.js';

/** @import { History, Mode, Summary } from '../lib/types.js' */

/** @typedef {{words: string, topic: string, mode: "" | Mode, since: string, noted: boolean}} Filters `since` is a day */

const QUIET_MILLIS = 200;

export class HistorySearch {
  /** @param {() => void} changed called when there is something else to show */
  constructor(changed) {
    this.changed = changed;
    /** @type {History | null} */
    this.history = null;
    /** @type {Summary[]} the last with a score of those that are wanted, oldest first */
    this.scored = [];
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

  /** @param {Filters} filters @param {number} shown how many sessions are listed */
  look(filters, shown) {
    this.stop();
    this.problem = null;
    this.waiting = true;
    this.timer = setTimeout(() => this.ask(filters, shown), QUIET_MILLIS);
    this.changed();
  }

  /** Asks at once. @param {Filters} filters @param {number} shown */
  async ask(filters, shown) {
    this.stop();
    const { asked } = this;
    try {
      await this.read(filters, shown);
    } catch (thrown) {
      if (asked === this.asked) this.problem = Problem.of(thrown);
    }
    if (asked !== this.asked) return; // something else was asked for meanwhile
    this.waiting = false;
    this.changed();
  }

  /** @param {Filters} filters @param {number} shown */
  async read(filters, shown) {
    const { asked } = this;
    const wanted = inQuery(filters);
    const [history, { sessions: scored }] = await Promise.all([sessions(wanted, shown), sessions({ ...wanted, mode: filters.mode || 'interview', part: 'scored' }, MOST)]);
    if (asked !== this.asked) return;
    this.history = history;
    this.scored = [...scored].reverse();
  }
}

/** @param {Filters} filters */
function inQuery({ words, topic, mode, since, noted }) {
  const from = new Date(`${since}T00:00`).getTime();
  return { words: words.trim(), topic, mode, since: Number.isNaN(from) ? '' : String(from), noted: String(noted) };
}
