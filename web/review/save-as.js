/** A session taken away with one press: Markdown, JSON, paper. Says `print`. */
import { html } from 'lit';
import { exportAddress } from '../api.js';
import { Plain } from '../lib/page.js';
import { tell } from '../lib/emit.js';

class SaveAs extends Plain {
  static properties = { session: { attribute: false } };

  constructor() {
    super();
    /** id of the session */
    this.session = '';
  }

  render() {
    return html`<span class="soft">Save as</span>
      <a class="action-quiet" href=${exportAddress(this.session, 'md')} download title="to read: answers, points, sums">Markdown</a>
      <a class="action-quiet" href=${exportAddress(this.session, 'json')} download title="complete: everything that is kept">JSON</a>
      <button class="action-quiet" type="button" title="the result and every marked answer" @click=${() => tell(this, 'print')}>Print</button>`;
  }
}
customElements.define('save-as', SaveAs);
