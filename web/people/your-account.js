/** Who is signed in, signing out, and another password. */
import { html, nothing } from 'lit';
import { Problem, account, changePassword, signOut } from '../api.js';
import { ROLES, invites, signedIn } from '../lib/account.js';
import { LightElement } from '../lib/page.js';
import { count } from '../lib/time.js';
import { gone, saveFirst } from './leaving.js';

/** @import { Account } from '../lib/types.js' */

class YourAccount extends LightElement {
  static properties = { account: { state: true }, changing: { state: true }, lost: { state: true }, refused: { state: true }, said: { state: true } };

  constructor() {
    super();
    /** @type {Account | null} */
    this.account = null;
    this.changing = false;
    /** @type {Problem | null} */
    this.refused = null;
    this.said = '';
    /** @type {string[]} texts that could not be saved */
    this.lost = [];
    /** Whether all windows of the account are signed out. */
    this.everywhere = false;
    this.busy = false;
  }

  async connectedCallback() {
    super.connectedCallback();
    if (!signedIn()) return;
    try {
      this.account = await account();
    } catch (thrown) {
      this.refused = Problem.of(thrown);
    }
  }

  render() {
    if (!signedIn()) return nothing;
    const { account } = this;
    return html`<section aria-labelledby="set-account">
      <h2 id="set-account">Your account</h2>
      <p>${account?.name ? html`Signed in as <strong>${account.name}</strong>${account.role ? html`, ${ROLES[account.role].toLowerCase()}` : nothing}${account.provider ? html` (by ${account.provider})` : nothing}.` : html`&nbsp;`} ${invites() ? html`<a href="/people">People of this server</a>` : nothing} <a href="/classes">Classes</a></p>
      ${this.refused ? html`<p class="failed-word" role="alert">${this.refused.message}</p>` : nothing}
      <p class="small soft" role="status">${this.said}</p>
      ${this.lost.length > 0 ? this.unsaved() : nothing}
      <p class="actions">
        <button class="action" type="button" @click=${() => this.leave(false)}>Sign out</button>
        <button class="action-quiet" type="button" @click=${() => this.leave(true)}>Sign out everywhere</button>
        ${this.changing || account?.provider ? nothing : html`<button class="action-quiet" type="button" @click=${this.ask}>Change the password…</button>`}
      </p>
      ${this.changing
        ? html`<form class="account-form" @submit=${this.change}>
            <input type="text" hidden autocomplete="username" .value=${account?.name ?? ''} />
            <p class="field"><label for="old">Current password</label><input type="password" id="old" name="old" required autocomplete="current-password" /></p>
            <p class="field"><label for="next">New password, at least 10 characters</label><input type="password" id="next" name="next" required minlength="10" maxlength="200" autocomplete="new-password" /></p>
            <p class="actions"><button class="action" type="submit">Change it</button> <button class="action-quiet" type="button" @click=${() => (this.changing = false)}>Keep it</button></p>
          </form>`
        : nothing}
    </section>`;
  }

  unsaved() {
    return html`<div class="notice broken" role="alert">
      <p>${count(this.lost.length, 'text')} could not be saved on the server. Signing out deletes what this browser keeps, so copy it first:</p>
      ${this.lost.map((text) => html`<p class="kept-text" dir="auto">${text}</p>`)}
      <p class="actions"><button class="action" type="button" @click=${() => this.signOut()}>Sign out and delete ${this.lost.length === 1 ? 'it' : 'them'}</button> <button class="action-quiet keep" type="button" @click=${() => (this.lost = [])}>Stay signed in</button></p>
    </div>`;
  }

  async ask() {
    this.changing = true;
    this.said = '';
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector('#old'))?.focus();
  }

  /** @param {boolean} everywhere */
  async leave(everywhere) {
    if (this.busy) return;
    this.busy = true;
    this.everywhere = everywhere;
    this.refused = null;
    this.lost = await saveFirst();
    this.busy = false;
    if (this.lost.length === 0) return this.signOut();
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector('.keep'))?.focus();
  }

  async signOut() {
    try {
      await signOut(this.everywhere);
    } catch (thrown) {
      const problem = Problem.of(thrown);
      // who is signed out already wants nothing else
      if (problem.status !== 401) {
        this.refused = problem;
        return;
      }
    }
    await gone();
    // a new document: nothing of whoever was here stays
    location.replace('/sign-in');
  }

  /** @param {SubmitEvent} event */
  async change(event) {
    event.preventDefault();
    const said = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget));
    try {
      await changePassword(String(said.get('old') ?? ''), String(said.get('next') ?? ''));
      this.changing = false;
      this.refused = null;
      this.said = 'The password is changed. All your other windows are signed out.';
    } catch (thrown) {
      this.refused = Problem.of(thrown);
    }
  }
}
customElements.define('your-account', YourAccount);
