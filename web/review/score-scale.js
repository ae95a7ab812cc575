/** A line under a score: full to the lower end of what it could be, dashed to the upper. It repeats what is beside it in words. */
import { html } from 'lit';
import { LightElement } from '../lib/page.js';

class ScoreScale extends LightElement {
  static properties = { at: { type: Number }, low: { type: Number }, high: { type: Number } };

  constructor() {
    super();
    this.at = 0;
    this.low = 0;
    this.high = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.classList.add('scale');
    this.setAttribute('aria-hidden', 'true');
  }

  updated() {
    for (const bound of /** @type {const} */ (['at', 'low', 'high'])) this.style.setProperty(`--${bound}`, String(this[bound]));
  }

  render() {
    return html`<i class="sure"></i><i class="open"></i>`;
  }
}
customElements.define('score-scale', ScoreScale);
