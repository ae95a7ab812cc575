/** Key points that were found in the full answer and wait for a person. Tells `accepted` with those to keep, `refused` with those to throw away. */
import { html, nothing } from 'lit';
import { emit } from '../lib/emit.js';
import { LightElement } from '../lib/page.js';

/** @import { EditedPoint } from '../lib/types.js' */

class ProposedPoints extends LightElement {
  static properties = { points: { attribute: false } };

  constructor() {
    super();
    /** @type {EditedPoint[]} */
    this.points = [];
  }

  render() {
    const { points } = this;
    if (points.length === 0) return nothing;
    return html`<section class="notice device-only" aria-label="Proposed points">
      <p>${points.length === 1 ? 'This point was' : 'These points were'} found in the full answer. ${points.length === 1 ? 'It does' : 'They do'} not count until you accept ${points.length === 1 ? 'it' : 'them'}.</p>
      <ol class="ruled found-points">${points.map((point) => this.row(point))}</ol>
      ${points.length > 1
        ? html`<p class="actions"><button class="action action-small" type="button" @click=${() => emit(this, 'accepted', points)}>Accept all ${points.length}</button>
            <button class="quiet" type="button" @click=${() => emit(this, 'refused', points)}>Leave them all out</button></p>`
        : nothing}
    </section>`;
  }

  /** @param {EditedPoint} point */
  row(point) {
    return html`<li><span dir="auto">${point.statement}</span> <span class="small soft">${point.bonus ? 'bonus' : 'core'}</span>
      <button class="quiet" type="button" @click=${() => emit(this, 'accepted', [point])}>Accept<span class="unseen"> “${point.statement}”</span></button>
      <button class="quiet" type="button" @click=${() => emit(this, 'refused', [point])}>Leave out<span class="unseen"> “${point.statement}”</span></button></li>`;
  }
}
customElements.define('proposed-points', ProposedPoints);
