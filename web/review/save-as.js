/** A session taken away with one press: Markdown, JSON, paper. Says `print`. */
import { html } from 'lit';
import { exportAddress } from '../api.js';
import { LightElement } from '../lib/page.js';
import { emit } from '../lib/emit.js';

class SaveAs extends LightElement {
  static properties = { session: { attribute: false } };

  constructor() {
    super();
    /** id of the session */
    this.session = '';
  }

  render() {
    return html`<p class="actions small screen-only">
      <button class="quiet" type="button" title="the result and every marked answer" @click=${() => emit(this, 'print')}>Print</button>
      <a href=${exportAddress(this.session, 'md')} download title="to read: questions, answers, points, references">Save as Markdown</a>
      <a href=${exportAddress(this.session, 'json')} download title="complete: everything that is kept">Save as JSON</a>
    </p>`;
  }
}
customElements.define('save-as', SaveAs);
