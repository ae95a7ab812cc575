/** The time that is left in a session that is not open here: `06:12 left`. */
import { html } from 'lit';
import { overFigure } from '../review/after-time.js';
import { LightElement } from '../lib/page.js';
import { emit } from '../lib/emit.js';
import { clockFigure } from '../lib/time.js';
import { SessionClock } from './clock.js';

/** @import { Clock } from '../lib/types.js' */

class TimeLeft extends LightElement {
  static properties = { clock: { attribute: false }, now: { attribute: false }, figure: { state: true } };

  constructor() {
    super();
    /** @type {Clock} */
    this.clock = { kind: 'none' };
    this.now = 0;
    this.figure = '';
    this.word = 'left';
    /** @type {ReturnType<typeof setInterval> | undefined} */
    this.ticking = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    const clock = new SessionClock(this.clock, this.now);
    const tick = () => {
      this.figure = clock.inOvertime ? overFigure(clock.left()) : clockFigure(clock.left());
      this.word = clock.inOvertime ? 'overtime' : 'left';
      if (clock.running && clock.left() <= -clock.overtime()) {
        clearInterval(this.ticking);
        emit(this, 'time-over');
      }
    };
    if (this.clock.kind === 'none') return;
    tick();
    if (clock.running) this.ticking = setInterval(tick, 500);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.ticking);
  }

  render() {
    if (this.clock.kind === 'none') return 'no clock';
    const left = html`<span class="figure">${this.figure}</span> ${this.word}`;
    return this.clock.kind === 'paused' ? html`paused, ${left}` : left;
  }
}
customElements.define('time-left', TimeLeft);
