/** What becomes of the answers after the end, until the result is there. */
import { html, nothing } from 'lit';
import { emit } from '../lib/emit.js';
import { count } from '../lib/time.js';
import { SessionPart } from './session-part.js';

/** @import { OpenSession } from './open-session.js' */
/** @import { HandIn } from './hand-in.js' */

class HandInNotice extends SessionPart {
  /** @param {string} what */
  ask(what) {
    emit(this, what);
  }

  render() {
    const { openSession } = this;
    const end = openSession?.handingIn;
    if (!openSession || !end) return nothing;
    const broken = end.step === 'marking' && openSession.session.grading?.state === 'broken';
    return html`
      <h1>${end.timeOut ? 'Time' : 'Finished'}</h1>
      <div class=${end.step === 'unreachable' ? 'notice device-only' : broken || end.step === 'gone' ? 'notice broken' : 'notice'}>
        ${this.words(openSession, end)}
      </div>
      ${end.step === 'unreachable' || broken || end.step === 'gone'
        ? html`<p class="actions">
            ${end.step === 'gone'
              ? html`<a class="action-primary" href="/">Home</a>`
              : html`<button class="action-primary" type="button" @click=${() => end.again()}>Try again</button>`}
            ${broken ? html`<a class="action" href="/sessions/${openSession.id}/result">See my answers</a>` : nothing}
            ${end.canGoBack ? html`<button class="action" type="button" @click=${() => openSession.backToAnswers()}>Back to the answers</button>` : nothing}
            ${end.step === 'marking' ? nothing : html`<button class="action" type="button" @click=${() => this.ask('copy-all')}>Copy all my text</button>`}
          </p>`
        : nothing}`;
  }

  /** @param {OpenSession} openSession @param {HandIn} end */
  words(openSession, end) {
    if (end.step === 'sending') return html`<p>Saving what you typed last and handing in your answers…</p>`;
    if (end.step === 'gone') return html`<p>${end.problem?.message}</p>`;
    if (end.step === 'unreachable') {
      return html`<p>
        <strong>Not handed in yet.</strong> The server is not responding. Every word is kept in this browser and handed in as soon as it is back; this
        page keeps trying.
      </p>`;
    }
    const { grading, questions } = openSession.session;
    const written = questions.filter(({ answer, draft }) => (answer ?? draft)?.text.trim()).length;
    return html`<p>
        <strong>All ${count(questions.length, 'answer')} ${questions.length === 1 ? 'is' : 'are'} in:</strong> ${written} written,
        ${questions.length - written} empty. ${grading?.state === 'ready' || !grading ? 'Marking…' : nothing}
      </p>
      ${grading?.state === 'loading' ? html`<p>The grader is still loading. Your result will open when it is ready.</p>` : nothing}
      ${grading?.state === 'broken' ? html`<p><strong class="failed-word">Not graded yet.</strong> ${grading.reason} Your answers are safe.</p>` : nothing}
      ${end.late > 0
        ? html`<p>${count(end.late, 'text')} came after the end and ${end.late === 1 ? 'does' : 'do'} not count; ${end.late === 1 ? 'it is' : 'they are'} kept beside the ${end.late === 1 ? 'answer' : 'answers'}.</p>`
        : nothing}`;
  }
}
customElements.define('hand-in-notice', HandInNotice);
