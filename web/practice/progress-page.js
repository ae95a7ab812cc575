/** Progress: scores over the sessions, answers by day, mastery by topic, points never made, and the time that questions take. Each picture has its table. */
import { html, nothing } from 'lit';
import { plan, progress, sessions } from '../api.js';
import { Page } from '../lib/page.js';
import { hideScores, scoresHidden } from '../lib/hidden-scores.js';
import { bandSentence, steps } from '../lib/score-bands.js';
import { count, inWords, minutes, today as dayHere } from '../lib/time.js';
import './answer-calendar.js';
import './mastery-ruler.js';
import { figure } from './mastery-words.js';
import { neverSaid } from './missed-points.js';
import { MOST } from './score-chart.js';
import './weak-points.js';

/** @import { History, Mastery, Plan, ProgressSoFar, ScoreBand, Summary } from '../lib/types.js' */

/** Questions whose time is shown. */
const TIMES_SHOWN = 10;

class ProgressPage extends Page {
  static properties = { shown: { state: true } };

  constructor() {
    super();
    /** @type {ProgressSoFar | null} */
    this.progress = null;
    /** @type {Plan | null} */
    this.plan = null;
    /** @type {History | null} the last interviews with a score */
    this.scored = null;
    /** Whether scores may be seen. */
    this.shown = !scoresHidden();
  }

  async load() {
    [this.progress, this.plan, this.scored] = await Promise.all([progress(), plan(), sessions({ mode: 'interview', part: 'scored' }, MOST)]);
  }

  pageTitle() {
    return 'Progress';
  }

  sheet() {
    const { days, neverMade, times } = /** @type {ProgressSoFar} */ (this.progress);
    const { topics, bands } = /** @type {Plan} */ (this.plan);
    const answers = days.reduce((sum, day) => sum + day.answers, 0);
    const { all, found, sessions: latest } = /** @type {History} */ (this.scored);
    if (answers === 0 && all === 0) return empty();
    const scored = [...latest].reverse();
    return html`
      <div class="row">
        <div class="script">
          <h1>Progress</h1>
          <p class="lead">${this.shown ? summary(scored, found, topics) : 'Scores are hidden.'}</p>
          ${this.shown ? nothing : html`<p class="actions"><button class="action" type="button" @click=${this.show}>Show the scores</button></p>`}
        </div>
        ${totals(all, answers, days)}
      </div>
      ${this.shown ? this.scores(scored) : nothing}
      ${part('days', 'Answers a day', html`<answer-calendar .days=${days} .today=${this.progress?.today ?? dayHere()}></answer-calendar>`, 'Darker means more answers. Today has an outline.')}
      ${this.shown ? mastery(topics, bands) : nothing}
      ${neverMade.length > 0
        ? html`<section class="weak-section" aria-labelledby="never-head">
            <div class="row">
              <div class="script"><h2 id="never-head">Points you have never made</h2></div>
              <div class="margin"><p class="remark">They belong to questions you have answered. Saying one here changes no score.</p></div>
            </div>
            <weak-points .points=${neverSaid(neverMade)}></weak-points>
          </section>`
        : nothing}
      ${times.length > 0 ? part('times', 'Time per question', timesTable(times), 'The slowest first, against what each question suggests.') : nothing}`;
  }

  show() {
    hideScores(false);
    this.shown = true;
  }

  /** @param {Summary[]} scored oldest first */
  scores(scored) {
    if (scored.length === 0) return nothing;
    return part(
      'scores',
      'Score by interview',
      scored.length === 1 ? html`<p>One interview so far: ${scored[0]?.score?.percent} of 100. The line starts with the second.</p>` : html`<score-chart .sessions=${scored}></score-chart>`,
      'The shaded band shows how far a score could move if every unclear point counted as missed or as made.',
    );
  }
}
customElements.define('progress-page', ProgressPage);

/** @param {string} id @param {string} head @param {unknown} body @param {string} remark */
const part = (id, head, body, remark) => html`<section class="row" aria-labelledby="${id}-head">
  <div class="script">
    <h2 id="${id}-head">${head}</h2>
    ${body}
  </div>
  <div class="margin"><p class="remark">${remark}</p></div>
</section>`;

const empty = () => html`<div class="row">
  <div class="script">
    <h1>Progress</h1>
    <p>Nothing has been answered yet. After one interview there is something to show here.</p>
    <p class="actions"><a class="action-primary" href="/">Start an interview</a></p>
  </div>
  <div class="margin"></div>
</div>`;

