/** `3 2 1` above the first answer: Esc takes the start back, as if it had not been. */
import { html } from 'lit';
import { LightElement } from '../lib/page.js';
import { emit } from '../lib/emit.js';

const SECONDS = 3;

class CountdownLine extends LightElement {
  static properties = { left: { state: true } };

  constructor() {
    super();
    this.left = SECONDS;
    /** @type {ReturnType<typeof setInterval> | undefined} */
    this.ticking = undefined;
    /** @param {KeyboardEvent} event */
    this.onKey = (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      this.emit('take-back');
    };
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('keydown', this.onKey);
    this.ticking = setInterval(() => {
      this.left -= 1;
      if (this.left === 0) this.emit('begun');
    }, 1000);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.ticking);
    document.removeEventListener('keydown', this.onKey);
  }

  /** @param {string} what */
  emit(what) {
    emit(this, what);
  }

  render() {
    return html`<p class="countdown">
      <strong class="figure">${this.left}</strong>
      <span class="soft"
        ><button class="action-quiet" type="button" @click=${() => this.emit('take-back')}>Not now</button> <kbd>Esc</kbd> Nothing is counted.</span
      >
    </p>`;
  }
}
customElements.define('countdown-line', CountdownLine);
