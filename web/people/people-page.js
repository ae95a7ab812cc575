/** The people of a server, for administrators: who is here in which role, who is invited, inviting and removing. */
import { html, nothing } from 'lit';
import { Problem, changeRole, invite, people, removePerson, waysToSignIn, withdrawInvitation } from '../api.js';
import { ROLES } from '../lib/account.js';
import { copyLink } from '../lib/copy.js';
import { PAGE, findName, showMore } from '../lib/long-list.js';
import { Page } from '../lib/page.js';
import { count, day } from '../lib/time.js';

/** @import { Invited, People, Person } from '../lib/types.js' */
/** @import { Role } from '../lib/account.js' */

class PeoplePage extends Page {
  static properties = { words: { state: true }, all: { state: true }, invited: { state: true }, refused: { state: true }, going: { state: true }, said: { state: true } };

  constructor() {
    super();
    /** @type {People | null} */
    this.all = null;
    /** What is looked for in the names. */
    this.words = '';
    this.shown = PAGE;
    /** @type {string | null} who vouches for people; null if they have passwords here */
    this.provider = null;
    /** @type {Invited | null} the invitation just made */
    this.invited = null;
    /** @type {Problem | null} */
    this.refused = null;
    /** Who is asked about being removed. */
    this.going = '';
    /** What was done last. */
    this.said = '';
  }

  async load() {
    [this.all, { provider: this.provider }] = await Promise.all([this.read(), waysToSignIn()]);
  }

  read() {
    return people(this.words, this.shown);
  }

  /** @param {Event} event */
  async find(event) {
    this.words = /** @type {HTMLInputElement} */ (event.target).value;
    this.shown = PAGE;
    const asked = this.words;
    const found = await this.read().catch(() => null);
    // an answer to what is looked for no more comes too late
    if (found && asked === this.words) this.all = found;
  }

  async more() {
    this.shown += PAGE;
    await this.act(async () => {}, '');
  }

  pageTitle() {
    return 'People';
  }

  sheet() {
    const all = /** @type {People} */ (this.all);
    return html`
      <div class="row">
        <div class="script">
          <h1>People</h1>
          ${this.refused ? html`<div class="notice broken" role="alert"><p>${this.refused.message}</p></div>` : nothing}
          <p class="small soft" role="status">${this.said}</p>
          <h2 id="invite-head">Invite somebody</h2>
          <form class="account-form" aria-labelledby="invite-head" @submit=${this.invite}>
            <p class="field"><label for="name">${this.provider ? `E-mail address at ${this.provider}` : 'Name'}</label><input type="text" id="name" name="name" required maxlength="64" autocomplete="off" autocapitalize="off" spellcheck="false" /></p>
            <fieldset class="choices">
              <legend>Role</legend>
              ${Object.entries(ROLES).map(([role, word]) => html`<label class="choice"><input type="radio" name="role" value=${role} ?checked=${role === 'candidate'} /> ${word}</label>`)}
            </fieldset>
            <p class="actions"><button class="action-primary" type="submit">Make a link</button></p>
          </form>
          ${this.invited ? this.link(this.invited) : nothing}
        </div>
        <aside class="margin" aria-label="What the roles may do">
          <p class="remark">Candidates practise. Reviewers can also look after classes and edit the questions. Administrators can also invite and remove people.</p>
          <p class="remark">Nobody can read what somebody else writes, but for what members of a class hand in or show there.${this.provider ? ` Whoever is invited signs in with ${this.provider}; the link only leads them here.` : ' To reset a forgotten password, invite the same name again.'}</p>
        </aside>
      </div>
      <section class="row" aria-labelledby="people-head">
        <div class="script">
          <h2 id="people-head">${count(all.found, 'person', 'people')}</h2>
          ${findName(this.words, all.found, (event) => this.find(event))}
          <ul class="ruled people-list">${all.people.map((person) => this.person(person))}</ul>
          ${showMore(all.people.length, all.found, () => this.more())}
        </div>
        <div class="margin"></div>
      </section>
      ${all.invitations.length === 0
        ? nothing
        : html`<section class="row" aria-labelledby="invited-head">
            <div class="script">
              <h2 id="invited-head">${count(all.invited, 'open invitation')}</h2>
              <ul class="ruled people-list">
                ${all.invitations.map(
                  ({ id, name, role, expiresAt, renews }) => html`<li>
                    <span class="who" dir="auto">${name}</span>
                    <span class="small soft">${renews ? 'another password' : ROLES[role]}, until ${day(expiresAt, Date.now())}</span>
                    <button class="action-quiet" type="button" @click=${() => this.withdraw(id, name)}>Withdraw<span class="unseen"> the invitation of ${name}</span></button>
                  </li>`,
                )}
              </ul>
              ${showMore(all.invitations.length, all.invited, () => this.more())}
            </div>
            <div class="margin"></div>
          </section>`}`;
  }

