/** Looks at the clock while a session is open: milestones, the last stretch, the end; sleep and looking away. */
import { milestone } from './milestones.js';

/** @import { SessionClock } from './clock.js' */

const TICK_MILLIS = 250;
/** In the last stretch whatever is typed is saved every second. */
const LAST_STRETCH_MILLIS = 15_000;
const LAST_STRETCH_EVERY_MILLIS = 1000;
/** How often the server is asked who has the write lock and what time it is. */
const PULSE_MILLIS = 30_000;
/** The computer's clock and the monotonic clock moved apart by this: the computer slept, or its clock was set. */
const SLEPT_MILLIS = 2000;

/**
 * @typedef {object} Watched
 * @property {() => void} tick every moment, for the time that is spent on a question
 * @property {(words: string) => void} say
 * @property {() => void} lastStretch every second of it
 * @property {() => void} over once, at the end
 * @property {() => void} overtime once, when the time is over and one may go on
 * @property {() => void} pulse the clock and the write lock may be others
 * @property {() => void} away the page may be going away
 */

/** Also just after it: what is under way still counts. @param {number} left */
const inLastStretch = (left) => left <= LAST_STRETCH_MILLIS && left > -LAST_STRETCH_MILLIS / 5;

export class SessionTimer {
  /** @param {SessionClock} clock @param {Watched} watched */
  constructor(clock, watched) {
    this.clock = clock;
    this.watched = watched;
    this.leftBefore = clock.left();
    this.stretchAt = 0;
    this.apart = Date.now() - performance.now();
    this.intervals = [setInterval(() => this.tick(), TICK_MILLIS), setInterval(() => watched.pulse(), PULSE_MILLIS)];
    this.leaving = new AbortController();
    const { signal } = this.leaving;
    addEventListener('pagehide', () => watched.away(), { signal });
    document.addEventListener('visibilitychange', () => (document.hidden ? watched.away() : watched.pulse()), { signal });
    addEventListener('pageshow', (event) => event.persisted && location.reload(), { signal });
  }

  tick() {
    this.watched.tick();
    const apart = Date.now() - performance.now();
    if (Math.abs(apart - this.apart) > SLEPT_MILLIS) {
      this.apart = apart;
      this.watched.pulse();
    }
    if (!this.clock.running) return;
    const left = this.clock.left();
    const words = milestone(this.leftBefore, left, this.clock.total());
    const end = -this.clock.overtime();
    const endsNow = this.leftBefore > end && left <= end;
    const timeIsOver = this.leftBefore > 0 && left <= 0;
    this.leftBefore = left;
    if (words) this.watched.say(words);
    if (endsNow) this.watched.over();
    else if (timeIsOver) this.watched.overtime();
    else if ((inLastStretch(left) || inLastStretch(left - end)) && performance.now() - this.stretchAt >= LAST_STRETCH_EVERY_MILLIS) {
      this.stretchAt = performance.now();
      this.watched.lastStretch();
    }
  }

  close() {
    this.intervals.forEach(clearInterval);
    this.leaving.abort();
  }
}
