/** Accepts an invitation: its secret comes after the # of the address, which no server sees; a password is chosen. */
import { html, nothing } from 'lit';
import { Problem, acceptInvitation, account, joinClass, openInvitation, waysToSignIn } from '../api.js';
import { signedIn } from '../lib/account.js';
import { day } from '../lib/time.js';
import { INVITATION, cameIn } from './leaving.js';
import { ProviderPage } from './to-provider.js';

/** @import { Invitation } from '../lib/types.js' */

const LEAST = 10;

/** The secret of the link, or the one that was put aside for signing in. */
function secretHere() {
  const secret = location.hash.slice(1);
  try {
    return secret || (sessionStorage.getItem(INVITATION) ?? '');
  } catch {
    return secret;
  }
}

class InvitationPage extends ProviderPage {
  constructor() {
    super();
    /** @type {Invitation | null} */
    this.invitation = null;
    this.secret = secretHere();
    /** Name of who is signed in here; "" if nobody is. */
    this.here = '';
  }

  async load() {
    if (this.secret === '') throw new Problem('no-such-invitation', 404, 'This link is incomplete; open it as it was sent to you.');
    [this.invitation, { provider: this.provider }] = await Promise.all([openInvitation(this.secret), waysToSignIn().then(({ provider }) => ({ provider: provider ?? '' }))]);
    if (this.joins && signedIn()) this.here = (await account()).name ?? '';
  }

  /** Whether somebody who has an account joins a class with it. */
  get joins() {
    return this.invitation !== null && this.invitation.renews && (this.invitation.classroom ?? '') !== '';
  }

  pageTitle() {
    return this.joins ? 'Join a class' : this.provider ? 'You are invited' : 'Choose a password';
  }

  sheet() {
    const { name, renews, expiresAt, classroom = '' } = /** @type {Invitation} */ (this.invitation);
    if (this.joins) return this.joining(name, classroom);
    if (this.provider) return this.welcome(name, expiresAt, classroom);
    return html`<div class="row">
      <div class="script">
        <h1>${renews ? `Another password, ${name}` : `Welcome, ${name}`}</h1>
        <p>${renews ? 'Choose another password. Every window that uses the old one is signed out.' : `${classroom ? `You are invited into the class ${classroom}. ` : ''}Choose a password. From now on you sign in with it and your name.`}</p>
        <form class="account-form" @submit=${this.send}>
          <p class="field"><label for="name">Name</label><input type="text" id="name" name="name" readonly .value=${name} autocomplete="username" /></p>
          <p class="field"><label for="password">Password</label><input type="password" id="password" name="password" data-first required minlength=${LEAST} maxlength="200" autocomplete="new-password" aria-describedby="rule" /></p>
          <p class="small soft" id="rule">At least ${LEAST} characters; a few random words are easy to remember and hard to guess.</p>
          ${this.said()}
          <p class="actions"><button class="action-primary" type="submit" aria-disabled=${this.busy}>${this.busy ? 'One moment…' : 'Choose it and sign in'}</button></p>
        </form>
      </div>
      <aside class="margin" aria-label="About this link">
        <p class="remark">This link works once, until ${day(expiresAt, Date.now())}. Do not pass it on.</p>
      </aside>
    </div>`;
  }

  /** @param {string} name @param {number} expiresAt @param {string} classroom */
  welcome(name, expiresAt, classroom) {
    return html`<div class="row">
      <div class="script">
        <h1>Welcome</h1>
        <p>${name} is invited${classroom ? ` into the class ${classroom}` : ''} until ${day(expiresAt, Date.now())}. Sign in with ${this.provider} as ${name}.</p>
        ${this.said()}
        <p class="actions"><button class="action-primary" type="button" data-first aria-disabled=${this.busy} @click=${this.signInFirst}>${this.busy ? 'One moment…' : `Sign in with ${this.provider}`}</button></p>
      </div>
      <div class="margin"></div>
    </div>`;
  }

  /** @param {string} name @param {string} classroom */
  joining(name, classroom) {
    const own = this.here.toLowerCase() === name.toLowerCase();
    return html`<div class="row">
      <div class="script">
        <h1>Join ${classroom}</h1>
        ${own
          ? html`<p>The reviewer can set interviews for you and read your answers to them, and nothing else.</p>`
          : html`<p>This invitation is for ${name}, who has an account here.${this.here ? html` You are signed in as ${this.here}.` : nothing} Sign in as ${name} to join.</p>`}
        ${this.said()}
        <p class="actions">
          ${own
            ? html`<button class="action-primary" type="button" data-first aria-disabled=${this.busy} @click=${this.join}>Join the class</button> <a class="action-quiet" href="/">Not now</a>`
            : html`<button class="action-primary" type="button" data-first @click=${this.signInFirst}>Sign in as ${name}</button>`}
        </p>
      </div>
      <div class="margin"></div>
    </div>`;
  }

  async join() {
    if (this.busy) return;
    this.busy = true;
    try {
      await joinClass(this.secret);
      location.replace('/classes');
    } catch (thrown) {
      this.refused = Problem.of(thrown);
      this.busy = false;
    }
  }

  /** The secret waits in this window: in an address it would be seen by the server. */
  async signInFirst() {
    const joins = (this.invitation?.classroom ?? '') !== '';
    try {
      if (joins) sessionStorage.setItem(INVITATION, this.secret);
    } catch {
      // no storage: the link is opened again after signing in
    }
    if (!this.provider) {
      location.assign('/sign-in?to=/invitation');
      return;
    }
    await this.going(() => (joins ? '/invitation' : '/'));
  }

  /** @param {SubmitEvent} event */
  async send(event) {
    event.preventDefault();
    if (this.busy) return;
    const password = String(new FormData(/** @type {HTMLFormElement} */ (event.currentTarget)).get('password') ?? '');
    this.busy = true;
    try {
      const { name } = await acceptInvitation(this.secret, password);
      await cameIn(name);
      location.replace('/');
    } catch (thrown) {
      this.refused = Problem.of(thrown);
      this.busy = false;
    }
  }
}
customElements.define('invitation-page', InvitationPage);
