/** How well the answer was known: what the score proposes, and the four ratings that can be put in its place. Says `rated`. */
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { LightElement } from '../lib/page.js';
import { emit } from '../lib/emit.js';
import { capital, inDaysShort } from '../lib/time.js';

/** @import { Schedule } from '../lib/types.js' */

class WhenAgain extends LightElement {
  static properties = { schedule: { attribute: false }, fixed: { type: Boolean } };

  constructor() {
    super();
    /** @type {Schedule | null} */
    this.schedule = null;
    /** Whether nothing can be changed here. */
    this.fixed = false;
  }

  render() {
    const { schedule } = this;
    if (!schedule) return nothing;
    const { choices, rating } = schedule;
    return html`<fieldset class="field" ?disabled=${this.fixed}>
      <legend>How well did you know it?</legend>
      <div class="ratings">
        ${choices.map(
          (choice) => html`<label>
            <input type="radio" name="rating" .checked=${live(choice.rating === rating)} @change=${() => emit(this, 'rated', choice.rating)} />
            ${choice.rating} ${capital(choice.word)} <span>${inDaysShort(choice.days)}</span>
          </label>`,
        )}
      </div>
    </fieldset>`;
  }
}
customElements.define('when-again', WhenAgain);
