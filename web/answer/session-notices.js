/** What is between the question and its answer: another window writes, something was refused. */
import { html, nothing } from 'lit';
import { SessionPart } from './session-part.js';
import './copy-all.js';

/** @import { OpenSession } from './open-session.js' */

class SessionNotices extends SessionPart {
  static properties = { copied: { attribute: false } };

  constructor() {
    super();
    this.copied = false;
  }

  render() {
    const { openSession } = this;
    if (!openSession) return nothing;
    return html`
      ${openSession.writes ? nothing : this.elsewhere(openSession)}
      ${openSession.problem
        ? html`<div class="notice broken" role="alert">
            <p>${openSession.problem.message}</p>
            ${openSession.problem.status === 404 ? html`<p><copy-all ?copied=${this.copied}></copy-all> <a href="/">Home</a></p>` : nothing}
          </div>`
        : nothing}`;
  }

  /** @param {OpenSession} openSession */
  elsewhere(openSession) {
    const unsaved = openSession.drafts.filter((draft) => draft.unsaved);
    return html`<div class="notice">
      <p><strong>This interview is open in another window.</strong> This window is read-only.</p>
      ${unsaved.length > 0
        ? html`<p>
            What could not be saved is still in the box and kept beside the answer; after taking over, you choose which text counts.
          </p>`
        : nothing}
      <p class="actions"><button class="action-primary" type="button" data-first @click=${() => openSession.server.takeOver()}>Take over here</button></p>
    </div>`;
  }
}
customElements.define('session-notices', SessionNotices);
