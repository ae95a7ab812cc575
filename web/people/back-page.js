/** Comes back from an identity provider: tells the server what it sent along, and goes on. */
import { html } from 'lit';
import { Problem, comeBack, waysToSignIn } from '../api.js';
import { goOn } from './going.js';
import { cameIn } from './leaving.js';
import { ProviderPage } from './to-provider.js';

class BackPage extends ProviderPage {
  async load() {
    const said = new URLSearchParams(location.search);
    // what it carries is good once, and no business of the history
    history.replaceState(null, '', location.pathname);
    try {
      const code = said.get('code');
      if (!code) {
        throw new Problem('not-let-in', 403, said.has('error') ? 'The sign-in was cancelled there; try again, or ask whoever runs this server.' : 'This page completes a sign-in, and none is under way; sign in from here.');
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
        ${this.said()}
        <p class="actions">
          ${this.provider ? this.toProvider(goOn) : html`<a class="action-primary" href="/sign-in">Sign in</a>`}
        </p>
      </div>
      <div class="margin"></div>
    </div>`;
  }
}
customElements.define('back-page', BackPage);
