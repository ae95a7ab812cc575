/** A session taken away: Markdown, JSON, paper. Says `print`. */
import { html } from 'lit';
import { exportAddress } from '../api.js';
import { Plain } from '../lib/page.js';
import { tell } from '../lib/tell.js';

class SaveAs extends Plain {
  static properties = { session: { attribute: false } };

  constructor() {
    super();
    /** id of the session */
    this.session = '';
  }

  render() {
    return html`<button class="action" type="button" popovertarget="save-as">Save as…</button>
      <div class="save-sheet" id="save-as" popover role="dialog" aria-label="Save as" @click=${this.close}>
        <ul class="ruled">
          <li><a href=${exportAddress(this.session, 'md')} download>Markdown</a> <span class="soft">to read: answers, points, sums</span></li>
          <li><a href=${exportAddress(this.session, 'json')} download>JSON</a> <span class="soft">complete: everything that is kept</span></li>
          <li><button class="action-quiet" type="button" @click=${() => tell(this, 'print')}>Print</button> <span class="soft">the result and every marked answer</span></li>
        </ul>
      </div>`;
  }

  /** @param {MouseEvent} event */
  close(event) {
    const sheet = this.querySelector('#save-as');
    if (event.target instanceof Element && event.target.closest('a, button') && sheet instanceof HTMLElement) sheet.hidePopover();
  }
}
customElements.define('save-as', SaveAs);
