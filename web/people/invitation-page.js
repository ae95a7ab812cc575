/** Accepts an invitation: its secret stands behind the # of the address, which no server sees; a password is chosen. */
import { html, nothing } from 'lit';
import { Problem, acceptInvitation, openInvitation } from '../api.js';
import { Page } from '../lib/page.js';
import { day } from '../lib/time.js';

/** @import { Invitation } from '../lib/types.js' */

const LEAST = 10;

class InvitationPage extends Page {
  static properties = { refused: { state: true }, busy: { state: true } };

  constructor() {
    super();
    /** @type {Invitation | null} */
    this.invitation = null;
    /** @type {Problem | null} */
    this.refused = null;
    this.busy = false;
    this.secret = location.hash.slice(1);
  }

  async load() {
    if (this.secret === '') throw new Problem('no-such-invitation', 404, 'This link is incomplete; open it as it was sent to you.');
    this.invitation = await openInvitation(this.secret);
  }

  pageTitle() {
    return 'Choose a password';
  }

  sheet() {
    const { name, renews, expiresAt } = /** @type {Invitation} */ (this.invitation);
    return html`<div class="row">
      <div class="script">
        <h1>${renews ? `Another password, ${name}` : `Welcome, ${name}`}</h1>
        <p>${renews ? 'Choose another password. Every window that uses the old one is signed out.' : 'Choose a password. From now on you sign in with it and your name.'}</p>
        <form class="account-form" @submit=${this.send}>
          <p class="field"><label for="name">Name</label><input type="text" id="name" name="name" readonly .value=${name} autocomplete="username" /></p>
          <p class="field"><label for="password">Password</label><input type="password" id="password" name="password" data-first required minlength=${LEAST} maxlength="200" autocomplete="new-password" aria-describedby="rule" /></p>
          <p class="small soft" id="rule">At least ${LEAST} characters; a few random words are easy to remember and hard to guess.</p>
          ${this.refused ? html`<p class="failed-word" role="alert">${this.refused.message}</p>` : nothing}
          <p class="actions"><button class="action-primary" type="submit" aria-disabled=${this.busy}>${this.busy ? 'One moment…' : 'Choose it and sign in'}</button></p>
        </form>
      </div>
      <aside class="margin" aria-label="About this link">
        <p class="remark">This link works once, until ${day(expiresAt, Date.now())}. Do not pass it on.</p>
      </aside>
    </div>`;
  }

  /** @param {SubmitEvent} event */
  async send(event) {
    event.preventDefault();
    if (this.busy) return;
    const password = String(new FormData(/** @type {HTMLFormElement} */ (event.currentTarget)).get('password') ?? '');
    this.busy = true;
    try {
      await acceptInvitation(this.secret, password);
      location.replace('/');
    } catch (thrown) {
      this.refused = Problem.of(thrown);
      this.busy = false;
    }
  }
}
customElements.define('invitation-page', InvitationPage);
