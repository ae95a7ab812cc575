/** Copies all that was typed to the clipboard, to be safe. Says `copy-all`. */
import { html } from 'lit';
import { Plain } from '../lib/page.js';
import { tell } from '../lib/emit.js';

class CopyAll extends Plain {
  static properties = { copied: { type: Boolean } };

  constructor() {
    super();
    /** Whether it is on the clipboard. */
    this.copied = false;
  }

  render() {
    return html`<button class="action-quiet" type="button" @click=${() => tell(this, 'copy-all')}>${this.copied ? 'Copied' : 'Copy all my text'}</button>`;
  }
}
customElements.define('copy-all', CopyAll);
