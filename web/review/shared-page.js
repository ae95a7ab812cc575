/** A result that somebody shared: read by whoever has its link, which stands behind the # of the address, where no server sees it. */
import { html, nothing } from 'lit';
import { Problem, shared } from '../api.js';
import { Page } from '../lib/page.js';
import { count } from '../lib/time.js';
import { afterTime } from './after-time.js';
import './marked-answer.js';
import { resultRows } from './result-rows.js';
import { sessionName } from './review.js';
import './score-scale.js';

/** @import { Session } from '../lib/types.js' */

class SharedPage extends Page {
  constructor() {
    super();
    /** @type {Session | null} */
    this.session = null;
    this.link = location.hash.slice(1);
  }

  async load() {
    if (this.link === '') throw new Problem('no-such-link', 404, 'This link is incomplete; open it as it was sent to you.');
    this.session = await shared(this.link);
  }

  pageTitle() {
    return this.session ? `Shared result: ${sessionName(this.session)}` : '';
  }

  sheet() {
    const { session } = this;
    if (!session) return nothing;
    const { score, questions } = session;
    return html`
      <div class="marked headed">
        <header class="asked">
          <p class="crumb">A shared result</p>
          <h1>${sessionName(session)}</h1>
        </header>
        <div class="score" role="group" aria-label="Score">
          ${score
            ? html`<p class="score-line"><strong class="score-figure">${score.percent}</strong> <span>of 100<br />${score.word}</span></p>
                <score-scale .at=${score.percent} .low=${score.low} .high=${score.high}></score-scale>
                <p class="small soft">The average of ${count(score.counted, 'question')}.</p>`
            : html`<p class="score-line"><span>No question has a score.</span></p>`}
        </div>
      </div>
      <div class="row">
        <div class="script">
          <h2 class="unseen">Questions</h2>
          ${resultRows(session, true, () => '')}
        </div>
        <aside class="margin" aria-label="What this is">
          <p class="remark">Somebody shared this result with you. Rejoinder marked the answers against the points that a good answer makes. Corrections are marked as such.</p>
        </aside>
      </div>
      <div class="shared-answers">
        ${questions.map((question) => html`<div><marked-answer .question=${question} .level=${2} ?theirs=${true}></marked-answer>${afterTime(question, true)}</div>`)}
      </div>`;
  }
}
customElements.define('shared-page', SharedPage);
