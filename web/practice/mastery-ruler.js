/** Mastery on a ruler: a tick for the estimate, a box for the band, marks where the word changes. It repeats what is beside it in words. */
import { html, nothing } from 'lit';
import { LightElement } from '../lib/page.js';

/** @import { Mastery } from '../lib/types.js' */

class MasteryRuler extends LightElement {
  static properties = { mastery: { attribute: false }, earlier: { attribute: false } };

  constructor() {
    super();
    /** @type {Pick<Mastery, "low" | "mid" | "high"> | null} one with a number */
    this.mastery = null;
    /** @type {number | null} the estimate that it is compared with */
    this.earlier = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.classList.add('mastery');
    this.setAttribute('aria-hidden', 'true');
  }

  updated() {
    for (const bound of /** @type {const} */ (['low', 'mid', 'high'])) this.style.setProperty(`--${bound}`, String(this.mastery?.[bound] ?? 0));
    this.style.setProperty('--before', String(this.earlier ?? 0));
  }

  render() {
    return html`<span class="step"></span><span class="step"></span><span class="step"></span><span class="band"></span>${this.earlier === null ? nothing : html`<span class="was"></span>`}<span class="estimate"></span>`;
  }
}
customElements.define('mastery-ruler', MasteryRuler);