/** The candidate's progress, in one or two sentences. @param {Summary[]} scored oldest first @param {number} found how many have a score @param {Mastery[]} topics */
function summary(scored, found, topics) {
  const first = scored[0]?.score?.percent;
  const last = scored.at(-1)?.score?.percent;
  const measured = topics.filter(({ mid }) => mid !== null);
  const way = first === undefined || last === undefined || scored.length < 2 ? '' : first === last ? `Your score is ${last} of 100, as it was ${inWords(scored.length)} interviews ago. ` : `Your score went from ${first} to ${last} of 100 in ${found > scored.length ? 'your last ' : ''}${inWords(scored.length)} interviews. `;
  const weakest = measured[0];
  return html`${way}${weakest ? html`Your weakest topic is <a href="/topics/${weakest.id}">${weakest.title}</a>.` : 'No topic has three answers yet, so no estimate can be made.'}`;
}

/** @param {number} sessions @param {number} answers @param {{date: string, answers: number}[]} days */
function totals(sessions, answers, days) {
  const given = days.find(({ date }) => date === dayHere())?.answers ?? 0;
  return html`<aside class="margin" aria-label="Totals">
    <dl class="facts">
      <dt class="figure"><strong>${sessions}</strong></dt><dd>${sessions === 1 ? 'session' : 'sessions'}</dd>
      <dt class="figure"><strong>${answers}</strong></dt><dd>${answers === 1 ? 'answer' : 'answers'}${given > 0 ? `, ${given} of them today` : ''}</dd>
      <dt class="figure"><strong>${days.length}</strong></dt><dd>${days.length === 1 ? 'day' : 'days'} with answers</dd>
    </dl>
  </aside>`;
}

/** The picture and its table are one: each topic's band on a common scale, and its figures beside it. @param {Mastery[]} topics @param {ScoreBand[]} bands */
function mastery(topics, bands) {
  const measured = topics.filter(({ mid }) => mid !== null).sort((a, b) => (b.mid ?? 0) - (a.mid ?? 0));
  const few = topics.filter(({ mid }) => mid === null);
  if (measured.length === 0) return nothing;
  return part(
    'topics',
    'Topics, strongest first',
    html`<table class="register stack expected-table picture-table" aria-labelledby="topics-head">
        <thead>
          <tr>
            <th scope="col">Topic</th>
            <th scope="col">Estimate</th>
            <th scope="col"><span class="unseen">Range</span>${scaleOf(bands)}</th>
          </tr>
        </thead>
        <tbody>
          ${measured.map(
            (topic) => html`<tr>
              <th scope="row"><a href="/topics/${topic.id}">${topic.title}</a> <span class="beneath small soft">${topic.word}, ${count(topic.answers, 'answer')}</span></th>
              <td data-label="estimate">${figure(topic)}</td>
              <td class="ruler-cell"><mastery-ruler .mastery=${topic}></mastery-ruler></td>
            </tr>`,
          )}
        </tbody>
      </table>
      ${few.length > 0 ? html`<p class="small soft">Fewer than three answers: ${few.map(({ id, title }, i) => html`${i > 0 ? ', ' : ''}<a href="/topics/${id}">${title}</a>`)}.</p>` : nothing}`,
    `The tick is the estimate, the box where the truth lies four times in five. ${bandSentence(bands)}`,
  );
}

/** The scale over the bands. @param {ScoreBand[]} bands */
const scaleOf = (bands) => html`<span class="legend-scale small soft figure" aria-hidden="true"><span>0</span>${steps(bands).map(({ from }) => html`<span>${from}</span>`)}<span>100</span></span>`;

/** @param {ProgressSoFar["times"]} times */
const timesTable = (times) => html`<table class="register stack times-table" aria-labelledby="times-head">
  <thead><tr><th scope="col">Question</th><th scope="col" class="number">You took</th><th scope="col" class="number">Suggested</th></tr></thead>
  <tbody>
    ${times.slice(0, TIMES_SHOWN).map(
      ({ prompt, answers, averageMillis, suggestedMillis }) => html`<tr>
        <th scope="row" dir="auto">${prompt}${answers > 1 ? html`<span class="beneath small soft">on average of ${answers} answers</span>` : nothing}</th>
        <td class="number" data-label="you took">${minutes(averageMillis)}</td>
        <td class="number" data-label="suggested">${minutes(suggestedMillis)}</td>
      </tr>`,
    )}
  </tbody>
</table>`;
