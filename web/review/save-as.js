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
    return html`<p class="actions small screen-only">
      <button class="quiet" type="button" title="the result and every marked answer" @click=${() => tell(this, 'print')}>Print</button>
      <a href=${exportAddress(this.session, 'md')} download title="to read: questions, answers, points, references">Save as Markdown</a>
      <a href=${exportAddress(this.session, 'json')} download title="complete: everything that is kept">Save as JSON</a>
    </p>`;
  }
}
customElements.define('save-as', SaveAs);
