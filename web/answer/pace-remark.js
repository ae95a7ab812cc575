/** Advice about the time a question takes; it locks nothing. */
import { html, nothing } from 'lit';
import { Plain } from '../lib/page.js';
import { capital, inWords, minutes } from '../lib/time.js';

/** @import { Desk } from './open-session.js' */

/** From this multiple of the suggested time on the remark says what is left for the others. */
const LONG = 1.5;
/** How often the figures are looked at. */
const LOOK_MILLIS = 5000;

class PaceRemark extends Plain {
  static properties = { desk: { attribute: false }, change: { attribute: false }, short: { type: Boolean } };

  constructor() {
    super();
    /** @type {Desk | null} */
    this.desk = null;
    this.change = 0;
    /** Only how long the question takes as a rule. */
    this.short = false;
    /** @type {ReturnType<typeof setInterval> | undefined} */
    this.looking = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    if (!this.short) this.looking = setInterval(() => this.requestUpdate(), LOOK_MILLIS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.looking);
  }

  render() {
    const { desk } = this;
    if (!desk) return nothing;
    const about = minutes(desk.question.suggestedMillis);
    if (this.short) return `about ${about}`;
    const words = this.words(desk, about);
    return words ? html`<p class="remark pace">${words}</p>` : nothing;
  }

  /** @param {Desk} desk @param {string} about */
  words(desk, about) {
    if (desk.isSettled() || desk.clock.paused) return '';
    const { clock, question, work } = desk;
    const spent = work.spentMillis;
    if (spent <= LONG * question.suggestedMillis) {
      return spent < 30_000 ? `About ${about} for this one.` : `About ${about} for this one; ${minutes(spent)} used.`;
    }
    const left = desk.works.filter((other) => other !== work && other.empty && !desk.isSettled(other.place)).length;
    const here = `${capital(minutes(spent))} here`;
    if (clock.clock.kind === 'none' || left === 0) return `${here}; about ${about} is usual.`;
    return `${here}; ${inWords(left)} ${left === 1 ? 'question is' : 'questions are'} left in ${minutes(Math.max(0, clock.left()))}.`;
  }
}
customElements.define('pace-remark', PaceRemark);
