/** The questions of today's round, each with the reason for it. */
import { html, nothing } from 'lit';
import { LightElement } from '../lib/page.js';
import { withoutTicks } from '../lib/words.js';

/** @import { Plan } from '../lib/types.js' */

class TodaysRound extends LightElement {
  static properties = { items: { attribute: false } };

  constructor() {
    super();
    /** @type {Plan["items"]} */
    this.items = [];
  }

  render() {
    if (this.items.length === 0) return nothing;
    return html`<ol class="ruled hung todays-round">
      ${this.items.map(
        ({ topic, prompt, reason }, i) => html`<li>
          <span class="place-key" aria-hidden="true">${i + 1}</span>
          <div>
            <p class="chosen-prompt" dir="auto">${prompt}</p>
            <p class="small soft"><a href="/topics/${topic.id}">${topic.title}</a></p>
            <p class="remark"><span class="unseen">Why: </span>${withoutTicks(reason)}</p>
          </div>
        </li>`,
      )}
    </ol>`;
  }
}
customElements.define('todays-round', TodaysRound);
