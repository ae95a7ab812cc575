/** Practice: what is due, today's round with its reasons, when the rest comes, the points that are missed again and again, the interview in sight. */
import { html, nothing } from 'lit';
import { dueCalendar, plan, weakPoints } from '../api.js';
import { Page } from '../lib/page.js';
import { aboutMinutes, capital, count, dateInWords, inWords } from '../lib/time.js';
import './due-calendar.js';
import './longest-wait.js';
import { missedAgain } from './missed-points.js';
import './practise-weak.js';
import './todays-round.js';
import './weak-points.js';

/** @import { DueCalendar, Plan, WeakPoint } from '../lib/types.js' */

class PracticePage extends Page {
  constructor() {
    super();
    /** @type {Plan | null} */
    this.plan = null;
    /** @type {DueCalendar | null} */
    this.calendar = null;
    /** @type {WeakPoint[]} */
    this.points = [];
  }

  async load() {
    [this.plan, this.calendar, this.points] = await Promise.all([plan(), dueCalendar(), weakPoints()]);
  }

  pageTitle() {
    return 'Practice';
  }

  sheet() {
    const today = /** @type {Plan} */ (this.plan);
    const { items, memory } = today;
    const calendar = /** @type {DueCalendar} */ (this.calendar);
    return html`
      <div class="row">
        <div class="script">
          <h1>Practice</h1>
          <practise-weak .plan=${today} primary here></practise-weak>
          ${items.length === 0 ? html`<p>There is no question to ask.</p>` : nothing}
          ${interviewLine(today)}
        </div>
        <aside class="margin" aria-label="How the round is chosen">
          <p class="remark">
            ${today.interview
              ? 'With an interview ahead, the round has as many new questions as it takes to see all of them in time. The others are due, come from your weakest topics, or ask for a point you missed.'
              : 'What went wrong last time comes back first. Of five questions, three went wrong, are due, or come from your weakest topics; one asks for a point you missed, in another question; one is new.'}
            No two ask the same thing. The round stays the same all day until you answer.
          </p>
        </aside>
      </div>
      ${items.length > 0
        ? html`<section class="row" aria-labelledby="round-head">
            <div class="script">
              <h2 id="round-head">Today’s round</h2>
              <todays-round .items=${items}></todays-round>
            </div>
            <div class="margin"><p class="remark">${capital(inWords(items.length))} ${items.length === 1 ? 'question' : 'questions'}, ${aboutMinutes(today.minutes)}; marked one by one, without a clock.</p></div>
          </section>`
        : nothing}
      ${calendar.days.length > 0
        ? html`<section class="row" aria-labelledby="due-head">
            <div class="script">
              <h2 id="due-head">When questions come again</h2>
              <due-calendar .days=${calendar.days} .today=${calendar.today} labelled="due-head"></due-calendar>
              ${memory ? html`<longest-wait .days=${memory.mostDays} @set=${() => this.open()}></longest-wait>` : nothing}
            </div>
            <div class="margin" role="note" aria-label="How the days are chosen">
              <p class="remark">A question comes back before you are likely to forget it. ${overdue(calendar)}</p>
              ${memory ? html`<p class="remark">${memory.sentence}</p>` : nothing}
            </div>
          </section>`
        : nothing}
      ${this.points.length > 0
        ? html`<section class="weak-section" aria-labelledby="missed-head">
            <div class="row">
              <div class="script"><h2 id="missed-head">Points you miss</h2></div>
              <div class="margin"><p class="remark">Your last answer left them out. Saying one here changes no score, but it is kept and counted.</p></div>
            </div>
            <weak-points .points=${missedAgain(this.points)}></weak-points>
          </section>`
        : nothing}`;
  }
}
customElements.define('practice-page', PracticePage);

/** @param {Plan} plan */
function interviewLine({ interview }) {
  if (!interview) return html`<p><a href="/practice/interview">Set the date of an interview</a> <span class="soft">and get a plan for each day.</span></p>`;
  return html`<p>Interview on ${dateInWords(interview.date)}, ${interview.daysLeft === 0 ? 'today' : `in ${count(interview.daysLeft, 'day')}`}. <a href="/practice/interview">The plan by day</a></p>`;
}

/** @param {DueCalendar} calendar */
function overdue({ days }) {
  const late = days[0]?.overdue ?? 0;
  return late === 0 ? '' : `Of those under today ${late} ${late === 1 ? 'was' : 'were'} due before.`;
}
