/** The attempts at one question side by side: points as rows, attempts as columns. */
import { html, nothing } from 'lit';
import { withCode } from '../lib/inline-code.js';
import { LightElement } from '../lib/page.js';
import { count, daysBetween, hourAndMinute } from '../lib/time.js';
import { verdictWord } from './verdict-word.js';

/** @import { PastAttempt } from '../lib/types.js' */

/** As many are beside one another without sideways scrolling, on a narrow page and on a wide one or paper. */
const BESIDE_NARROW = 3;
const BESIDE = 5;
const WIDE = '(min-width: 30rem)';

class PastAttempts extends LightElement {
  static properties = {
    all: { state: true },
    attempts: { attribute: false },
    session: { attribute: false },
    place: { attribute: false },
    now: { attribute: false },
    plain: { type: Boolean },
  };

  constructor() {
    super();
    /** @type {PastAttempt[]} oldest first */
    this.attempts = [];
    /** id of the session that is being looked at */
    this.session = '';
    this.place = 0;
    this.now = 0;
    /** without marks */
    this.plain = false;
    this.all = false;
  }

  shown() {
    return this.all ? this.attempts : this.beside(matchMedia(WIDE).matches ? BESIDE : BESIDE_NARROW);
  }

  /** The newest, and the one that is being looked at. @param {number} most */
  beside(most) {
    const { attempts } = this;
    if (attempts.length <= most) return attempts;
    const newest = attempts.slice(-most);
    const here = attempts.find((attempt) => this.isHere(attempt));
    return here && !newest.includes(here) ? [here, ...newest.slice(1)] : newest;
  }

  /** @param {PastAttempt} attempt */
  isHere({ session, place }) {
    return session === this.session && place === this.place;
  }

  render() {
    if (this.attempts.length < 2) return nothing;
    const shown = this.shown().length;
    return html`<section class="row" aria-labelledby="attempts-head">
      <div class="script">
        <h2 id="attempts-head">Your ${count(this.attempts.length, 'attempt')} at this question</h2>
        ${this.plain ? nothing : this.table()}
        ${shown < this.attempts.length
          ? html`<p class="screen-only"><button class="action-quiet" type="button" @click=${() => (this.all = true)}>All ${this.attempts.length} side by side</button></p>`
          : nothing}
        <details class="past-answers">
          <summary>The answers side by side</summary>
          <div class="versions">
            ${this.shown().map(
              (attempt) => html`<div class="version-shown">
                <h3 class="answer-head">${this.named(attempt)}${attempt.percent === null || this.plain ? nothing : html`, <span class="figure">${attempt.percent} %</span>`}</h3>
                <p class="version-text kept-text" dir="auto">${attempt.text.trim() === '' ? html`<span class="soft">Nothing was written.</span>` : attempt.text}</p>
              </div>`,
            )}
          </div>
        </details>
      </div>
      <div class="margin"></div>
    </section>`;
  }

  table() {
    const attempts = this.shown();
    const points = pointsOf(attempts);
    if (points.length === 0) return nothing;
    const onPaper = this.beside(BESIDE);
    /** paper does not scroll @param {PastAttempt} attempt */
    const where = (attempt) => (onPaper.includes(attempt) ? '' : 'screen-only');
    return html`<div class="wide" tabindex="0" role="region" aria-label="Attempts by key point">
      <table class="register small attempts">
        <caption class="unseen">What each attempt made of each key point</caption>
        <thead>
          <tr>
            <th scope="col">Point</th>
            ${attempts.map((attempt) => html`<th scope="col" class=${where(attempt)}>${this.named(attempt)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${points.map(
            ([id, statement]) => html`<tr>
              <th scope="row"><span class="remark" dir="auto">${withCode(statement)}</span></th>
              ${attempts.map((attempt) => {
                const { findings, percent } = attempt;
                const finding = findings.find(({ point }) => point === id);
                return html`<td class=${where(attempt)}>${finding ? verdictWord(finding.kind) : html`<span class="soft">${percent === null ? 'not yet' : 'not asked'}</span>`}</td>`;
              })}
            </tr>`,
          )}
          <tr>
            <th scope="row">Score</th>
            ${attempts.map((attempt) => html`<td class="figure ${where(attempt)}">${attempt.percent === null ? html`<span class="soft">not yet</span>` : html`<strong>${attempt.percent} %</strong>`}</td>`)}
          </tr>
        </tbody>
      </table>
      <p class="attempts-legend small soft" aria-hidden="true">✓ made, ? unclear, ○ not said, ✗ contradicted</p>
    </div>`;
  }

  /** @param {PastAttempt} attempt */
  named(attempt) {
    const { session, place, at } = attempt;
    const words = shortDay(at, this.now);
    return this.isHere(attempt)
      ? html`<span class="here">${words}, this one</span>`
      : html`<a href="/sessions/${session}/questions/${place + 1}">${words}</a>`;
  }
}
customElements.define('past-attempts', PastAttempts);

/** `today 12:15`, `12 Nov`, `12 Nov 2024` @param {number} at @param {number} now */
function shortDay(at, now) {
  if (daysBetween(at, now) === 0) return `today ${hourAndMinute(at)}`;
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) });
}

/** The points of all attempts, the newest wording of each. @param {PastAttempt[]} attempts */
function pointsOf(attempts) {
  /** @type {Map<string, string>} */
  const points = new Map();
  for (const { findings } of [...attempts].reverse()) {
    for (const { point, statement } of findings) if (!points.has(point)) points.set(point, statement);
  }
  return [...points];
}
