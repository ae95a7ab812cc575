/** Signs somebody in and goes on to where they wanted to be. */
import { html, nothing } from 'lit';
import { Problem, signIn } from '../api.js';
import { Page } from '../lib/page.js';

class SignInPage extends Page {
  static properties = { refused: { state: true }, busy: { state: true } };

  constructor() {
    super();
    /** @type {Problem | null} */
    this.refused = null;
    this.busy = false;
  }

  pageTitle() {
    return 'Sign in';
  }

  sheet() {
    return html`<div class="row">
      <div class="script">
        <h1>Sign in</h1>
        <form class="account-form" @submit=${this.send}>
          <p class="field"><label for="name">Name</label><input type="text" id="name" name="name" data-first required autocomplete="username" autocapitalize="off" spellcheck="false" /></p>
          <p class="field"><label for="password">Password</label><input type="password" id="password" name="password" required autocomplete="current-password" /></p>
          ${this.refused ? html`<p class="failed-word" role="alert">${this.refused.message}</p>` : nothing}
          <p class="actions"><button class="action-primary" type="submit" aria-disabled=${this.busy}>${this.busy ? 'Signing in…' : 'Sign in'}</button></p>
        </form>
      </div>
      <aside class="margin" aria-label="If you cannot sign in">
        <p class="remark">No account, or a forgotten password? Whoever runs this server sends you a link with which you choose one.</p>
      </aside>
    </div>`;
  }

  /** @param {SubmitEvent} event */
  async send(event) {
    event.preventDefault();
    if (this.busy) return;
    const said = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget));
    this.busy = true;
    try {
      await signIn(String(said.get('name') ?? ''), String(said.get('password') ?? ''));
      // a new document: nothing of whoever was here before stays
      location.replace(wanted());
    } catch (thrown) {
      this.refused = Problem.of(thrown);
      this.busy = false;
      await this.updateComplete;
      /** @type {HTMLInputElement | null} */ (this.querySelector('#password'))?.select();
    }
  }
}
customElements.define('sign-in-page', SignInPage);

/** Where to go on: a page of this server, or home. */
function wanted() {
  const to = new URL(new URLSearchParams(location.search).get('to') ?? '/', location.origin);
  return to.origin === location.origin && to.pathname !== '/sign-in' ? to.pathname + to.search + to.hash : '/';
}
