/** When a question comes again: what the score proposes, and the four ratings that can be put in its place. Says `rated` and `undo`. */
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { Plain } from '../lib/page.js';
import { tell } from '../lib/emit.js';
import { capital, count } from '../lib/time.js';

/** @import { Schedule } from '../lib/types.js' */

class WhenAgain extends Plain {
  static properties = { schedule: { attribute: false }, again: { type: Boolean }, fixed: { type: Boolean } };

  constructor() {
    super();
    /** @type {Schedule | null} */
    this.schedule = null;
    /** Whether it comes once more after the round. */
    this.again = false;
    /** Whether nothing can be changed here. */
    this.fixed = false;
  }

  render() {
    const { schedule } = this;
    if (!schedule) return nothing;
    const { chosen, proposed, choices, rating, sentence, reason } = schedule;
    const own = choices.find((choice) => choice.rating === proposed);
    return html`<section aria-labelledby="when-head">
      <h2 id="when-head">When it comes again</h2>
      <fieldset class="choices ratings" ?disabled=${this.fixed}>
        <legend class="unseen">How well you knew it</legend>
        ${choices.map(
          (choice) => html`<label class="choice">
            <input type="radio" name="rating" .checked=${live(choice.rating === rating)} @change=${() => tell(this, 'rated', choice.rating)} />
            <span><kbd>${choice.rating}</kbd> ${capital(choice.word)}<span class="unseen">,</span> <span class="beneath small soft">in ${count(choice.days, 'day')}</span></span>
          </label>`,
        )}
      </fieldset>
      <p role="status">${this.again ? 'It is asked once more as soon as this round is over.' : html`${reason} ${sentence}`}</p>
      ${chosen === null || this.fixed
        ? nothing
        : html`<p class="small soft">
            By the score it would be ${own?.word}, in ${count(own?.days ?? 0, 'day')}.
            <button class="action-quiet" type="button" @click=${() => tell(this, 'undo')}>Undo <kbd>Ctrl Z</kbd></button>
          </p>`}
    </section>`;
  }
}
customElements.define('when-again', WhenAgain);
