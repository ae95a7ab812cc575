/** Key points that were missed, each with the way to say it in one line here. Draws rows. */
import { html, nothing } from 'lit';
import { drillPoint } from '../api.js';
import { LightElement } from '../lib/page.js';
import { withoutTicks } from '../lib/words.js';
import './point-drill.js';

/** @typedef {{statement: string, said: string, ask: string, question: string, point: string, where: {id: string, prompt: string}[]}} MissedPoint */

/** More are folded away. */
const SHOWN = 5;

class WeakPoints extends LightElement {
  static properties = { points: { attribute: false }, open: { state: true }, all: { state: true } };

  constructor() {
    super();
    /** @type {MissedPoint[]} worst first */
    this.points = [];
    /** The point that is asked for now, as question and id. */
    this.open = '';
    this.all = false;
  }

  /** @param {string} key */
  async drill(key) {
    this.open = this.open === key ? '' : key;
    await this.updateComplete;
    const box = this.querySelector('point-drill input');
    if (box instanceof HTMLElement) box.focus();
  }

  async putAway() {
    const way = this.querySelector('[aria-expanded="true"]');
    this.open = '';
    await this.updateComplete;
    if (way instanceof HTMLElement) way.focus();
  }

  render() {
    const shown = this.all ? this.points : this.points.slice(0, SHOWN);
    const rest = this.points.length - shown.length;
    return html`${shown.map((point) => this.row(point))}
      ${rest > 0
        ? html`<div class="row screen-only">
            <div class="script"><p><button class="action-quiet" type="button" @click=${() => (this.all = true)}>${rest} more</button></p></div>
            <div class="margin"></div>
          </div>`
        : nothing}`;
  }

  /** @param {MissedPoint} point */
  row({ statement, said, ask, question, point, where }) {
    const key = `${question} ${point}`;
    const open = this.open === key;
    return html`<div class="row weak-point">
        <div class="script"><div class="ruled-off">
          ${open
            ? html`<p class="soft">You see it after your line.</p>`
            : html`<p class="key-point" dir="auto">${withoutTicks(statement)}</p>`}
          <p class="small soft">
            ${said}, in ${where.map(({ prompt }, i) => html`${i > 0 ? '; ' : ''}<span dir="auto">“${prompt}”</span>`)}
            ${ask === '' ? nothing : html`<button class="action-quiet" type="button" aria-expanded=${open} aria-label=${open ? 'Put it away' : `Say it in one line: ${withoutTicks(statement)}`} @click=${() => this.drill(key)}>${open ? 'put it away' : 'say it in one line'}</button>`}
          </p>
          ${open ? html`<point-drill .ask=${ask} .mark=${(/** @type {string} */ text) => drillPoint(question, point, text)} @left=${() => this.putAway()}></point-drill>` : nothing}
        </div></div>
        <div class="margin"></div>
      </div>`;
  }
}
customElements.define('weak-points', WeakPoints);
