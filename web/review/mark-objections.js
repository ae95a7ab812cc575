/** "Am I wrong?": the candidate's word about the marks. Says `correct` and `withdraw`; the grader's own value stays. */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { withCode } from '../lib/inline-code.js';
import { Plain } from '../lib/page.js';
import { dayAndTime, hourAndMinute, times } from '../lib/time.js';
import { tell } from '../lib/emit.js';
import { inForce } from './addends.js';
import { mark } from './answer-text.js';
import { focusDecided } from './keep-focus.js';
import { markingOf } from './notes.js';
import { sentencesOf } from './sentences.js';

/** @import { Question } from '../lib/types.js' */
/** @import { Note } from './notes.js' */

class MarkObjections extends Plain {
  static properties = { question: { attribute: false }, claimed: { state: true }, pointed: { state: true } };

  constructor() {
    super();
    /** @type {Question | null} */
    this.question = null;
    /** @type {string | null} the point about which the candidate is saying something */
    this.claimed = null;
    /** Whether a sentence is chosen that says the claimed point. */
    this.pointed = false;
    /** @type {string | null} the point that was decided about last: the focus stays at it while its buttons change */
    this.decided = null;
  }

  /** @param {Map<PropertyKey, unknown>} changed */
  updated(changed) {
    if (this.decided === null) return;
    focusDecided(this, this.decided);
    if (changed.has('question')) this.decided = null;
  }

  /** @param {string} what @param {{point: string, credit?: number, quote?: string, accept?: boolean}} said */
  say(what, said) {
    this.decided = said.point;
    tell(this, what, said);
  }

  render() {
    const { question } = this;
    const marked = question && markingOf(question);
    if (!question || !marked) return nothing;
    const points = marked.notes.filter((note) => note.finding);
    const open = points.filter((note) => note.correction || note.points < note.share);
    const counted = points.filter((note) => !open.includes(note));
    return html`<section aria-labelledby="objections-${question.place}">
      <h2 id="objections-${question.place}">Am I wrong?</h2>
      <p class="soft">Your word counts. The old mark stays visible, and you can undo.</p>
      ${open.length > 0
        ? html`<ul class="ruled">
            ${this.lines(question, open)}
          </ul>`
        : nothing}
      ${counted.length > 0
        ? html`<details>
            <summary>${open.length > 0 ? 'Points that were counted in full' : 'All points were counted in full'}</summary>
            <ul class="ruled">
              ${this.lines(question, counted)}
            </ul>
          </details>`
        : nothing}
      <p class="actions" data-decides="">${this.whole(question)}</p>
      ${said(question, marked.notes)}
    </section>`;
  }

  /** @param {Question} question @param {Note[]} notes */
  lines(question, notes) {
    return repeat(
      notes,
      ({ point }) => point,
      (note) => html`<li class=${note.kind} data-point=${mark(question.place, note)}>${this.line(question, note)}</li>`,
    );
  }

  /** @param {Question} question @param {Note} note */
  line(question, note) {
    if (this.claimed === note.point) return this.claim(question, note);
    const { correction } = note;
    return html`<div class="objection-line" data-decides=${note.point}>
      <span class="note-key" aria-hidden="true">${note.letter}</span>
      <em class="remark" dir="auto">${withCode(note.statement)}</em>
      <span class="actions">
        ${correction
          ? html`<span class="said">${note.own} → ${note.points}, by you, <span class="figure">${hourAndMinute(correction.at)}</span></span>
              <button class="action-quiet" type="button" @click=${() => this.say('withdraw', { point: note.point })}>
                Undo <kbd>Ctrl Z</kbd><span class="unseen"> for point ${note.letter}</span>
              </button>`
          : html`${note.points < note.share
              ? html`<button class="action-quiet" type="button" @click=${() => this.ask(note)}>
                  I did say this<span class="unseen">: point ${note.letter}</span>
                </button>`
              : nothing}
            ${note.points > 0
              ? html`<button class="action-quiet" type="button" @click=${() => this.say('correct', { point: note.point, credit: 0 })}>
                  I did not say this<span class="unseen">: point ${note.letter}</span>
                </button>`
              : nothing}`}
      </span>
    </div>`;
  }

