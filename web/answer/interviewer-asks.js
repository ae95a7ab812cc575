/** An interview with follow-ups, once per answer is handed in: the one question about it. */
import { html, nothing } from 'lit';
import { withCode } from '../lib/inline-code.js';
import { emit } from '../lib/emit.js';
import { SessionPart } from './session-part.js';

/** @import { Question } from '../lib/types.js' */
/** @import { OpenSession } from './open-session.js' */

/** The server takes no longer line. */
const MOST_LETTERS = 2000;

class InterviewerAsks extends SessionPart {
  static properties = { sending: { state: true } };

  constructor() {
    super();
    this.sending = false;
  }

  /** @param {Event} [event] */
  async onwards(event) {
    event?.preventDefault();
    const { openSession } = this;
    if (!openSession || this.sending) return;
    this.sending = true;
    const sent = await openSession.lines.send();
    this.sending = false;
    if (sent) emit(this, 'do', 'forward');
  }

  /** Goes on without an answer to the follow-up. */
  leave() {
    const { openSession } = this;
    openSession?.lines.type(openSession.place, '');
    emit(this, 'do', 'forward');
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.stopPropagation();
    this.onwards(event);
  }

  render() {
    const { openSession } = this;
    const question = openSession?.question;
    if (!openSession || !question?.answer) return nothing;
    const { asking } = question;
    return html`
      <p class="asked-of" dir="auto">${question.prompt}</p>
      ${asking === null || asking === undefined ? this.waiting() : asking.ask === '' ? this.nothingMore() : this.ask(openSession, question, asking.ask)}
      <details class="your-answer"><summary>Your answer, as it was handed in</summary><p class="version-text" dir="auto">${question.answer.text}</p></details>`;
  }

  waiting() {
    return html`<h1 class="question" id="question">The interviewer is thinking about your answer…</h1>
      <p role="status">The follow-up comes in a moment. You need not wait for it.</p>
      ${this.way('Next question')}`;
  }

  nothingMore() {
    return html`<h1 class="question" id="question">The interviewer has nothing to ask about this answer.</h1>${this.way('Next question')}`;
  }

  /** @param {OpenSession} openSession @param {Question} question @param {string} ask */
  ask(openSession, question, ask) {
    const said = question.said ?? '';
    return html`<h1 class="question" id="question" dir="auto"><span class="unseen">The interviewer asks: </span>${withCode(ask)}</h1>
      <form @submit=${this.onwards} @keydown=${this.key}>
        <textarea class="editor" rows="4" dir="auto" maxlength=${MOST_LETTERS} data-first aria-labelledby="question" ?readonly=${said !== '' || !openSession.writes} .value=${said || openSession.lines.typed(openSession.place)}
          @input=${(/** @type {Event} */ event) => openSession.lines.type(openSession.place, /** @type {HTMLTextAreaElement} */ (event.target).value)}></textarea>
        ${openSession.lines.problem ? html`<p class="failed-word small" role="alert">${openSession.lines.problem.message}</p>` : nothing}
        <p class="actions">
          <button class="action-primary" type="submit" aria-disabled=${this.sending}>${said ? 'Next question' : this.sending ? 'One moment…' : 'Answer'} <kbd>Ctrl ⏎</kbd></button>
          ${said ? nothing : html`<button class="action" type="button" @click=${this.leave}>Leave it</button>`}
        </p>
        <p class="small soft">One follow-up to each answer, marked separately.</p>
      </form>`;
  }

  /** @param {string} words */
  way(words) {
    return html`<p class="actions"><button class="action-primary" type="button" data-first @click=${this.leave}>${words} <kbd>⏎</kbd></button></p>`;
  }
}
customElements.define('interviewer-asks', InterviewerAsks);
