/** What pages share from which somebody goes to an identity provider: the button, and why somebody was not let in. */
import { html, nothing } from 'lit';
import { Problem } from '../api.js';
import { Page } from '../lib/page.js';
import { go } from './going.js';

export class ProviderPage extends Page {
  static properties = { refused: { state: true }, busy: { state: true } };

  constructor() {
    super();
    /** @type {Problem | null} */
    this.refused = null;
    this.busy = false;
    /** Who vouches for people; "" if they have passwords here. */
    this.provider = '';
  }

  /** Why it did not work. */
  said() {
    return this.refused ? html`<p class="failed-word" role="alert">${this.refused.message}</p>` : nothing;
  }

  /** The way to the provider. @param {() => string} wanted page to go on to, asked when the button is pressed */
  toProvider(wanted) {
    return html`<button class="action-primary" type="button" data-first aria-disabled=${this.busy} @click=${() => this.going(wanted)}>${this.busy ? 'One moment…' : `Sign in with ${this.provider}`}</button>`;
  }

  /** @param {() => string} wanted */
  async going(wanted) {
    if (this.busy) return;
    this.busy = true;
    try {
      await go(wanted());
    } catch (thrown) {
      this.refused = Problem.of(thrown);
      this.busy = false;
    }
  }
}
