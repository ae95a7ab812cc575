/** The interview in sight: its day, how much a day, what that should come to, the plan by day. */
import { html, nothing } from 'lit';
import { Problem, home, interviewPlan, setInterview } from '../api.js';
import { Page } from '../lib/page.js';
import { aboutMinutes, count, dateInWords, daysFrom, today } from '../lib/time.js';
import { figure } from './mastery-words.js';
import './mastery-ruler.js';

/** @import { Expected, InterviewAhead, InterviewPlan, PracticeDay, Topic } from '../lib/types.js' */

/** The furthest day that the server plans for. */
const FURTHEST = 365;
const MOST_A_DAY = 100;
/** More topics of a day are folded. */
const MOST_TOPICS = 3;

class InterviewPlanPage extends Page {
  static properties = { plan: { state: true }, refused: { state: true }, saving: { state: true } };

  constructor() {
    super();
    /** @type {InterviewPlan | null} */
    this.plan = null;
    /** @type {Topic[]} */
    this.topics = [];
    /** @type {Problem | null} */
    this.refused = null;
    this.saving = false;
  }

  async load() {
    const [ahead, { topics }] = await Promise.all([interviewPlan(), home()]);
    this.plan = ahead;
    this.topics = topics;
  }

  pageTitle() {
    return 'The interview';
  }

  /** @param {Event} event */
  submit(event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget));
    const date = String(form.get('date') ?? '');
    const answers = String(form.get('answers') ?? '').trim();
    if (date !== '') this.save({ date, topics: form.getAll('topic').map(String), answersADay: answers === '' ? null : Number(answers) });
  }

  /** @param {InterviewAhead} ahead */
  async save(ahead) {
    if (this.saving) return;
    this.saving = true;
    try {
      this.plan = await setInterview(ahead);
      this.refused = null;
    } catch (thrown) {
      this.refused = Problem.of(thrown);
    }
    this.saving = false;
    await this.updateComplete;
    const said = this.querySelector('[data-said]');
    if (said instanceof HTMLElement) said.focus({ preventScroll: true });
  }

  sheet() {
    const { interview, days, expected, sentence, minutesADay, fewerADay } = /** @type {InterviewPlan} */ (this.plan);
    return html`
      <div class="row">
        <div class="script">
          <h1>The interview</h1>
          ${this.form(/** @type {InterviewPlan} */ (this.plan))}
          ${this.refused ? html`<div class="notice broken" role="alert"><p>${this.refused.message}</p></div>` : nothing}
          ${interview ? html`<p data-said tabindex="-1"><strong>${sentence}</strong> ${minutesADay > 0 ? html`That is ${aboutMinutes(minutesADay)} a day.` : nothing}</p>` : nothing}
          ${interview && fewerADay > 0
            ? html`<p>More than an hour a day is a lot on top of other work. <button class="action" type="button" @click=${() => this.save({ ...interview, answersADay: fewerADay })}>Plan ${fewerADay} answers a day</button></p>`
            : nothing}
        </div>
        <aside class="margin" aria-label="What a date changes">
          <p class="remark">With a date, practice aims at that day: new questions come early enough to be repeated before it, and nothing is planned beyond it.</p>
        </aside>
      </div>
      ${expected.length > 0
        ? html`<section class="row" aria-labelledby="expected-head">
            <div class="script">
              <h2 id="expected-head">What to expect on the day</h2>
              ${expectedTable(expected)}
            </div>
            <div class="margin" role="note" aria-label="How to read it">
              <p class="remark">What you would score on the day if you keep to the plan and forget as expected; in brackets, where the truth should lie four times in five. The thin tick is where you stand now.</p>
            </div>
          </section>`
        : nothing}
      ${days.length > 0
        ? html`<section class="row" aria-labelledby="days-head">
            <div class="script">
              <h2 id="days-head">Day by day</h2>
              ${daysTable(days)}
            </div>
            <div class="margin" role="note" aria-label="How certain it is">
              <p class="remark">Practice asks a day’s questions in rounds of at most ten. Each answer you give changes the days that follow.</p>
            </div>
          </section>`
        : nothing}`;
  }

  /** @param {InterviewPlan} plan */
  form({ interview, suggestedADay }) {
    const chosen = new Set(interview?.topics ?? []);
    return html`<form class="interview-form" @submit=${this.submit}>
      <div class="filters">
        <div>
          <label for="interview-date">Day of the interview</label>
          <input type="date" id="interview-date" name="date" required min=${daysFrom(today(), 1)} max=${daysFrom(today(), FURTHEST)} .value=${interview?.date ?? ''} />
        </div>
        <div>
          <label for="interview-answers">Answers a day</label>
          <input type="number" id="interview-answers" name="answers" min="1" max=${MOST_A_DAY} placeholder=${interview ? suggestedADay : ''} .value=${interview && interview.answersADay !== suggestedADay ? String(interview.answersADay) : ''} aria-describedby="interview-suggested" />
        </div>
      </div>
      <p class="small soft" id="interview-suggested">${interview ? `Leave it empty for ${count(suggestedADay, 'answer')} a day.` : 'Leave it empty and the plan says how many it takes.'}</p>
      <details ?open=${chosen.size > 0}>
        <summary>Only some topics</summary>
        <fieldset class="choices topics-asked">
          <legend class="unseen">Topics of the interview; none chosen means all</legend>
          ${this.topics.map(
            ({ id, title }) => html`<label class="choice"><input type="checkbox" name="topic" value=${id} .checked=${chosen.has(id)} /> ${title}</label>`,
          )}
        </fieldset>
      </details>
      <p class="actions">
        <button class="action-primary" type="submit" aria-disabled=${this.saving}>${interview ? 'Update the plan' : 'Make the plan'} <kbd>⏎</kbd></button>
        ${interview
          ? html`<button class="action" type="button" @click=${() => this.save({ date: null, topics: [], answersADay: null })}>Remove the date</button>`
          : nothing}
        <a class="action-quiet" href="/practice">Practice</a>
      </p>
    </form>`;
  }
}
customElements.define('interview-plan-page', InterviewPlanPage);

