/** An answer that is marked while it is typed and kept nowhere: waits for a pause, asks, and lets only the last question answer. */
import { Problem } from '../api.js';

/** @import { Grade } from './types.js' */
/** @import { LitElement } from 'lit' */

/** A pause in typing this long asks for the marks. */
const PAUSE_MILLIS = 400;

export class LiveMarks {
  /**
   * @param {LitElement} host is drawn again with every change, and ends this with itself
   * @param {() => Promise<Grade> | null} ask asks for the grade of what is typed now; null if there is nothing to be marked
   */
  constructor(host, ask) {
    this.host = host;
    this.ask = ask;
    /** @type {Grade | null} of the words as they were asked about last */
    this.grade = null;
    /** @type {Problem | null} */
    this.problem = null;
    /** Whether what was typed last is not marked yet. */
    this.waiting = false;
    this.timer = 0;
    this.asked = 0;
    host.addController(this);
  }

  hostDisconnected() {
    clearTimeout(this.timer);
  }

  /** Something was typed. */
  typed() {
    this.waiting = true;
    this.soon();
    this.host.requestUpdate();
  }

  /** Marks it again after a pause: what it is marked against has changed. @param {number} [millis] */
  soon(millis = PAUSE_MILLIS) {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.mark(), millis);
  }

  async mark() {
    const asked = ++this.asked;
    try {
      const grade = await this.ask();
      if (asked !== this.asked) return;
      this.grade = grade;
      this.problem = null;
    } catch (thrown) {
      if (asked !== this.asked) return;
      this.problem = Problem.of(thrown);
      if (this.problem.kind === 'busy') this.soon(Number(this.problem.extras['retryAfter'] ?? 1) * 1000);
    }
    this.waiting = false;
    this.host.requestUpdate();
  }
}
