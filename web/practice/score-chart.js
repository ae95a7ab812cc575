/** Scores of interviews as a line with its band, and the same as a table. */
import { html, svg } from 'lit';
import { LightElement } from '../lib/page.js';
import { shortDay } from '../lib/time.js';

/** @import { Summary } from '../lib/types.js' */

const WIDTH = 620;
const HEIGHT = 220;
const LEFT = 52;
const RIGHT = 580;
const TOP = 14;
const FLOOR = 194;
/** More than these do not fit. */
export const MOST = 30;

/** @param {number} percent */
const y = (percent) => Math.round((FLOOR - (percent / 100) * (FLOOR - TOP)) * 10) / 10;

class ScoreChart extends LightElement {
  static properties = { sessions: { attribute: false } };

  constructor() {
    super();
    /** @type {Summary[]} oldest first, at least two, each with a score */
    this.sessions = [];
  }

  render() {
    const shown = this.sessions.slice(-MOST).flatMap(({ score, startedAt }) => (score ? [{ ...score, at: startedAt }] : []));
    const x = (/** @type {number} */ i) => Math.round((LEFT + (i * (RIGHT - LEFT)) / Math.max(1, shown.length - 1)) * 10) / 10;
    const upper = shown.map(({ high }, i) => `${x(i)},${y(high)}`);
    const lower = shown.map(({ low }, i) => `${x(i)},${y(low)}`).reverse();
    const first = shown[0];
    const last = shown.at(-1);
    return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Scores of ${shown.length} interviews: ${shown.map(({ percent }) => percent).join(', ')} of 100. The table below has every figure.">
        ${[0, 50, 100].map((percent) => svg`<line class="grid" x1=${LEFT} x2=${RIGHT} y1=${y(percent)} y2=${y(percent)} /><text x=${LEFT - 8} y=${y(percent) + 4} text-anchor="end">${percent}</text>`)}
        <polygon class="band" points="${upper.join(' ')} ${lower.join(' ')}" />
        <polyline class="line" points=${shown.map(({ percent }, i) => `${x(i)},${y(percent)}`).join(' ')} />
        ${shown.map(({ percent }, i) => svg`<circle class="dot ${i === shown.length - 1 ? 'last' : ''}" cx=${x(i)} cy=${y(percent)} r=${i === shown.length - 1 ? 4.5 : 3.5} />`)}
        <text class="now" x=${RIGHT + 10} y=${y(last?.percent ?? 0) + 5}>${last?.percent}</text>
        <text x=${LEFT} y=${HEIGHT - 4}>${first ? shortDay(first.at) : ''}</text>
        <text x=${RIGHT} y=${HEIGHT - 4} text-anchor="end">${first && last && shortDay(first.at) !== shortDay(last.at) ? shortDay(last.at) : ''}</text>
      </svg>
      <details class="small">
        <summary>As a table</summary>
        <table class="register" aria-label="Score by interview">
          <thead><tr><th scope="col">Interview</th><th scope="col" class="number">Score</th><th scope="col" class="number">Between</th></tr></thead>
          <tbody>
            ${[...shown].reverse().map(({ at, percent, low, high }) => html`<tr><th scope="row">${shortDay(at)}</th><td class="number">${percent}</td><td class="number">${low} and ${high}</td></tr>`)}
          </tbody>
        </table>
      </details>`;
  }
}
customElements.define('score-chart', ScoreChart);
