/** What memory says is due, as a calendar of weeks; the questions of a day below it. */
import { html, nothing } from 'lit';
import { LightElement } from '../lib/page.js';
import { withoutTicks } from '../lib/words.js';
import { capital, count, dateInWords, dayOf, daysFrom } from '../lib/time.js';

/** @import { DueDay } from '../lib/types.js' */

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
/** Weeks shown; what is due later is said in a sentence. */
const WEEKS = 5;
const WEEK = 7;

class DueCalendar extends LightElement {
  static properties = { days: { attribute: false }, today: {}, labelled: {}, chosen: { state: true } };

  constructor() {
    super();
    /** @type {DueDay[]} days on which something is due, in order */
    this.days = [];
    /** Today's date. */
    this.today = '';
    /** Id of the heading. */
    this.labelled = '';
    /** The day whose questions are shown. */
    this.chosen = '';
  }

  render() {
    if (this.days.length === 0 || this.today === '') return nothing;
    const start = daysFrom(this.today, -((dayOf(this.today).getUTCDay() + WEEK - 1) % WEEK));
    const weeks = Array.from({ length: WEEKS }, (_, week) => WEEKDAYS.map((_, day) => daysFrom(start, week * WEEK + day)));
    const end = daysFrom(start, WEEKS * WEEK - 1);
    const later = this.days.filter(({ date }) => date > end);
    const chosen = this.days.find(({ date }) => date === this.chosen);
    return html`<table class="due-calendar" aria-labelledby=${this.labelled}>
        <thead>
          <tr>${WEEKDAYS.map((name) => html`<th scope="col"><abbr title=${name}>${name.slice(0, 3)}</abbr></th>`)}</tr>
        </thead>
        <tbody>
          ${weeks.map((week) => html`<tr>${week.map((date) => this.cell(date))}</tr>`)}
        </tbody>
      </table>
      ${later.length > 0 ? html`<p class="soft">${laterInWords(later)}</p>` : nothing}
      <div class="due-of-day" aria-live="polite">${chosen ? ofDay(chosen, this.today) : nothing}</div>`;
  }

  /** @param {string} date */
  cell(date) {
    const due = this.days.find((day) => day.date === date)?.questions.length ?? 0;
    const past = date < this.today;
    const here = date === this.today;
    return html`<td class="${past ? 'past' : ''} ${here ? 'here' : ''}" aria-current=${here ? 'date' : nothing}>
      <span class="day-number figure"><span aria-hidden="true">${Number(date.slice(-2))}</span><span class="unseen">${dateInWords(date)}${here ? ', today' : ''}</span></span>
      ${due === 0
        ? nothing
        : html`<button class="action-quiet figure" type="button" aria-expanded=${this.chosen === date} @click=${() => (this.chosen = this.chosen === date ? '' : date)}>
            ${due}<span class="due-word"> due</span>
          </button>`}
    </td>`;
  }
}
customElements.define('due-calendar', DueCalendar);

/** @param {DueDay} day @param {string} today */
const ofDay = ({ date, questions }, today) => html`<h3>${date === today ? 'Due today, or before' : `Due on ${dateInWords(date)}`}</h3>
  <ul class="ruled due-list">
    ${questions.map(({ prompt, topic }) => html`<li><span dir="auto">${withoutTicks(prompt)}</span> <span class="soft small">${topic.title}</span></li>`)}
  </ul>`;

/** @param {DueDay[]} later */
function laterInWords(later) {
  const due = later.reduce((sum, { questions }) => sum + questions.length, 0);
  const last = later.at(-1)?.date ?? '';
  return `${capital(count(due, 'question'))} ${due === 1 ? 'comes' : 'come'} later, ${later.length === 1 ? 'on' : 'the last on'} ${dateInWords(last)}.`;
}
