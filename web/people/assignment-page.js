/** One assigned interview for its reviewer: who has taken it, and with what score. */
import { html, nothing } from 'lit';
import { Problem, getAssignment, withdrawAssignment } from '../api.js';
import { withCode } from '../lib/inline-code.js';
import { PAGE, findName, showMore } from '../lib/long-list.js';
import { Page } from '../lib/page.js';
import { go } from '../lib/router.js';
import { count, dayAndTime } from '../lib/time.js';

/** @import { AssignedQuestion, Assignment, Seat } from '../lib/types.js' */

/** More points of a question are not named. */
const MOST_MISSED = 5;

class AssignmentPage extends Page {
  static properties = { assignment: { state: true }, words: { state: true }, scored: { state: true }, refused: { state: true }, going: { state: true } };

  constructor() {
    super();
    /** @type {Assignment | null} */
    this.assignment = null;
    /** Whether scores are seen: a reviewer reads first. */
    this.scored = false;
    /** @type {Problem | null} */
    this.refused = null;
    this.going = false;
    /** What is looked for in the names. */
    this.words = '';
    this.shown = PAGE;
  }

  get of() {
    return { class: this.params['class'] ?? '', assignment: this.params['assignment'] ?? '' };
  }

  async load() {
    this.assignment = await this.read();
  }

  read() {
    return getAssignment(this.of.class, this.of.assignment, this.words, this.shown);
  }

  /** @param {Event} event */
  find(event) {
    this.words = /** @type {HTMLInputElement} */ (event.target).value;
    this.shown = PAGE;
    return this.again();
  }

  more() {
    this.shown += PAGE;
    return this.again();
  }

  async again() {
    const asked = this.words;
    try {
      const found = await this.read();
      // an answer to what is looked for no more comes too late
      if (asked === this.words) this.assignment = found;
      this.refused = null;
    } catch (thrown) {
      this.refused = Problem.of(thrown);
    }
  }

  pageTitle() {
    return this.assignment?.title ?? '';
  }

  sheet() {
    const one = this.assignment;
    if (!one) return nothing;
    const { title, classroom, members, handedIn, scored, found, seats, questions, opensAt, closesAt, now } = one;
    return html`<div class="row">
        <div class="script">
          <p class="crumb"><a href="/classes">Classes</a>, <a href="/classes/${this.of.class}">${classroom}</a></p>
          <h1 dir="auto">${title}</h1>
          <p>${members === 0 ? nothing : `${handedIn} of ${count(members, 'person', 'people')} ${handedIn === 1 ? 'has' : 'have'} handed in. `}It can be started from ${dayAndTime(opensAt, now)} until ${dayAndTime(closesAt, now)}.</p>
          ${this.refused ? html`<p class="failed-word" role="alert">${this.refused.message}</p>` : nothing}
        </div>
        <div class="margin"></div>
      </div>
      <section class="row" aria-labelledby="seats-head">
        <div class="script">
          <h2 id="seats-head">Who has done it</h2>
          ${findName(this.words, found, (event) => this.find(event))}
          ${members === 0 ? html`<p class="soft">Nobody is in the class yet.</p>` : html`<ul class="ruled people-list">${seats.map((seat) => this.seat(seat, now))}</ul>`}
          ${showMore(seats.length, found, () => this.more())}
          ${scored > 0 ? html`<p><button class="action-quiet" type="button" aria-pressed=${this.scored} @click=${() => (this.scored = !this.scored)}>${this.scored ? 'Hide the scores' : 'Show the scores'}</button></p>` : nothing}
        </div>
        <div class="margin" role="note" aria-label="Reading blind"><p class="remark">Scores are hidden so that you can judge the answers yourself.</p></div>
      </section>
      <section class="row" aria-labelledby="asked-head">
        <div class="script">
          <h2 id="asked-head">${count(questions.length, 'question')}</h2>
          <ol class="asked-list">${questions.map((question) => this.question(question))}</ol>
        </div>
        ${questions.some(({ missed }) => missed.length > 0)
          ? html`<div class="margin" role="note" aria-label="What is counted"><p class="remark">Corrections count. A point that earned half or more is not missed. Bonus points and blank answers are left out.</p></div>`
          : html`<div class="margin"></div>`}
      </section>
      <div class="row">
        <div class="script">
          ${this.going
            ? html`<div class="notice broken" role="group" aria-label="Withdraw this interview">
                <p>Nobody can start it any more. Members keep their answers, but you can no longer see them. This cannot be undone.</p>
                <p class="actions"><button class="action" type="button" @click=${this.withdraw}>Withdraw it</button> <button class="action-quiet keep" type="button" @click=${() => (this.going = false)}>Keep it</button></p>
              </div>`
            : html`<p><button class="action-quiet" type="button" @click=${this.ask}>Withdraw this interview…</button></p>`}
        </div>
        <div class="margin"></div>
      </div>`;
  }

  /** @param {Seat} seat @param {number} now */
  seat({ person, name, state, endedAt, percent }, now) {
    const handedIn = endedAt !== null;
    const words = { none: 'not started', begun: 'started', 'in-progress': 'started', submitted: 'being marked', graded: '', deleted: 'has deleted the answers' };
    return html`<li>
      <span class="who" dir="auto">${handedIn ? html`<a href="/classes/${this.of.class}/assignments/${this.of.assignment}/${person}">${name}</a>` : name}</span>
      <span class="small soft">${handedIn ? html`handed in ${dayAndTime(endedAt, now)}` : nothing}${handedIn && words[state] ? ', ' : ''}${words[state]}</span>
      ${this.scored && percent !== null ? html`<strong class="figure">${percent}</strong>` : nothing}
    </li>`;
  }

  /** A question, and the points that most of the class missed. @param {AssignedQuestion} question */
  question({ id, prompt, answers, blank, average, missed }) {
    const shown = missed.slice(0, MOST_MISSED);
    const counted = shown.some(({ of }) => of > 1);
    const given = [answers > 0 ? count(answers, 'answer') : '', blank > 0 ? `${blank} left blank` : ''].filter(Boolean).join(', ');
    return html`<li>
      <p dir="auto">${prompt || id}</p>
      ${given === '' ? nothing : html`<p class="small soft">${given}${this.scored && average !== null ? html`, on average <span class="figure">${average}</span>` : nothing}${shown.length === 0 ? nothing : counted ? '; points missed, and by how many:' : '; points missed:'}</p>`}
      ${shown.length > 0
        ? html`<ul class="missed-list small">${shown.map(({ statement, times, of }) => html`<li>${counted ? html`<span class="figure">${times} of ${of}</span>: ` : nothing}<span dir="auto">${withCode(statement)}</span></li>`)}</ul>`
        : nothing}
    </li>`;
  }

  async ask() {
    this.going = true;
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector('.keep'))?.focus();
  }

  async withdraw() {
    try {
      await withdrawAssignment(this.of.class, this.of.assignment);
      go(`/classes/${this.of.class}`, { replace: true });
    } catch (thrown) {
      this.refused = Problem.of(thrown);
    }
  }
}
customElements.define('assignment-page', AssignmentPage);
