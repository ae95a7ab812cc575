/** Under the box: how long the answer is, how sure one is, where to go from here. */
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { DEGREES, SURE } from '../lib/confidence.js';
import { emit } from '../lib/emit.js';
import { capital, count } from '../lib/time.js';
import { wordCount } from '../lib/words.js';
import { SessionPart } from './session-part.js';

/** @import { OpenSession } from './open-session.js' */
/** @import { Command } from './keys.js' */

/** An answer of more words is called long. */
const LONG_ANSWER = 400;
/** From this part of the room on it is said how much is left. */
const NEARLY_FULL = 0.8;

class AnswerFoot extends SessionPart {
  /** @param {Command} command */
  do(command) {
    emit(this, 'do', command);
  }

  render() {
    const { openSession } = this;
    if (!openSession) return nothing;
    const settled = openSession.isSettled();
    return html`${settled ? nothing : this.under(openSession)}
      ${openSession.followUps && !openSession.draft.empty ? html`<p class="small soft">Its follow-up comes next; the answer is fixed then.</p>` : nothing}
      <div class="actions">
        <button class=${openSession.writes ? 'action-primary' : 'action'} type="button" aria-disabled=${openSession.server.busy} @click=${() => this.do('next')}>${primary(openSession)} <kbd>Ctrl ⏎</kbd></button>
        <button class="action" type="button" ?disabled=${openSession.place === 0} @click=${() => this.do('back')}>Back <kbd>Alt ←</kbd></button>
        ${settled
          ? nothing
          : html`<button class="action" type="button" ?disabled=${!openSession.open} @click=${() => this.do('flag')}>
                ${openSession.draft.flagged ? 'Unflag' : 'Flag'} <kbd>Alt F</kbd>
              </button>
              <button class="action" type="button" @click=${() => this.do('skip')}>Skip <kbd>Alt S</kbd></button>`}
        ${openSession.last && !openSession.practice
          ? nothing
          : html`<button class="action-quiet apart" type="button" @click=${() => this.do('finish')}>Finish… <kbd>Alt Q</kbd></button>`}
      </div>`;
  }

  /** @param {OpenSession} openSession */
  under(openSession) {
    const { draft } = openSession;
    const words = wordCount(draft.text);
    return html`<div class="under-editor" id="under">
      <p class="figure">${count(words, 'word')}${words > LONG_ANSWER ? ', a long answer' : nothing}${room(draft.text.length, openSession.session.longestAnswer)}${draft.flagged ? ', flagged ⚑' : nothing}</p>
      <fieldset class="choices how-sure" ?disabled=${!openSession.open}>
        <legend>How sure are you? <span class="small">(optional)</span></legend>
        ${DEGREES.map(
          (sure) => html`<label class="choice"
            ><input type="radio" name="sure" .checked=${live(draft.confidence === sure)} @change=${() => openSession.sure(sure)} /> ${capital(SURE[sure])}</label
          >`,
        )}
      </fieldset>
    </div>`;
  }
}
customElements.define('answer-foot', AnswerFoot);

/**
 * How much room is left, once most of it is used.
 * @param {number} used characters
 * @param {number | undefined} most
 */
function room(used, most) {
  if (most === undefined || used <= most * NEARLY_FULL) return nothing;
  const figures = `${used.toLocaleString('en')} of ${most.toLocaleString('en')} characters`;
  return used <= most ? `, ${figures}` : html`, <strong class="failed-word">${figures}: shorten it to have it saved</strong>`;
}

/** @param {OpenSession} openSession */
function primary(openSession) {
  if (openSession.followUps && !openSession.draft.empty) return openSession.server.busy ? 'One moment…' : 'Hand in this answer';
  if (!openSession.practice) return openSession.last ? 'Review and finish' : 'Next';
  if (!openSession.isSettled()) return openSession.server.busy ? 'Marking…' : 'Mark it';
  return openSession.drafts.every(({ place }) => openSession.isSettled(place)) ? 'Finish' : 'Next question';
}
