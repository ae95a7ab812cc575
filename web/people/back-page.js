/** Comes back from an identity provider: tells the server what it sent along, and goes on. */
import { html } from 'lit';
import { Problem, comeBack, waysToSignIn } from '../api.js';
import { Page } from '../lib/page.js';
import { go, goOn } from './going.js';
import { cameIn } from './leaving.js';

class BackPage extends Page {
  static properties = { refused: { state: true }, busy: { state: true } };

  constructor() {
    super();
    /** @type {Problem | null} */
    this.refused = null;
    this.busy = false;
    this.provider = '';
  }

  async load() {
    const said = new URLSearchParams(location.search);
    // what it carries is good once, and no business of the history
    history.replaceState(null, '', location.pathname);
    try {
      const code = said.get('code');
      if (!code) {
        throw new Problem('not-let-in', 403, said.has('error') ? 'The sign-in was cancelled there; try again, or ask whoever runs this server.' : 'This page ends a sign-in, and none is under way; sign in from here.');
      }
      const { name } = await comeBack(said.get('state') ?? '', code);
      const to = goOn();
      await cameIn(name);
      // a new document: nothing of whoever was here before stays
      location.replace(to);
      await new Promise(() => {});
    } catch (thrown) {
      this.refused = Problem.of(thrown);
      this.provider = (await waysToSignIn()).provider ?? '';
    }
  }

  pageTitle() {
    return 'Sign in';
  }

  sheet() {
    return html`<div class="row">
      <div class="script">
        <h1>You are not signed in</h1>
        <p class="failed-word" role="alert">${this.refused?.message}</p>
        <p class="actions">
          ${this.provider ? html`<button class="action-primary" type="button" data-first aria-disabled=${this.busy} @click=${this.again}>${this.busy ? 'One moment…' : `Sign in with ${this.provider}`}</button>` : html`<a class="action-primary" href="/sign-in">Sign in</a>`}
        </p>
      </div>
      <div class="margin"></div>
    </div>`;
  }

  async again() {
    if (this.busy) return;
    this.busy = true;
    try {
      await go(goOn());
    } catch (thrown) {
      this.refused = Problem.of(thrown);
      this.busy = false;
    }
  }
}
customElements.define('back-page', BackPage);
