/** Shares one result by a link, and withdraws it. The link is shown once: the server keeps only a hash of it. */
import { html, nothing } from 'lit';
import { Problem, makeShare, share, withdrawShare } from '../api.js';
import { copyLink } from '../lib/copy.js';
import { LightElement } from '../lib/page.js';
import { dayAndTime } from '../lib/time.js';

class ShareResult extends LightElement {
  static properties = { session: {}, since: { state: true }, link: { state: true }, said: { state: true }, refused: { state: true } };

  constructor() {
    super();
    /** id of the session */
    this.session = '';
    /** @type {number | null | undefined} since when it is shared; undefined until that is known */
    this.since = undefined;
    this.link = '';
    this.said = '';
    /** @type {Problem | null} */
    this.refused = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.act(async () => {
      this.since = (await share(this.session)).madeAt;
    }, '');
  }

  render() {
    if (this.since === undefined && !this.refused) return nothing;
    return html`<div class="share-result screen-only">
      ${this.refused ? html`<p class="failed-word" role="alert">${this.refused.message}</p>` : nothing}
      ${this.link ? this.fresh() : nothing}
      <p class="actions small">
        ${this.since
          ? html`<span class="soft">Shared by link since ${dayAndTime(this.since, Date.now())}.</span>
              <button class="quiet" type="button" @click=${this.withdraw}>Withdraw it</button>
              ${this.link ? nothing : html`<button class="quiet" type="button" title="the earlier link stops working" @click=${this.make}>Make another link</button>`}`
          : html`<button class="quiet" type="button" title="anyone with the link can read the questions, your answers and the marks" @click=${this.make}>Share this result</button>`}
        <span role="status">${this.said}</span>
      </p>
    </div>`;
  }

  fresh() {
    return html`<div class="notice" role="group" aria-label="The link">
      <p><label for="share-link">Anyone with this link can read the questions, your answers and the marks, but not your name. Copy it now; it is not shown again:</label></p>
      <p class="link-line"><input type="text" id="share-link" readonly .value=${`${location.origin}/shared#${this.link}`} @focus=${(/** @type {Event} */ { target }) => /** @type {HTMLInputElement} */ (target).select()} /> <button class="action" type="button" @click=${this.copy}>Copy</button></p>
    </div>`;
  }

  /** @param {() => Promise<void>} work @param {string} said */
  async act(work, said) {
    try {
      await work();
      this.refused = null;
      this.said = said;
    } catch (thrown) {
      this.refused = Problem.of(thrown);
      this.said = '';
    }
  }

  async make() {
    await this.act(async () => {
      const made = await makeShare(this.session);
      this.since = made.madeAt;
      this.link = made.link;
    }, '');
    await this.updateComplete;
    this.box()?.focus();
  }

  withdraw() {
    return this.act(async () => {
      this.since = (await withdrawShare(this.session)).madeAt;
      this.link = '';
    }, 'The link no longer works.');
  }

  async copy() {
    this.said = await copyLink(this.box());
  }

  /** @returns {HTMLInputElement | null} */
  box() {
    return this.querySelector('#share-link');
  }
}
customElements.define('share-result', ShareResult);
