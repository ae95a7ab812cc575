/** Assigns an interview to a class: what is asked, how long, and when. Tells `wanted` with all of it. */
import { html, nothing } from 'lit';
import { Problem, bankTags, findQuestions } from '../api.js';
import { DIFFICULTIES, difficultyWord } from '../lib/difficulty.js';
import { emit } from '../lib/emit.js';
import { LightElement } from '../lib/page.js';
import { count } from '../lib/time.js';

/** @import { BankQuestion, Pace, StartBody, Topic } from '../lib/types.js' */

const WEEK_MILLIS = 7 * 24 * 3600 * 1000;
const MOST_QUESTIONS = 100;
const MOST_MINUTES = 24 * 60;
const FOUND = 10;
/** How long to wait after the last key. */
const PATIENCE_MILLIS = 250;

class AssignForm extends LightElement {
  static properties = { topics: { attribute: false }, now: { type: Number }, picking: { state: true }, picked: { state: true }, found: { state: true }, pace: { state: true }, tags: { state: true }, problem: { state: true } };

  constructor() {
    super();
    /** @type {Topic[]} */
    this.topics = [];
    this.now = 0;
    /** Whether the questions are picked one by one, not drawn. */
    this.picking = false;
    /** @type {BankQuestion[]} in the order in which they are asked */
    this.picked = [];
    /** @type {BankQuestion[]} what the search has found */
    this.found = [];
    /** @type {Pace["kind"]} */
    this.pace = 'suggested';
    /** @type {string[] | null} every tag of the bank, once they were wanted */
    this.tags = null;
    /** @type {Problem | null} */
    this.problem = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  render() {
    return html`<form class="account-form assign-form" @submit=${this.send}>
      <p class="field"><label for="title">Title</label><input type="text" id="title" name="title" required maxlength="100" autocomplete="off" /></p>
      <fieldset class="choices">
        <legend>Which questions</legend>
        <label class="choice"><input type="radio" name="which" value="drawn" .checked=${!this.picking} @change=${() => this.pick(false)} /> drawn</label>
        <label class="choice"><input type="radio" name="which" value="picked" .checked=${this.picking} @change=${() => this.pick(true)} /> picked by you</label>
      </fieldset>
      ${this.picking ? this.pickedOnes() : this.drawn()}
      <fieldset class="choices">
        <legend>Time</legend>
        ${this.paceChoice('suggested', 'as the questions suggest')} ${this.paceChoice('timed', 'a fixed number of minutes')} ${this.paceChoice('untimed', 'no clock')}
      </fieldset>
      ${this.pace === 'suggested'
        ? html`<p class="field"><label for="factor">Of the suggested time</label><select class="field" id="factor" name="factor"><option value="1">all</option><option value="1.5">half as long again</option><option value="2">twice as long</option><option value="0.75">three quarters</option></select></p>`
        : nothing}
      ${this.pace === 'timed' ? html`<p class="field"><label for="minutes">Minutes for all of it</label><input type="number" id="minutes" name="minutes" min="1" max=${MOST_MINUTES} required value="30" /></p>` : nothing}
      ${this.pace === 'untimed' ? nothing : html`<p><label class="choice"><input type="checkbox" name="overtime" /> may go on afterwards; what is written then is kept but not marked</label></p>`}
      <p><label class="choice"><input type="checkbox" name="followUps" /> with follow-ups</label></p>
      <p class="field"><label for="from">Can be started from</label><input type="datetime-local" id="from" name="from" required .value=${local(this.now)} /></p>
      <p class="field"><label for="until">until</label><input type="datetime-local" id="until" name="until" required .value=${local(this.now + WEEK_MILLIS)} /></p>
      ${this.problem ? html`<p class="failed-word" role="alert">${this.problem.message}</p>` : nothing}
      <p class="actions"><button class="action-primary" type="submit">Set it</button></p>
    </form>`;
  }

  /** @param {Pace["kind"]} kind @param {string} words */
  paceChoice(kind, words) {
    return html`<label class="choice"><input type="radio" name="pace" value=${kind} .checked=${this.pace === kind} @change=${() => (this.pace = kind)} /> ${words}</label>`;
  }

  drawn() {
    return html`<p class="field"><label for="questions">Questions</label><input type="number" id="questions" name="questions" min="1" max=${MOST_QUESTIONS} required value="5" /></p>
      <fieldset class="choices">
        <legend>Level; none chosen means all</legend>
        ${DIFFICULTIES.map((level) => html`<label class="choice"><input type="checkbox" name="difficulty" value=${level} /> ${difficultyWord(level)}</label>`)}
      </fieldset>
      <p class="field">
        <label for="tag">Only with the tag</label>
        <select class="field" id="tag" name="tag" @focus=${this.wantTags} @pointerdown=${this.wantTags}>
          <option value="">any</option>
          ${(this.tags ?? []).map((tag) => html`<option value=${tag}>${tag}</option>`)}
        </select>
      </p>
      <p><label class="choice"><input type="checkbox" name="onlyMarked" checked /> only what can be marked</label></p>
      <details>
        <summary>Only some topics</summary>
        <fieldset class="choices topics-asked">
          <legend class="unseen">Topics; none chosen means all</legend>
          ${this.topics.map(({ id, title }) => html`<label class="choice"><input type="checkbox" name="topic" value=${id} /> ${title}</label>`)}
        </fieldset>
      </details>`;
  }

  pickedOnes() {
    const there = new Set(this.picked.map(({ id }) => id));
    const free = this.found.filter(({ id }) => !there.has(id));
    return html`<div class="picking">
      <p class="small soft" role="status">${this.picked.length === 0 ? 'No question picked yet.' : `${count(this.picked.length, 'question')} picked, asked in this order:`}</p>
      ${this.picked.length === 0
        ? nothing
        : html`<ol class="ruled picked-list">
            ${this.picked.map(
              (one) => html`<li><span dir="auto">${one.prompt}</span> <button class="action-quiet" type="button" @click=${() => (this.picked = this.picked.filter((other) => other !== one))}>Take out<span class="unseen"> ${one.prompt}</span></button></li>`,
            )}
          </ol>`}
      <p class="field"><label for="find">Find questions by words</label><input type="search" id="find" autocomplete="off" @input=${this.look} @keydown=${this.stay} /></p>
      ${free.length === 0
        ? nothing
        : html`<ul class="ruled picked-list">
            ${free.map(
              (one) => html`<li><span dir="auto">${one.prompt} <span class="small soft">${one.topic.title}, ${difficultyWord(one.difficulty)}</span></span> <button class="action-quiet" type="button" @click=${() => this.add(one)}>Add<span class="unseen"> ${one.prompt}</span></button></li>`,
            )}
          </ul>`}
    </div>`;
  }

  /** @param {boolean} picking */
  pick(picking) {
    this.picking = picking;
    if (picking && this.found.length === 0) this.find('');
  }

  /** @param {BankQuestion} one */
  add(one) {
    if (this.picked.length < MOST_QUESTIONS) this.picked = [...this.picked, one];
  }

  /** Enter in the search does not send the form. @param {KeyboardEvent} event */
  stay(event) {
    if (event.key === 'Enter') event.preventDefault();
  }

  /** @param {Event} event */
  look(event) {
    const words = /** @type {HTMLInputElement} */ (event.target).value.trim();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.find(words), PATIENCE_MILLIS);
  }

