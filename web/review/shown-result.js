/** A result that somebody shows somebody else: the score, the questions, and every marked answer. */
import { html, nothing } from 'lit';
import { Page } from '../lib/page.js';
import { count } from '../lib/time.js';
import { afterTime } from './after-time.js';
import './marked-answer.js';
import { resultRows } from './result-rows.js';
import { sessionName } from './review.js';
import './score-scale.js';

/** @import { Session } from '../lib/types.js' */

export class ShownResult extends Page {
  constructor() {
    super();
    /** @type {Session | null} */
    this.session = null;
  }

  pageTitle() {
    return this.session ? `${this.called()}: ${sessionName(this.session)}` : '';
  }

  /** What it is called. */
  called() {
    return 'Result';
  }

  /** Where it comes from. @returns {unknown} */
  crumb() {
    return nothing;
  }

  /** Why it is seen here. */
  remark() {
    return '';
  }

  sheet() {
    const { session } = this;
    if (!session) return nothing;
    const { score, questions } = session;
    return html`
      <div class="marked headed">
        <header class="asked">
          <p class="crumb">${this.crumb()}</p>
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
          <p class="remark">${this.remark()}</p>
        </aside>
      </div>
      <div class="shared-answers">
        ${questions.map((question) => html`<div><marked-answer .question=${question} .level=${2} ?theirs=${true}></marked-answer>${afterTime(question, true)}</div>`)}
      </div>`;
  }
}
