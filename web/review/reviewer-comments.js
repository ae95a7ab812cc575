/** What reviewers said about the answers of a session of one's own. */
import { html, nothing } from 'lit';
import { comments } from '../api.js';
import { LightElement } from '../lib/page.js';
import { dayAndTime } from '../lib/time.js';

/** @import { Comment } from '../lib/types.js' */

class ReviewerComments extends LightElement {
  static properties = { session: {}, place: { type: Number }, all: { state: true } };

  constructor() {
    super();
    /** id of the session */
    this.session = '';
    /** the question alone; -1 for all of them */
    this.place = -1;
    /** @type {Comment[]} */
    this.all = [];
  }

  async connectedCallback() {
    super.connectedCallback();
    try {
      this.all = await comments(this.session);
    } catch {
      // the marks are worth showing without them
    }
  }

  render() {
    const shown = this.all.filter(({ place }) => this.place < 0 || place === this.place);
    if (shown.length === 0) return nothing;
    return html`<section aria-label="What your reviewer says">
      <h2 class="label">Your reviewer says</h2>
      <ul class="comments">${shown.map((comment) => this.line(comment))}</ul>
    </section>`;
  }

  /** @param {Comment} comment */
  line({ place, reviewer, text, at }) {
    return html`<li>
      <p class="kept-text" dir="auto">${text}</p>
      <p class="small soft">${reviewer}, ${dayAndTime(at, Date.now())}${this.place < 0 ? html`, on <a href="/sessions/${this.session}/questions/${place + 1}">question ${place + 1}</a>` : nothing}</p>
    </li>`;
  }
}
customElements.define('reviewer-comments', ReviewerComments);
