/** Where one is among the questions, and the way to each. */
import { html, nothing } from 'lit';
import { Plain } from '../lib/page.js';
import { shortName } from '../lib/names.js';
import { tell } from '../lib/emit.js';

/** @import { Desk } from './open-session.js' */

class QuestionMap extends Plain {
  static properties = { desk: { attribute: false }, change: { attribute: false } };

  constructor() {
    super();
    /** @type {Desk | null} */
    this.desk = null;
    /** Counts the changes of the desk, so that it is drawn again. */
    this.change = 0;
  }

  /** @param {Event} event @param {number} place */
  go(event, place) {
    event.preventDefault();
    tell(this, 'visit', place);
  }

  render() {
    const { desk } = this;
    if (!desk) return nothing;
    return html`<nav class="question-map" aria-label="Questions">
      <ol>
        ${desk.works.map((work) => {
          const here = desk.phase === 'answering' && work.place === desk.place;
          const name = shortName(desk.session.questions[work.place]?.prompt ?? '');
          return html`<li>
            <a href="#${work.place + 1}" aria-current=${here ? 'step' : nothing} @click=${(/** @type {Event} */ event) => this.go(event, work.place)}
              ><span class="place"><span class="unseen">Question </span>${work.place + 1}</span
              ><span><span class="place-topic">${name}, </span><span class="place-state">${placeState(desk, work.place, here)}</span></span></a
            >
          </li>`;
        })}
      </ol>
    </nav>`;
  }
}
customElements.define('question-map', QuestionMap);

/** @param {Desk} desk @param {number} place @param {boolean} here */
function placeState(desk, place, here) {
  const work = desk.works[place];
  if (here) return 'here';
  if (desk.isSettled(place)) return desk.practice ? 'marked' : 'handed in';
  if (work?.rival) return 'two texts';
  if (work?.flagged) return html`flagged<span class="flag-mark"> ⚑</span>`;
  return work?.empty ? 'empty' : 'answered';
}