  /** @param {string} words */
  async find(words) {
    try {
      this.found = (await findQuestions({ words }, FOUND)).items;
      this.problem = null;
    } catch (thrown) {
      this.problem = Problem.of(thrown);
    }
  }

  async wantTags() {
    if (this.tags !== null) return;
    try {
      this.tags = await bankTags();
    } catch (thrown) {
      this.problem = Problem.of(thrown);
    }
  }

  /** @param {SubmitEvent} event */
  send(event) {
    event.preventDefault();
    if (this.picking && this.picked.length === 0) {
      this.problem = new Problem('malformed', 400, 'No question is picked; add some, or let them be drawn.');
      return;
    }
    this.problem = null;
    const said = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget));
    /** @param {string} name */
    const moment = (name) => new Date(String(said.get(name))).getTime();
    /** @type {StartBody & {title: string, from: number, until: number}} */
    const wanted = {
      title: String(said.get('title') ?? ''),
      mode: 'interview',
      ...this.asked(said),
      pace: this.time(said),
      overtime: said.has('overtime'),
      followUps: said.has('followUps'),
      from: moment('from'),
      until: moment('until'),
    };
    emit(this, 'wanted', wanted);
  }

  /** @param {FormData} said @returns {Pick<StartBody, "topics" | "questions" | "picked" | "difficulties" | "tag" | "onlyMarked">} */
  asked(said) {
    if (this.picking) return { topics: [], questions: this.picked.length, picked: this.picked.map(({ id }) => id) };
    return {
      topics: said.getAll('topic').map((id) => ({ id: String(id) })),
      questions: Number(said.get('questions')),
      difficulties: said.getAll('difficulty').map(String),
      tag: String(said.get('tag') ?? ''),
      onlyMarked: said.has('onlyMarked'),
    };
  }

  /** @param {FormData} said @returns {Pace} */
  time(said) {
    if (this.pace === 'untimed') return { kind: 'untimed' };
    if (this.pace === 'timed') return { kind: 'timed', seconds: Number(said.get('minutes')) * 60 };
    return { kind: 'suggested', factor: Number(said.get('factor') ?? 1) };
  }

  /** The form is as it was at first. */
  clear() {
    this.picked = [];
    this.picking = false;
    this.pace = 'suggested';
    this.querySelector('form')?.reset();
  }
}
customElements.define('assign-form', AssignForm);

/** A moment as a box for local times takes it. @param {number} at */
function local(at) {
  const there = new Date(at);
  return new Date(at - there.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
