/** The classes that somebody is in, and those that they manage. */
import { html, nothing } from 'lit';
import { Problem, classes, leaveClass, makeClass, myClasses, showPractice } from '../api.js';
import { reviews } from '../lib/account.js';
import { PAGE, showMore } from '../lib/long-list.js';
import { Page } from '../lib/page.js';
import { go } from '../lib/router.js';
import { count, day } from '../lib/time.js';

/** @import { Classes, MyAssignment, MyClasses, PracticeVisibility } from '../lib/types.js' */

class ClassesPage extends Page {
  static properties = { own: { state: true }, lookedAfter: { state: true }, refused: { state: true }, going: { state: true }, said: { state: true } };

  constructor() {
    super();
    /** @type {MyClasses | null} */
    this.own = null;
    /** @type {Classes} */
    this.lookedAfter = { found: 0, classes: [] };
    this.shown = PAGE;
    /** @type {Problem | null} */
    this.refused = null;
    /** id of the class about which it is asked whether to leave it */
    this.going = '';
    this.said = '';
  }

  async load() {
    [this.own, this.lookedAfter] = await Promise.all([myClasses(), reviews() ? classes(this.shown) : this.lookedAfter]);
  }

  async more() {
    this.shown += PAGE;
    await this.open();
  }

  pageTitle() {
    return 'Classes';
  }

  sheet() {
    const own = /** @type {MyClasses} */ (this.own);
    return html`<div class="row">
        <div class="script">
          <h1>Classes</h1>
          ${this.refused ? html`<p class="failed-word" role="alert">${this.refused.message}</p>` : nothing}
          <p class="small soft" role="status">${this.said}</p>
        </div>
        <div class="margin"></div>
      </div>
      ${reviews() ? this.after() : nothing}
      ${own.classes.length > 0 || !reviews() ? this.member(own) : nothing}
      ${own.assignments.some(({ state }) => state !== 'none') ? done(own) : nothing}`;
  }

  after() {
    return html`<section class="row" aria-labelledby="after-head">
      <div class="script">
        <h2 id="after-head">Classes you run</h2>
        ${this.lookedAfter.found === 0
          ? html`<p class="soft">No class yet.</p>`
          : html`<ul class="ruled people-list">
              ${this.lookedAfter.classes.map(
                ({ id, name, reviewer, members, assignments }) => html`<li>
                  <span class="who" dir="auto"><a href="/classes/${id}">${name}</a></span>
                  <span class="small soft">${count(members, 'person', 'people')}, ${count(assignments, 'interview')}, made by ${reviewer}</span>
                </li>`,
              )}
            </ul>
            ${showMore(this.lookedAfter.classes.length, this.lookedAfter.found, () => this.more())}`}
        <form class="account-form" @submit=${this.make}>
          <p class="field"><label for="class-name">Name of a new class</label><input type="text" id="class-name" name="name" required maxlength="100" autocomplete="off" /></p>
          <p class="actions"><button class="action" type="submit">Create it</button></p>
        </form>
      </div>
      <div class="margin" role="note" aria-label="What a class is"><p class="remark">You set interviews for a class, see who has taken them, and read, correct and comment on the answers. Of practice you see what each member chooses to show.</p></div>
    </section>`;
  }

  /** @param {MyClasses} own */
  member({ classes: of }) {
    return html`<section class="row" aria-labelledby="in-head">
      <div class="script">
        <h2 id="in-head">Classes you are in</h2>
        ${of.length === 0
          ? html`<p class="soft">No class. A reviewer invites you with a link.</p>`
          : html`<ul class="ruled people-list">
              ${of.map(
                ({ id, name, reviewer, shows }) => html`<li>
                  <span class="who" dir="auto">${name}</span>
                  <span class="small soft">${reviewer}</span>
                  <label class="beneath small shows-line">${reviewer} sees of your practice
                    <select class="field" @change=${(/** @type {Event} */ { target }) => this.show(id, name, /** @type {HTMLSelectElement} */ (target))}>
                      ${Object.entries(SHOWN).map(([word, what]) => html`<option value=${word} .selected=${word === shows}>${what}</option>`)}
                    </select>
                  </label>
                  ${this.going === id
                    ? html`<div class="notice broken beneath" role="group" aria-label="Leave ${name}">
                        <p>You leave ${name}: its reviewer sees none of your answers any more, and its interviews are no longer set for you. What you answered stays yours.</p>
                        <p class="actions"><button class="action" type="button" @click=${() => this.leave(id, name)}>Leave it</button> <button class="action-quiet keep" type="button" @click=${() => this.ask('')}>Stay</button></p>
                      </div>`
                    : html`<button class="action-quiet" type="button" @click=${() => this.ask(id)}>Leave…<span class="unseen"> ${name}</span></button>`}
                </li>`,
              )}
            </ul>`}
      </div>
      <div class="margin" role="note" aria-label="Who sees what"><p class="remark">Your reviewer sees the interviews set for the class, once you hand them in, and of your practice what you choose here: nothing at first. Your other interviews nobody sees.</p></div>
    </section>`;
  }

  /** @param {string} id @param {string} name @param {HTMLSelectElement} choice */
  async show(id, name, choice) {
    const shows = /** @type {PracticeVisibility} */ (choice.value);
    try {
      this.own = await showPractice(id, shows);
      this.refused = null;
      this.said = `The reviewer of ${name} sees of your practice ${SHOWN[shows]}.`;
    } catch (thrown) {
      this.refused = Problem.of(thrown);
      choice.value = this.own?.classes.find((one) => one.id === id)?.shows ?? shows;
    }
  }

  /** @param {string} id */
  async ask(id) {
    this.going = id;
    await this.updateComplete;
    if (id) /** @type {HTMLElement | null} */ (this.querySelector('.keep'))?.focus();
  }

  /** @param {string} id @param {string} name */
  async leave(id, name) {
    try {
      this.own = await leaveClass(id);
      this.going = '';
      this.refused = null;
      this.said = `You have left ${name}.`;
    } catch (thrown) {
      this.refused = Problem.of(thrown);
    }
  }

  /** @param {SubmitEvent} event */
  async make(event) {
    event.preventDefault();
    const name = String(new FormData(/** @type {HTMLFormElement} */ (event.currentTarget)).get('name') ?? '');
    try {
      go(`/classes/${(await makeClass(name)).id}`);
    } catch (thrown) {
      this.refused = Problem.of(thrown);
    }
  }
}
customElements.define('classes-page', ClassesPage);

/** @type {Record<PracticeVisibility, string>} */
const SHOWN = { nothing: 'nothing', scores: 'topics and scores', answers: 'topics, scores and answers' };

/** @type {Record<MyAssignment["state"], string>} */
const STATES = { none: '', begun: 'begun', 'in-progress': 'begun', submitted: 'handed in', graded: 'handed in', deleted: 'deleted by you' };

/** @param {MyClasses} own */
const done = ({ assignments, now }) => html`<section class="row" aria-labelledby="done-head">
  <div class="script">
    <h2 id="done-head">Interviews of your classes</h2>
    <ul class="ruled people-list">
      ${assignments
        .filter(({ state }) => state !== 'none')
        .map(
          ({ assignment, classroom, state, session }) => html`<li>
            <span class="who" dir="auto">${session ? html`<a href=${state === 'begun' ? `/sessions/${session}` : `/sessions/${session}/result`}>${assignment.title}</a>` : assignment.title}</span>
            <span class="small soft">${classroom}, ${STATES[state]}, set until ${day(assignment.closesAt, now)}</span>
          </li>`,
        )}
    </ul>
  </div>
  <div class="margin"></div>
</section>`;
