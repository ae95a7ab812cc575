/** Advice about the time a question takes; it locks nothing. */
import { html, nothing } from 'lit';
import { capital, inWords, minutes } from '../lib/time.js';
import { SessionPart } from './session-part.js';

/** @import { OpenSession } from './open-session.js' */

/** From this multiple of the suggested time on the remark says what is left for the others. */
const LONG = 1.5;
/** How often the figures are looked at. */
const LOOK_MILLIS = 5000;

class PaceRemark extends SessionPart {
  static properties = { short: { type: Boolean } };

  constructor() {
    super();
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
    const { openSession } = this;
    if (!openSession) return nothing;
    const about = minutes(openSession.question.suggestedMillis);
    if (this.short) return `about ${about}`;
    const words = this.words(openSession, about);
    return words ? html`<p class="remark pace">${words}</p>` : nothing;
  }

  /** @param {OpenSession} openSession @param {string} about */
  words(openSession, about) {
    if (openSession.isSettled() || openSession.clock.paused) return '';
    const { clock, question, draft } = openSession;
    const spent = draft.spentMillis;
    if (spent <= LONG * question.suggestedMillis) {
      return spent < 30_000 ? `About ${about} for this one.` : `About ${about} for this one; ${minutes(spent)} used.`;
    }
    const left = openSession.drafts.filter((other) => other !== draft && other.empty && !openSession.isSettled(other.place)).length;
    const here = `${capital(minutes(spent))} here`;
    if (clock.clock.kind === 'none' || left === 0) return `${here}; about ${about} is usual.`;
    return `${here}; ${inWords(left)} ${left === 1 ? 'question is' : 'questions are'} left in ${minutes(Math.max(0, clock.left()))}.`;
  }
}
customElements.define('pace-remark', PaceRemark);
