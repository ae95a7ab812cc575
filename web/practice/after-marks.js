/** Practice, after the marks: how well it was known, when the question comes again, and the way on. Says `do` with what was asked of the session. */
import { html, nothing } from 'lit';
import { Problem, practice, rate } from '../api.js';
import { DocumentKeys } from '../lib/document-keys.js';
import { LightElement } from '../lib/page.js';
import { singleKey } from './practice-keys.js';
import './when-again.js';
import { emit } from '../lib/emit.js';

/** @import { Practice, Schedule } from '../lib/types.js' */
/** @import { Command } from '../answer/keys.js' */

class AfterMarks extends LightElement {
  static properties = {
    session: {},
    place: { type: Number },
    marks: {},
    writes: { type: Boolean },
    last: { type: Boolean },
    practice: { state: true },
    problem: { state: true },
  };

  constructor() {
    super();
    this.session = '';
    this.place = 0;
    /** What the marks are; when they change, the rest is asked for again. */
    this.marks = '';
    /** Whether this window may change anything. */
    this.writes = false;
    /** Whether every answer of the round is handed in. */
    this.last = false;
    /** @type {Practice | null} */
    this.practice = null;
    /** @type {Problem | null} */
    this.problem = null;
    this.steps = 0;
    new DocumentKeys(this, (event) => {
      const key = singleKey(event);
      if (key !== null && this.pressed(key)) event.preventDefault();
    });
  }

  /** @param {Map<PropertyKey, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('marks')) this.step(() => practice(this.session, this.place));
  }

  /** @param {() => Promise<Practice>} ask */
  async step(ask) {
    const step = ++this.steps;
    try {
      const said = await ask();
      if (step !== this.steps) return;
      this.practice = said;
      this.problem = null;
    } catch (thrown) {
      if (step === this.steps) this.problem = Problem.of(thrown);
    }
  }

  /** @param {string} key @returns {boolean} whether it meant something */
  pressed(key) {
    if (key === 'enter') this.do('next');
    else if (key === 'a') this.again();
    else if (/^[1-4]$/.test(key)) this.rated(Number(key));
    else if (key === 'undo') return this.undo();
    else if (key === 'd') return this.focusOn('follow-up textarea');
    else if (key === 'o') return this.focusOn('[data-reference]');
    else return false;
    return true;
  }

  /** @param {string} what @returns {boolean} whether it is there */
  focusOn(what) {
    const target = this.querySelector(what) ?? document.querySelector(what);
    if (!(target instanceof HTMLElement)) return false;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: what === '[data-reference]' ? 'start' : 'nearest' });
    return true;
  }

  /** @param {Command} command */
  do(command) {
    emit(this, 'do', command);
  }

  /** @param {number | null} rating null: as the score has it */
  rated(rating) {
    const { practice: now } = this;
    if (!now?.schedule || !this.writes) return;
    const own = rating === now.schedule.proposed ? null : rating;
    if (own !== now.schedule.chosen) this.step(() => rate(this.session, this.place, { rating: own, again: now.again }));
  }

  undo() {
    if (this.practice?.schedule?.chosen == null) return false;
    this.rated(null);
    return true;
  }

  again() {
    const { practice: now } = this;
    if (now && this.writes) this.step(() => rate(this.session, this.place, { rating: now.schedule?.chosen ?? null, again: !now.again }));
  }

  render() {
    const { practice: now } = this;
    const schedule = now?.schedule ?? null;
    return html`${schedule ? html`<when-again .schedule=${schedule} ?fixed=${!this.writes} @rated=${(/** @type {CustomEvent} */ event) => this.rated(event.detail)}></when-again>` : nothing}
      ${this.problem && !this.problem.offline ? html`<div class="notice broken" role="alert"><p>${this.problem.message}</p></div>` : nothing}
      <p class="actions">
        <button class=${this.writes ? 'action-primary' : 'action'} type="button" data-onwards @click=${() => this.do('next')}>${this.last ? 'End the round' : 'Next question'}</button>
        ${schedule
          ? html`<button class="quiet" type="button" aria-pressed=${now?.again ?? false} ?disabled=${!this.writes} @click=${() => this.again()}>Ask again after this round</button>`
          : nothing}
        ${this.last ? nothing : html`<button class="quiet" type="button" @click=${() => this.do('finish')}>End the round</button>`}
      </p>
      ${schedule ? html`<p class="small soft" role="status">${this.comesBack(schedule, now?.again ?? false)}</p>` : nothing}`;
  }

  /** @param {Schedule} schedule @param {boolean} again */
  comesBack(schedule, again) {
    if (again) return 'It is asked once more as soon as this round is over.';
    const own = schedule.choices.find((choice) => choice.rating === schedule.proposed);
    return html`${schedule.sentence}${schedule.chosen === null || !this.writes
      ? nothing
      : html` By the score it would be ${own?.word}. <button class="quiet" type="button" @click=${() => this.undo()}>Undo</button>`}`;
  }
}
customElements.define('after-marks', AfterMarks);
