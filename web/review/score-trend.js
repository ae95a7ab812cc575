/** Scores over time: a small drawing, the same as a table, and one sentence. */
import { html, nothing, svg } from 'lit';
import { LightElement } from '../lib/page.js';
import { count } from '../lib/time.js';

/** @import { Summary } from '../lib/types.js' */

/** More than these do not fit. */
export const MOST = 14;
const WIDTH = 240;
const HEIGHT = 118;
const TOP = 8;
const FLOOR = 96;
const SIDE = 14;

/** @param {number} percent */
const y = (percent) => Math.round((FLOOR - (percent / 100) * (FLOOR - TOP)) * 10) / 10;

class ScoreTrend extends LightElement {
  static properties = { sessions: { attribute: false }, what: { attribute: false }, solid: { type: Number } };

  constructor() {
    super();
    /** @type {Summary[]} oldest first, each with a score */
    this.sessions = [];
    /** What they are. */
    this.what = '';
    /** The per cent from which a session came out well. */
    this.solid = 0;
  }

  render() {
    const shown = this.sessions.slice(-MOST).flatMap(({ score, startedAt }) => (score ? [{ ...score, at: startedAt }] : []));
    const [first] = shown;
    const last = shown.at(-1);
    if (!first || !last || shown.length < 2) return nothing;
    const x = (/** @type {number} */ i) => Math.round((SIDE + (i * (WIDTH - 2 * SIDE)) / (shown.length - 1)) * 10) / 10;
    const said = `${this.what}, the last ${shown.length}`;
    return html`<p class="margin-head">${said}</p>
      <svg class="trend" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${said}: ${shown.map(({ percent }) => percent).join(', ')} per cent. The line for solid is at ${this.solid}.">
        <line class="solid-line" x1="8" x2=${WIDTH - 4} y1=${y(this.solid)} y2=${y(this.solid)} />
        <text x="8" y=${y(this.solid) - 5}>solid, ${this.solid} %</text>
        ${shown.map(({ low, high }, i) => svg`<line class="span" x1=${x(i)} x2=${x(i)} y1=${y(low)} y2=${y(high)} />`)}
        <polyline class="path" points=${shown.map(({ percent }, i) => `${x(i)},${y(percent)}`).join(' ')} />
        ${shown.map(({ percent }, i) => svg`<circle class="dot" cx=${x(i)} cy=${y(percent)} r="2.5" />`)}
        <text x="8" y=${HEIGHT - 4}>${month(first.at)}</text>
        <text x=${WIDTH - 4} y=${HEIGHT - 4} text-anchor="end">${month(last.at)}</text>
      </svg>
      <p class="remark">${sentence(shown)}</p>
      <details class="small">
        <summary>As a table</summary>
        <table class="register small">
          <thead><tr><th scope="col">Day</th><th class="number" scope="col">Score</th><th class="number" scope="col">Bracket</th></tr></thead>
          <tbody>
            ${[...shown].reverse().map(({ at, percent, low, high }) => html`<tr><td>${month(at)}</td><td class="number">${percent} %</td><td class="number">${low}-${high}</td></tr>`)}
          </tbody>
        </table>
      </details>`;
  }
}
customElements.define('score-trend', ScoreTrend);

/** @param {number} at */
const month = (at) => new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'short' });

/** @param {{percent: number, low: number, high: number}[]} shown */
function sentence(shown) {
  const first = shown[0];
  const last = shown.at(-1);
  const before = shown.at(-2);
  if (!first || !last || !before) return nothing;
  const overlap = last.low <= before.high && before.low <= last.high;
  return `From ${first.percent} to ${last.percent} in ${count(shown.length, 'session')}.${overlap ? ' The last two differ by less than their margins of error.' : ''}`;
}
