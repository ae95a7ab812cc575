/** Compares a session that an earlier grader marked with what the current one would give. Runs on request only; the result is not stored. */
import { html, nothing } from 'lit';
import { Problem, currentGrade } from '../api.js';
import { signed } from '../lib/words.js';
import { LightElement } from '../lib/page.js';
import { count } from '../lib/time.js';

/** @import { Session, Today } from '../lib/types.js' */

class GradeToday extends LightElement {
  static properties = { session: { attribute: false }, today: { state: true }, asking: { state: true }, problem: { state: true } };

  constructor() {
    super();
    /** @type {Session | null} */
    this.session = null;
    /** @type {Today | null} */
    this.today = null;
    this.asking = false;
    /** @type {Problem | null} */
    this.problem = null;
  }

  async compare() {
    this.asking = true;
    this.problem = null;
    try {
      this.today = await currentGrade(this.session?.id ?? '');
    } catch (thrown) {
      this.problem = Problem.of(thrown);
    }
    this.asking = false;
  }

  render() {
    const { session, today } = this;
    const then = session?.questions.find(({ grade }) => grade)?.grade?.stamp.grader;
    if (!session || session.state !== 'graded' || !then || !session.grader || then === session.grader) return nothing;
    return html`<section class="row screen-only" aria-label="The current grader">
      <div class="script">
        <p role="status">
          Graded with <span class="figure">${then}</span>; the current grader is <span class="figure">${session.grader}</span>.
          ${this.asking
            ? `Marking ${count(session.questions.length, 'answer')} again…`
            : today
              ? sentence(session, today)
              : html`<button class="action-quiet" type="button" @click=${this.compare}>Compare</button>`}
        </p>
        ${this.problem ? html`<p class="failed-word" role="alert">${this.problem.message}</p>` : nothing}
      </div>
      <div class="margin"><p class="small soft">Your saved marks do not change.</p></div>
    </section>`;
  }
}
customElements.define('grade-today', GradeToday);

/** @param {Session} session @param {Today} today */
function sentence({ score }, { score: now, questions }) {
  const others = questions.filter(({ was, percent }) => was !== percent);
  if (others.length === 0) return html`Today it would be <strong>the same</strong>, question by question.`;
  return html`Today it would be <strong class="figure">${now?.percent ?? 0} %</strong>
    (${signed((now?.percent ?? 0) - (score?.percent ?? 0))}): ${others.map(
      ({ place, was, percent }, i) => html`${i > 0 ? ', ' : ''}question ${place + 1} from <span class="figure">${was ?? 'none'} to ${percent ?? 'none'}</span>`,
    )}.`;
}
