/** What to do while the server is gone: nothing. It is in the margin, so that the box under the hands does not move. */
import { html, nothing } from 'lit';
import { inWords } from '../lib/time.js';
import { SessionPart } from './session-part.js';
import './copy-all.js';

/** @import { OpenSession } from './open-session.js' */

class OfflineRemark extends SessionPart {
  static properties = { copied: { attribute: false } };

  constructor() {
    super();
    this.copied = false;
  }

  render() {
    const { openSession } = this;
    if (!openSession?.writes || openSession.saver.state().kind !== 'device') return nothing;
    return html`<div class="notice device-only">
      <p>
        <strong>The server is not responding.</strong> Go on writing: your words are kept in this browser${openSession.clock.running ? ', the clock goes on,' : nothing}
        and are sent as soon as it is back. All ${inWords(openSession.drafts.length)} questions are already here.
      </p>
      <p class="small soft">If you closed the terminal, start it again with <code>rejoinder serve</code>.</p>
      <p><copy-all ?copied=${this.copied}></copy-all></p>
    </div>`;
  }
}
customElements.define('offline-remark', OfflineRemark);
