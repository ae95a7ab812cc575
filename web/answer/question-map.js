/** The list of questions, with links to each. */
import { html, nothing } from 'lit';
import { shortName } from '../lib/names.js';
import { emit } from '../lib/emit.js';
import { SessionPart } from './session-part.js';

/** @import { OpenSession } from './open-session.js' */

class QuestionMap extends SessionPart {
  /** @param {Event} event @param {number} place */
  go(event, place) {
    event.preventDefault();
    emit(this, 'visit', place);
  }

  render() {
    const { openSession } = this;
    if (!openSession) return nothing;
    return html`<nav class="question-map" aria-label="Questions">
      <ol>
        ${openSession.drafts.map((draft) => {
          const here = openSession.phase === 'answering' && draft.place === openSession.place;
          const name = shortName(openSession.session.questions[draft.place]?.prompt ?? '');
          return html`<li>
            <a href="#${draft.place + 1}" aria-current=${here ? 'step' : nothing} @click=${(/** @type {Event} */ event) => this.go(event, draft.place)}
              ><span class="place"><span class="unseen">Question </span>${draft.place + 1}</span
              ><span><span class="place-topic">${name}, </span><span class="place-state">${placeState(openSession, draft.place, here)}</span></span></a
            >
          </li>`;
        })}
      </ol>
    </nav>`;
  }
}
customElements.define('question-map', QuestionMap);

/** @param {OpenSession} openSession @param {number} place @param {boolean} here */
function placeState(openSession, place, here) {
  const draft = openSession.drafts[place];
  if (here) return 'here';
  if (openSession.isSettled(place)) return openSession.practice ? 'marked' : 'handed in';
  if (draft?.rival) return 'two texts';
  if (draft?.flagged) return html`flagged<span class="flag-mark"> ⚑</span>`;
  return draft?.empty ? 'empty' : 'answered';
}