  /** @param {Invited} invited */
  link({ name, expiresAt, invitation }) {
    return html`<div class="notice" role="group" aria-label="The link">
      <p><label for="link">Send this link to ${name}. It works once, until ${day(expiresAt, Date.now())}, and is shown only now:</label></p>
      <p class="link-line"><input type="text" id="link" readonly .value=${`${location.origin}/invitation#${invitation}`} @focus=${(/** @type {Event} */ { target }) => /** @type {HTMLInputElement} */ (target).select()} /> <button class="action" type="button" @click=${this.copy}>Copy</button></p>
    </div>`;
  }

  /** @param {Person} person */
  person({ id, name, role, seenAt, you }) {
    return html`<li>
      <span class="who" dir="auto">${name}${you ? html` <span class="small soft">(you)</span>` : nothing}</span>
      <span class="small soft">${seenAt === null ? 'not signed in' : `here ${day(seenAt, Date.now())}`}</span>
      <select class="field" aria-label="Role of ${name}" @change=${(/** @type {Event} */ { target }) => this.change(id, name, /** @type {HTMLSelectElement} */ (target))}>
        ${Object.entries(ROLES).map(([value, word]) => html`<option value=${value} ?selected=${value === role}>${word}</option>`)}
      </select>
      ${this.going === id
        ? html`<div class="notice broken beneath" role="group" aria-label="Remove ${name}" @keydown=${(/** @type {KeyboardEvent} */ { key }) => key === 'Escape' && this.ask('')}>
            <p>${name} cannot sign in any more, and everything of theirs goes: interviews, answers, marks and notes. It cannot be taken back; only backups made before still hold it.</p>
            <p class="actions"><button class="action" type="button" @click=${() => this.erase(id, name)}>Remove for good<span class="unseen"> ${name}</span></button> <button class="action-quiet keep" type="button" @click=${() => this.ask('')}>Keep</button></p>
          </div>`
        : html`<button class="action-quiet" type="button" @click=${() => this.ask(id)}>Remove…<span class="unseen"> ${name}</span></button>`}
    </li>`;
  }

  /** Does something about people and shows what is so then. @param {() => Promise<unknown>} work @param {string} said */
  async act(work, said) {
    try {
      await work();
      this.all = await this.read();
      this.refused = null;
      this.said = said;
    } catch (thrown) {
      this.refused = Problem.of(thrown);
      this.said = '';
      return false;
    }
    return true;
  }

  /** @param {SubmitEvent} event */
  async invite(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    const said = new FormData(form);
    /** @type {Invited | null} */
    let invited = null;
    const made = await this.act(async () => {
      invited = await invite(String(said.get('name') ?? ''), /** @type {Role} */ (said.get('role')));
    }, '');
    if (!made) return;
    this.invited = invited;
    form.reset();
    await this.updateComplete;
    /** @type {HTMLInputElement | null} */ (this.querySelector('#link'))?.focus();
  }

  async copy() {
    this.said = await copyLink(/** @type {HTMLInputElement | null} */ (this.querySelector('#link')));
  }

  /** @param {string} id @param {string} name @param {HTMLSelectElement} choice */
  async change(id, name, choice) {
    const role = /** @type {Role} */ (choice.value);
    const done = await this.act(() => changeRole(id, role), `${name} is ${ROLES[role].toLowerCase()} now and has to sign in again.`);
    if (!done) choice.value = this.all?.people.find((person) => person.id === id)?.role ?? role;
  }

  /** @param {string} id */
  async ask(id) {
    this.going = id;
    await this.updateComplete;
    if (id) /** @type {HTMLElement | null} */ (this.querySelector('.keep'))?.focus();
  }

  /** @param {string} id @param {string} name */
  async erase(id, name) {
    if (await this.act(() => removePerson(id), `${name} is removed.`)) this.going = '';
  }

  /** @param {string} id @param {string} name */
  withdraw(id, name) {
    if (this.invited?.name === name) this.invited = null;
    return this.act(() => withdrawInvitation(id), `The invitation of ${name} is withdrawn.`);
  }
}
customElements.define('people-page', PeoplePage);
