/** What a member of a class shows its reviewer of their practice. */
import { html, nothing } from 'lit';
import { practised } from '../api.js';
import { Page } from '../lib/page.js';
import { count, dayAndTime } from '../lib/time.js';

/** @import { Practised, Summary } from '../lib/types.js' */

class PractisedPage extends Page {
  constructor() {
    super();
    /** @type {Practised | null} */
    this.practised = null;
  }

  get of() {
    return { classroom: this.params['class'] ?? '', person: this.params['person'] ?? '' };
  }

  async load() {
    this.practised = await practised(this.of.classroom, this.of.person);
  }

  pageTitle() {
    return this.practised ? `Practice of ${this.practised.name}` : '';
  }

  sheet() {
    const all = this.practised;
    if (!all) return nothing;
    const open = all.shows === 'answers';
    return html`<div class="row">
      <div class="script">
        <p class="crumb"><a href="/classes">Classes</a>, <a href="/classes/${this.of.classroom}">back to the class</a></p>
        <h1 dir="auto">Practice of ${all.name}</h1>
        ${all.rounds.length === 0
          ? html`<p class="soft">No round of practice is finished yet.</p>`
          : html`<ul class="ruled people-list">${all.rounds.map((round) => this.round(round, all.now, open))}</ul>`}
      </div>
      <aside class="margin" aria-label="What is shown">
        <p class="remark">${all.name} chose to show you this: ${open ? 'topics, scores and answers' : 'topics and scores, without the answers'}. It can be taken back at any time.</p>
      </aside>
    </div>`;
  }

  /** @param {Summary} round @param {number} now @param {boolean} open */
  round({ id, topics, startedAt, questions, answered, score }, now, open) {
    const names = topics.map(({ title }) => title).join(', ');
    return html`<li>
      <span class="who" dir="auto">${open ? html`<a href="/classes/${this.of.classroom}/practice/${this.of.person}/${id}">${names}</a>` : names}</span>
      <span class="small soft">${dayAndTime(startedAt, now)}, ${answered} of ${questions} answered</span>
      ${score ? html`<strong class="figure">${score.percent}</strong>` : nothing}
    </li>`;
  }
}
customElements.define('practised-page', PractisedPage);