  /** @param {Question} question @param {Note} note */
  claim(question, note) {
    const text = question.answer?.text ?? '';
    const here = note.at;
    return html`<form class="objection" @submit=${(/** @type {SubmitEvent} */ event) => this.count(event, note)} @keydown=${(/** @type {KeyboardEvent} */ event) => event.key === 'Escape' && this.leaveIt(note)}>
      <p><span class="note-key" aria-hidden="true">${note.letter}</span> <em class="remark" dir="auto">${withCode(note.statement)}</em></p>
      <p class="claim">
        <label for="which-${question.place}">I did say this:</label>
        <select class="field" id="which-${question.place}" name="quote" dir="auto" @change=${this.point}>
          <option value="">no single sentence</option>
          ${sentencesOf(text).map(
            ({ start, end }) =>
              html`<option value=${text.slice(start, end)} ?selected=${here >= start && here < end}>${text.slice(start, end)}</option>`,
          )}
        </select>
      </p>
      ${note.finding?.point.automatic || !this.pointed
        ? nothing
        : html`<p>
            <label class="choice"><input type="checkbox" name="accept" /> <span>accept these words for this point from now on <span class="soft small">in future gradings of this question; this one stays as it is</span></span></label>
          </p>`}
      <p class="actions">
        <button class="action" type="submit">Count it, +${note.share - note.points}</button>
        <button class="action-quiet" type="button" @click=${() => this.leaveIt(note)}>Leave it</button>
      </p>
    </form>`;
  }

  /** @param {Question} question */
  whole({ corrections = [], score }) {
    const said = inForce(corrections, '');
    if (said) {
      return html`<span class="said">The whole answer counts ${score?.percent}, by you, <span class="figure">${hourAndMinute(said.at)}</span></span>
        <button class="action-quiet" type="button" @click=${() => this.say('withdraw', { point: '' })}>
          Undo <kbd>Ctrl Z</kbd><span class="unseen"> for the whole answer</span>
        </button>`;
    }
    return (score?.percent ?? 0) < 100
      ? html`<button class="action-quiet" type="button" @click=${() => this.say('correct', { point: '', credit: 1 })}>
          Count my whole answer as correct
        </button>`
      : nothing;
  }

  /** @param {Note} note */
  async ask(note) {
    this.claimed = note.point;
    await this.updateComplete;
    const select = this.querySelector('select');
    this.pointed = Boolean(select?.value);
    select?.focus();
  }

  /** @param {Event} event */
  point(event) {
    this.pointed = Boolean(/** @type {HTMLSelectElement} */ (event.target).value);
  }

  /** @param {SubmitEvent} event @param {Note} note */
  count(event, note) {
    event.preventDefault();
    const said = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget));
    const quote = String(said.get('quote') ?? '');
    this.claimed = null;
    this.say('correct', { point: note.point, credit: 1, ...(quote ? { quote } : {}), ...(quote && said.has('accept') ? { accept: true } : {}) });
  }

  /** @param {Note} note */
  leaveIt(note) {
    this.decided = note.point;
    this.claimed = null;
  }
}
customElements.define('mark-objections', MarkObjections);

/** Everything that was said about the marks in its order, also what does not count any more. @param {Question} question @param {Note[]} notes */
function said({ corrections = [] }, notes) {
  if (corrections.length === 0) return nothing;
  return html`<details class="said-so-far">
    <summary>What you said about these marks, ${times(corrections.length)}</summary>
    <ol class="ruled">
      ${corrections.map(
        ({ point, credit, quote, at, withdrawn }) => html`<li>
          <span class="figure">${dayAndTime(at, Date.now())}</span>, ${withdrawn ? 'taken back' : credit === 1 ? 'said' : credit === 0 ? 'not said' : `said to ${Math.round((credit ?? 0) * 100)} %`}:
          ${point === '' ? 'the whole answer' : html`<em class="remark" dir="auto">${withCode(notes.find((note) => note.point === point)?.statement ?? point)}</em>`}
          ${quote ? html`<span class="soft" dir="auto">“${quote}”</span>` : nothing}
        </li>`,
      )}
    </ol>
  </details>`;
}
