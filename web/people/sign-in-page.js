/** Signs somebody in and goes on to where they wanted to be. */
import { html } from 'lit';
import { Problem, signIn, waysToSignIn } from '../api.js';
import { ours } from './going.js';
import { cameIn } from './leaving.js';
import { ProviderPage } from './to-provider.js';

class SignInPage extends ProviderPage {
  async load() {
    this.provider = (await waysToSignIn()).provider ?? '';
  }

  pageTitle() {
    return 'Sign in';
  }

  sheet() {
    return html`<div class="row">
      <div class="script">
        <h1>Sign in</h1>
        ${this.provider ? html`${this.said()}<p class="actions">${this.toProvider(wanted)}</p>` : this.byPassword()}
      </div>
      <aside class="margin" aria-label="If you cannot sign in">
        <p class="remark">${this.provider ? 'Your e-mail address there is your name here. If it is not known here, ask whoever runs this server to invite it.' : 'No account, or a forgotten password? The person who runs this server can send you a link to choose one.'}</p>
      </aside>
    </div>`;
  }

  byPassword() {
    return html`<form class="account-form" @submit=${this.send}>
      <p class="field"><label for="name">Name</label><input type="text" id="name" name="name" data-first required autocomplete="username" autocapitalize="off" spellcheck="false" /></p>
      <p class="field"><label for="password">Password</label><input type="password" id="password" name="password" required autocomplete="current-password" /></p>
      ${this.said()}
      <p class="actions"><button class="action-primary" type="submit" aria-disabled=${this.busy}>${this.busy ? 'Signing in…' : 'Sign in'}</button></p>
    </form>`;
  }

  /** @param {SubmitEvent} event */
  async send(event) {
    event.preventDefault();
    if (this.busy) return;
    const said = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget));
    this.busy = true;
    try {
      const { name } = await signIn(String(said.get('name') ?? ''), String(said.get('password') ?? ''));
      await cameIn(name);
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
const wanted = () => ours(new URLSearchParams(location.search).get('to') ?? '/');
