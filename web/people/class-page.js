/** One class for its reviewer: its interviews, members and invitations. */
import { html, nothing } from 'lit';
import { Problem, assign, deleteClass, getClass, home, inviteIntoClass, removeMember, withdrawFromClass } from '../api.js';
import { copyLink } from '../lib/copy.js';
import { PAGE, findName, showMore } from '../lib/long-list.js';
import { Page } from '../lib/page.js';
import { go } from '../lib/router.js';
import { count, day, dayAndTime, minutes } from '../lib/time.js';
import './assign-form.js';

/** @import { Class, InvitedIntoClass, Member, StartBody, Topic } from '../lib/types.js' */

class ClassPage extends Page {
  static properties = { class: { state: true }, words: { state: true }, invited: { state: true }, refused: { state: true }, going: { state: true }, said: { state: true } };

  constructor() {
    super();
    /** @type {Class | null} */
    this.class = null;
    /** @type {Topic[]} */
    this.topics = [];
    /** @type {InvitedIntoClass[]} links just made */
    this.invited = [];
    /** @type {Problem | null} */
    this.refused = null;
    /** what it is asked about whether it shall go: id of a person, or "class" */
    this.going = '';
    this.said = '';
    /** What is looked for in the names. */
    this.words = '';
    this.shown = PAGE;
  }

  get id() {
    return this.params['class'] ?? '';
  }

  async load() {
    const [one, start] = await Promise.all([this.read(), home()]);
    this.class = one;
    this.topics = start.topics.filter(({ questions }) => questions > 0);
  }

  read() {
    return getClass(this.id, this.words, this.shown);
  }

  /** @param {Event} event */
  async find(event) {
    this.words = /** @type {HTMLInputElement} */ (event.target).value;
    this.shown = PAGE;
    const asked = this.words;
    const found = await this.read().catch(() => null);
    // an answer to what is looked for no more comes too late
    if (found && asked === this.words) this.class = found;
  }

  async more() {
    this.shown += PAGE;
    await this.act(async () => {}, '');
  }

  pageTitle() {
    return this.class?.name ?? '';
  }

  sheet() {
    const one = this.class;
    if (!one) return nothing;
    return html`<div class="row">
        <div class="script">
          <p class="crumb"><a href="/classes">Classes</a></p>
          <h1 dir="auto">${one.name}</h1>
          ${this.refused ? html`<p class="failed-word" role="alert">${this.refused.message}</p>` : nothing}
          <p class="small soft" role="status">${this.said}</p>
        </div>
        <div class="margin"></div>
      </div>
      ${this.interviews(one)}${this.people(one)}
      <div class="row">
        <div class="script">
          ${this.going === 'class'
            ? html`<div class="notice broken" role="group" aria-label="Delete this class">
                <p>This deletes the class with its interviews and invitations. Members keep their answers, but you can no longer see them. This cannot be undone.</p>
                <p class="actions"><button class="action" type="button" @click=${this.erase}>Delete it</button> <button class="action-quiet keep" type="button" @click=${() => this.ask('')}>Keep it</button></p>
              </div>`
            : html`<p><button class="action-quiet" type="button" @click=${() => this.ask('class')}>Delete this class…</button></p>`}
        </div>
        <div class="margin"></div>
      </div>`;
  }

  /** @param {Class} one */
  interviews({ id, assigned, assignments, now }) {
    return html`<section class="row" aria-labelledby="set-head">
      <div class="script">
        <h2 id="set-head">Interviews</h2>
        ${assignments.length === 0
          ? html`<p class="soft">No interviews yet.</p>`
          : html`<ul class="ruled people-list">
              ${assignments.map(
                ({ id: assignment, title, questions, totalMillis, opensAt, closesAt, window }) => html`<li>
                  <span class="who" dir="auto"><a href="/classes/${id}/assignments/${assignment}">${title}</a></span>
                  <span class="small soft">${count(questions, 'question')}${totalMillis === null ? '' : `, ${minutes(totalMillis)}`}, ${window === 'ahead' ? `opens ${dayAndTime(opensAt, now)}` : window === 'open' ? `until ${dayAndTime(closesAt, now)}` : `closed ${day(closesAt, now)}`}</span>
                </li>`,
              )}
            </ul>
            ${showMore(assignments.length, assigned, () => this.more())}`}
        <details ?open=${assignments.length === 0}>
          <summary>Set an interview</summary>
          <assign-form .topics=${this.topics} .now=${now} @wanted=${this.set}></assign-form>
        </details>
      </div>
      <div class="margin" role="note" aria-label="How an interview is set"><p class="remark">The questions are drawn once, the same for everybody. Each member takes the interview once. Whoever starts in time can finish.</p></div>
    </section>`;
  }

