/** Mastery of a topic over time: the estimate as a line, the band round it, the same as a table, and one sentence. */
import { html, svg } from 'lit';
import { LightElement } from '../lib/page.js';
import { steps } from '../lib/score-bands.js';
import { count, dayOf, shortDay } from '../lib/time.js';

/** @import { MasteryDay, ScoreBand } from '../lib/types.js' */

/** @typedef {{at: number, mid: number, low: number, high: number, answers: number}} MasteryPoint a day with a figure */

class MasteryHistory extends LightElement {
  static properties = { days: { attribute: false }, bands: { attribute: false }, labelled: {} };

  constructor() {
    super();
    /** @type {MasteryDay[]} oldest first */
    this.days = [];
    /** @type {ScoreBand[]} the words for a mastery */
    this.bands = [];
    /** Id of the heading. */
    this.labelled = '';
  }

  render() {
    const points = this.days.flatMap(({ date, mid, low, high, answers }) =>
      mid === null || low === null || high === null ? [] : [{ at: dayOf(date).getTime(), mid, low, high, answers }],
    );
    const [first] = points;
    const last = points.at(-1);
    if (!first || !last || points.length < 2) return html`<p class="soft">The line needs two days with answers; so far there ${points.length === 1 ? 'is one' : 'are none'}.</p>`;
    const span = last.at - first.at || 1;
    const x = (/** @type {MasteryPoint} */ { at }) => Math.round(((at - first.at) / span) * 1000) / 10;
    const y = (/** @type {number} */ percent) => 100 - percent;
    const upper = points.map((point) => `${x(point)},${y(point.high)}`);
    const lower = points.map((point) => `${x(point)},${y(point.low)}`).reverse();
    return html`
      <div class="history-chart" role="img" aria-label="${sentence(first, last, points)} The table below has every figure.">
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          ${steps(this.bands).map(({ from }) => svg`<line class="step-line" x1="0" x2="100" y1=${y(from)} y2=${y(from)} />`)}
          <polygon class="band" points="${upper.join(' ')} ${lower.join(' ')}" />
          <polyline class="path" points=${points.map((point) => `${x(point)},${y(point.mid)}`).join(' ')} />
          ${points.map((point) => svg`<line class="tick" x1=${x(point)} x2=${x(point)} y1=${y(point.mid) - 2.5} y2=${y(point.mid) + 2.5} />`)}
        </svg>
        <ol class="history-steps small soft figure" aria-hidden="true">${steps(this.bands).map(({ from, word }) => html`<li class="at-${from}">${word}, ${from}</li>`)}</ol>
        <p class="history-days small soft" aria-hidden="true"><span>${shortDay(first.at)}</span><span>${shortDay(last.at)}</span></p>
      </div>
      <p>${sentence(first, last, points)}</p>
      <details class="small history-table-fold">
        <summary>As a table</summary>
        <table class="register" aria-labelledby=${this.labelled}>
          <thead>
            <tr><th scope="col">Day</th><th scope="col" class="number">Mastery</th><th scope="col" class="number">Band</th><th scope="col" class="number">Answers</th></tr>
          </thead>
          <tbody>
            ${[...points].reverse().map(
              ({ at, mid, low, high, answers }) => html`<tr>
                <th scope="row">${shortDay(at)}</th><td class="number">${mid} %</td><td class="number">${low}-${high}</td><td class="number">${answers}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </details>`;
  }
}
customElements.define('mastery-history', MasteryHistory);

/** @param {MasteryPoint} first @param {MasteryPoint} last @param {MasteryPoint[]} points */
function sentence(first, last, points) {
  const overlap = last.low <= first.high && first.low <= last.high;
  return `From ${first.mid} % (${first.low}-${first.high}) on ${shortDay(first.at)} to ${last.mid} % (${last.low}-${last.high}) on ${shortDay(last.at)}, ${count(points.length, 'figure')}.${overlap ? ' The two bands overlap, so this may be chance.' : ''}`;
}
