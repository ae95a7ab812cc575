/** How much time is left, from the server's deadline; the clock of the computer may be wrong or be changed. */

/** @import { Clock } from '../lib/types.js' */

export class SessionClock {
  /**
   * @param {Clock} clock
   * @param {number} serverNow the server's time when it said so
   */
  constructor(clock, serverNow) {
    this.clock = clock;
    this.offset = serverNow - performance.now();
  }

  /** What the server said last. @param {Clock} clock @param {number} serverNow */
  hear(clock, serverNow) {
    this.clock = clock;
    this.offset = serverNow - performance.now();
  }

  /** The server's time, carried on by a clock that nobody can set. */
  serverNow() {
    return performance.now() + this.offset;
  }

  /** Milliseconds left; negative after the deadline, infinite without a clock. */
  left() {
    if (this.clock.kind === 'running') return this.clock.deadline - this.serverNow();
    return this.clock.kind === 'paused' ? this.clock.millisLeft : Infinity;
  }

  /** Milliseconds that one may go on after the time. */
  overtime() {
    return this.clock.kind === 'running' ? this.clock.overtimeMillis : 0;
  }

  /** Whether the time is over and one may go on all the same. */
  get inOvertime() {
    return this.overtime() > 0 && this.left() <= 0 && this.left() > -this.overtime();
  }

  /** Milliseconds of the whole sitting, infinite without a clock. */
  total() {
    return this.clock.kind === 'none' ? Infinity : this.clock.totalMillis;
  }

  get running() {
    return this.clock.kind === 'running';
  }

  get paused() {
    return this.clock.kind === 'paused';
  }
}
