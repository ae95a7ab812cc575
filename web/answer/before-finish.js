/** What is empty or flagged, before the answers are handed in. */
import { html, nothing } from 'lit';
import { shortName } from '../lib/names.js';
import { emit } from '../lib/emit.js';
import { capital, count, inWords } from '../lib/time.js';
import { wordCount } from '../lib/words.js';
import { SessionPart } from './session-part.js';

/** @import { OpenSession } from './open-session.js' */
/** @import { AnswerDraft } from './answer-draft.js' */

class BeforeFinish extends SessionPart {
  /** @param {string} what @param {number} [detail] @param {Event} [event] */
  ask(what, detail, event) {
    event?.preventDefault();
    emit(this, what, detail);
  }

  render() {
    const { openSession } = this;
    if (!openSession) return nothing;
    const left = openSession.drafts.filter((draft) => !openSession.isSettled(draft.place));
    const open = left.filter((draft) => draft.empty || draft.flagged || draft.rival);
    const written = left.filter((draft) => !open.includes(draft));
    return html`
      <h1>${openSession.practice ? 'End the round' : 'Review and finish'}</h1>
      <p>${summary(open)}</p>
      ${open.length > 0
        ? html`<ol class="ruled before-finish hung">${open.map((draft) => this.line(openSession, draft))}</ol>`
        : nothing}
      ${written.length > 0
        ? html`<p class="soft">
            Written: ${written.map(
              ({ place, text }, i) => html`${i > 0 ? '; ' : ''}<a href="#${place + 1}" @click=${(/** @type {Event} */ event) => this.ask('visit', place, event)}
                  >${place + 1} ${shortName(openSession.session.questions[place]?.prompt ?? '')}</a>, ${count(wordCount(text), 'word')}`,
            )}.
          </p>`
        : nothing}
      <div class="actions">
        <button class="action-primary" type="button" ?disabled=${!openSession.writes || openSession.drafts.some((draft) => draft.rival)} @click=${() => this.ask('finish')}>
          ${openSession.practice ? (written.length > 0 ? 'Mark the rest and end' : 'End the round') : 'Finish and mark'} <kbd>Ctrl ⏎</kbd>
        </button>
        <button class="action" type="button" @click=${() => this.ask('visit', openSession.place)}>Back to question ${openSession.place + 1} <kbd>Esc</kbd></button>
        <a class="action-quiet" href="/">Leave, come back later</a>
      </div>`;
  }

  /** @param {OpenSession} openSession @param {AnswerDraft} draft */
  line(openSession, draft) {
    const { place } = draft;
    return html`<li>
      <a class="finish-place" href="#${place + 1}" @click=${(/** @type {Event} */ event) => this.ask('visit', place, event)}>
        <span class="place-key">${place + 1}</span> <span class="finish-question">${openSession.session.questions[place]?.prompt}</span>
        <span class="place-state">${workState(draft)}</span>
      </a>
    </li>`;
  }
}
customElements.define('before-finish', BeforeFinish);

/** @param {AnswerDraft} draft */
function workState(draft) {
  if (draft.rival) return 'two texts, choose one';
  const words = draft.empty ? 'empty' : count(wordCount(draft.text), 'word');
  return draft.flagged ? `flagged ⚑, ${words}` : words;
}

/** @param {AnswerDraft[]} open */
function summary(open) {
  if (open.length === 0) return 'Every question has an answer and none is flagged.';
  const empty = open.filter((draft) => draft.empty).length;
  const flagged = open.filter((draft) => draft.flagged).length;
  /** @param {number} n @param {string} what */
  const are = (n, what) => (n === 0 ? [] : [`${inWords(n)} ${n === 1 ? 'is' : 'are'} ${what}`]);
  const parts = [...are(empty, 'empty'), ...are(flagged, 'flagged')];
  return `${capital(parts.join(' and ') || 'one has two texts')}. Press a number to go back to it.`;
}
