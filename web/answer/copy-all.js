/** Copies all that was typed to the clipboard, to be safe. Says `copy-all`. */
import { html } from 'lit';
import { LightElement } from '../lib/page.js';
import { emit } from '../lib/emit.js';

class CopyAll extends LightElement {
  static properties = { copied: { type: Boolean } };

  constructor() {
    super();
    /** Whether it is on the clipboard. */
    this.copied = false;
  }

  render() {
    return html`<button class="action-quiet" type="button" @click=${() => emit(this, 'copy-all')}>${this.copied ? 'Copied' : 'Copy all my text'}</button>`;
  }
}
customElements.define('copy-all', CopyAll);