  /** @param {Class} one */
  people({ found, members, invited, invitations }) {
    return html`<section class="row" aria-labelledby="members-head">
      <div class="script">
        <h2 id="members-head">${found === 0 && this.words === '' ? 'People' : count(found, 'person', 'people')}</h2>
        ${findName(this.words, found, (event) => this.find(event))}
        ${members.length === 0 ? nothing : html`<ul class="ruled people-list">${members.map((member) => this.member(member))}</ul>`}
        ${showMore(members.length, found, () => this.more())}
        ${this.invited.length > 0 ? this.links() : nothing}
        <form class="account-form" @submit=${this.invite}>
          <p class="field"><label for="names">Names to invite, one per line</label><textarea class="editor note-editor" id="names" name="names" required></textarea></p>
          <p class="actions"><button class="action" type="submit">Make links</button></p>
        </form>
        ${invitations.length === 0
          ? nothing
          : html`<h3>${count(invited, 'open invitation')}</h3>
              <ul class="ruled people-list">
                ${invitations.map(
                  ({ id, name, expiresAt }) => html`<li>
                    <span class="who" dir="auto">${name}</span>
                    <span class="small soft">until ${day(expiresAt, Date.now())}</span>
                    <button class="action-quiet" type="button" @click=${() => this.act(() => withdrawFromClass(this.id, id), `The invitation of ${name} is withdrawn.`)}>Withdraw<span class="unseen"> the invitation of ${name}</span></button>
                  </li>`,
                )}
              </ul>
              ${showMore(invitations.length, invited, () => this.more())}`}
      </div>
      <div class="margin" role="note" aria-label="How people join"><p class="remark">New people choose a password through the link. People who have an account sign in and join.</p></div>
    </section>`;
  }

  /** @param {Member} member */
  member({ id, name, joinedAt, shows }) {
    return html`<li>
      <span class="who" dir="auto">${name}</span>
      <span class="small soft">since ${day(joinedAt, Date.now())}${shows === 'nothing' ? nothing : html`, <a href="/classes/${this.id}/practice/${id}">practice<span class="unseen"> of ${name}</span></a>`}</span>
      ${this.going === id
        ? html`<div class="notice broken beneath" role="group" aria-label="Remove ${name}">
            <p>${name} is taken out of the class and keeps the account and all answers; you see none of them any more.</p>
            <p class="actions"><button class="action" type="button" @click=${() => this.act(() => removeMember(this.id, id), `${name} is out of the class.`)}>Take them out</button> <button class="action-quiet keep" type="button" @click=${() => this.ask('')}>Keep them</button></p>
          </div>`
        : html`<button class="action-quiet" type="button" @click=${() => this.ask(id)}>Remove…<span class="unseen"> ${name}</span></button>`}
    </li>`;
  }

  links() {
    return html`<div class="notice" role="group" aria-label="The links">
      <p>Send each of them their own link. It works once, for a week. Copy it now; it is not shown again:</p>
      ${this.invited.map(
        ({ name, invitation }, i) => html`<p class="link-line">
          <label for="link-${i}" class="link-name" dir="auto">${name}</label>
          <input type="text" id="link-${i}" readonly .value=${`${location.origin}/invitation#${invitation}`} @focus=${(/** @type {Event} */ { target }) => /** @type {HTMLInputElement} */ (target).select()} />
          <button class="action" type="button" @click=${() => this.copy(i)}>Copy<span class="unseen"> the link of ${name}</span></button>
        </p>`,
      )}
    </div>`;
  }

  /** @param {number} i */
  async copy(i) {
    this.said = await copyLink(this.querySelector(`#link-${i}`));
  }

  /** Does something about the class and shows what is so then. @param {() => Promise<unknown>} work @param {string} said */
  async act(work, said) {
    try {
      await work();
      this.class = await this.read();
      this.refused = null;
      this.going = '';
      this.said = said;
    } catch (thrown) {
      this.refused = Problem.of(thrown);
      this.said = '';
      return false;
    }
    return true;
  }

  /** @param {string} what */
  async ask(what) {
    this.going = what;
    await this.updateComplete;
    if (what) /** @type {HTMLElement | null} */ (this.querySelector('.keep'))?.focus();
  }

  async erase() {
    try {
      await deleteClass(this.id);
      go('/classes', { replace: true });
    } catch (thrown) {
      this.refused = Problem.of(thrown);
    }
  }

  /** @param {SubmitEvent} event */
  async invite(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    const names = String(new FormData(form).get('names') ?? '')
      .split('\n')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    if (names.length === 0) return;
    /** @type {InvitedIntoClass[]} */
    let invited = [];
    const done = await this.act(async () => {
      invited = await inviteIntoClass(this.id, names);
    }, '');
    if (!done) return;
    // last: the links take the focus as they appear, not from whoever has gone on to another field
    this.invited = invited;
    form.reset();
    await this.updateComplete;
    /** @type {HTMLInputElement | null} */ (this.querySelector('#link-0'))?.focus();
  }

  /** @param {CustomEvent} event */
  async set(event) {
    const wanted = /** @type {StartBody & {title: string, from: number, until: number}} */ (event.detail);
    const form = /** @type {HTMLElement & {clear: () => void}} */ (event.currentTarget);
    const done = await this.act(() => assign(this.id, wanted), `${wanted.title} is set.`);
    if (!done) return;
    form.clear();
    const folded = form.closest('details');
    if (folded) folded.open = false;
  }
}
customElements.define('class-page', ClassPage);
