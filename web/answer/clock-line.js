/** The clock in the head of a session: silent, can be hidden, comes back for the last minute. */
import { html, nothing } from 'lit';
import { overFigure } from '../review/after-time.js';
import { emit } from '../lib/emit.js';
import { clockFigure, count } from '../lib/time.js';
import { SessionPart } from './session-part.js';

/** @import { SessionClock } from './clock.js' */

const LAST_MINUTE = 60_000;
const TICK_MILLIS = 200;
/** How long a hidden clock shows itself when it is asked. */
const PEEK_MILLIS = 4000;

class ClockLine extends SessionPart {
  static properties = { away: { state: true }, peek: { state: true }, figure: { state: true } };

  constructor() {
    super();
    this.away = false;
    this.peek = false;
    this.figure = '';
    /** @type {ReturnType<typeof setInterval> | undefined} */
    this.ticking = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    try {
      this.away = localStorage.getItem('clock') === 'hidden';
    } catch {
      // no storage: shown
    }
    this.ticking = setInterval(() => this.tick(), TICK_MILLIS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.ticking);
  }

  tick() {
    if (this.openSession) this.figure = clockFigure(this.openSession.clock.left());
  }

  /** Shows a hidden clock for a moment. */
  show() {
    this.peek = true;
    setTimeout(() => (this.peek = false), PEEK_MILLIS);
  }

  hide() {
    this.away = !this.away;
    try {
      localStorage.setItem('clock', this.away ? 'hidden' : 'shown');
    } catch {
      // no storage: until the page is left
    }
  }

  /** @param {string} what */
  ask(what) {
    emit(this, what);
  }

  /** @param {SessionClock} clock @param {boolean} over @param {boolean} hidden */
  words(clock, over, hidden) {
    const left = clock.left();
    const figure = html`<span class="figure">${clockFigure(left)}</span>`;
    if (over && left > 0) return 'handed in';
    if (clock.inOvertime && !over) return html`overtime <span class="figure">${overFigure(left)}</span>, not graded`;
    if (left <= 0) return 'time is over';
    if (clock.paused) return html`paused, ${figure} left`;
    if (hidden) return 'time hidden';
    return left <= LAST_MINUTE ? html`last minute, ${figure}` : html`${figure} left`;
  }

  render() {
    const { openSession } = this;
    if (!openSession) return nothing;
    const { clock, session } = openSession;
    if (clock.clock.kind === 'none') return html`<div class="clock"><p class="timer soft">no clock</p></div>`;
    const last = clock.left() <= LAST_MINUTE;
    const ended = clock.left() <= 0;
    const over = openSession.handingIn?.step === 'marking';
    // another window writes, or the answers are on their way
    const still = !openSession.writes || openSession.phase === 'over';
    const pausesLeft = session.mostPauses - session.pauses;
    const hidden = this.away && !this.peek && !last && !clock.paused;
    return html`<div class="clock">
      <p class=${last && !clock.paused && !over ? 'timer last-minute' : 'timer'} role="timer" aria-live="off">
        ${this.words(clock, over, hidden)}
      </p>
      ${last || clock.paused || ended || over ? nothing : html`<button class="action-quiet small" type="button" @click=${this.hide}>${this.away ? 'show' : 'hide'}</button>`}
      ${still || ended
        ? nothing
        : clock.paused
          ? html`<button class="action-quiet small" type="button" @click=${() => this.ask('go-on')}>go on</button>`
          : html`<button
              class="action-quiet small" type="button" ?disabled=${pausesLeft === 0} @click=${() => this.ask('pause')}
              aria-label="pause, ${count(pausesLeft, 'pause')} left"
            >pause</button>`}
    </div>`;
  }
}
customElements.define('clock-line', ClockLine);