/** @param {Expected[]} expected */
function expectedTable(expected) {
  const known = expected.filter(({ mid }) => mid !== null);
  const unknown = expected.filter(({ mid }) => mid === null);
  return html`${known.length === 0
    ? nothing
    : html`<table class="register stack expected-table" aria-labelledby="expected-head">
        <thead>
          <tr><th scope="col">Topic</th><th scope="col">Now</th><th scope="col" colspan="2">On the day</th></tr>
        </thead>
        <tbody>
          ${known.map(
            (topic) => html`<tr>
              <th scope="row">
                <a href="/topics/${topic.id}">${topic.title}</a>
                ${topic.neverAsked > 0 ? html`<span class="beneath small soft">${count(topic.neverAsked, 'question')} not reached</span>` : nothing}
              </th>
              <td data-label="now"><span class="figure">${topic.now.mid} %</span></td>
              <td data-label="on the day">${figure(topic)}</td>
              <td class="ruler-cell"><mastery-ruler .mastery=${topic} .earlier=${topic.now.mid}></mastery-ruler></td>
            </tr>`,
          )}
        </tbody>
      </table>`}
    ${unknown.length === 0
      ? nothing
      : known.length === 0
        ? html`<p class="soft">Not known yet: no topic has the three answers that an estimate takes.</p>`
        : html`<p class="soft">Not known yet, because a topic takes three answers: ${unknown.map(({ id, title }, i) => html`${i > 0 ? ', ' : ''}<a href="/topics/${id}">${title}</a>`)}.</p>`}`;
}

/** @param {PracticeDay[]} days */
const daysTable = (days) => html`<table class="register stack days-table" aria-labelledby="days-head">
  <thead>
    <tr><th scope="col">Day</th><th scope="col" class="number">Answers</th><th scope="col" class="number">New</th><th scope="col">Topics</th></tr>
  </thead>
  <tbody>
    ${days.map(
      ({ date, answers, topics }) => html`<tr>
        <th scope="row">${date === today() ? 'Today' : dateInWords(date)}</th>
        <td class="number" data-label="answers">${answers}</td>
        <td class="number" data-label="new">${topics.reduce((sum, { unseen }) => sum + unseen, 0)}</td>
        <td>${answers === 0 && date === today() ? html`<span class="soft">Nothing is left for today.</span>` : topicsOfDay(topics)}</td>
      </tr>`,
    )}
  </tbody>
</table>`;

/** The topics with most answers; the others folded. @param {PracticeDay["topics"]} topics */
function topicsOfDay(topics) {
  const most = [...topics].sort((a, b) => b.answers - a.answers);
  const rest = most.slice(MOST_TOPICS);
  return html`${most.slice(0, MOST_TOPICS).map(topicOfDay)}${rest.length > 0
    ? html` <details class="small"><summary>${count(rest.length, 'more topic')}</summary>${rest.map(topicOfDay)}</details>`
    : nothing}`;
}

/** @param {{title: string, answers: number}} topic @param {number} i */
const topicOfDay = ({ title, answers }, i) => html`${i > 0 ? ', ' : ''}${title} <span class="figure">${answers}</span>`;
