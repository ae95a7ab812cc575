/** Answers a day over half a year, a column a week, and the same as a table of weeks. */
import { html, svg } from 'lit';
import { LightElement } from '../lib/page.js';
import { count, dateInWords, dayOf, daysFrom, shortDate } from '../lib/time.js';

const WEEKS = 26;
const WEEK = 7;
const STEP = 21;
const SIDE = 17;
const TOP = 22;
/** From so many answers on a day is a step darker. */
const DARKER = [1, 6, 11, 21];
/** Weeks of the table. */
const TABLED = 12;

class AnswerCalendar extends LightElement {
  static properties = { days: { attribute: false }, today: {} };

  constructor() {
    super();
    /** @type {{date: string, answers: number}[]} days with answers */
    this.days = [];
    /** Today's date. */
    this.today = '';
  }

  render() {
    if (this.today === '') return html``;
    const given = new Map(this.days.map(({ date, answers }) => [date, answers]));
    const monday = daysFrom(this.today, -((dayOf(this.today).getUTCDay() + WEEK - 1) % WEEK));
    const weeks = Array.from({ length: WEEKS }, (_, week) => daysFrom(monday, (week - WEEKS + 1) * WEEK));
    /** @param {string} start */
    const days = (start) => Array.from({ length: WEEK }, (_, day) => daysFrom(start, day)).filter((date) => date <= this.today);
    /** @param {string} start */
    const ofWeek = (start) => days(start).reduce((sum, date) => sum + (given.get(date) ?? 0), 0);
    const all = weeks.reduce((sum, start) => sum + ofWeek(start), 0);
    return html`<div class="heat-window"><svg class="chart heat" viewBox="0 0 ${WEEKS * STEP + 36} ${TOP + WEEK * STEP}" role="img" aria-label="${count(all, 'answer')} in the last ${WEEKS} weeks. The table below has the weeks.">
        ${weeks.map((start, week) => days(start).map((date, day) => square(date, given.get(date) ?? 0, week * STEP, TOP + day * STEP, date === this.today)))}
        ${weeks.map((start, week) => (isFirstOfMonth(start) && week < WEEKS - 1 ? svg`<text x=${week * STEP} y="13">${monthOf(start)}</text>` : ''))}
        ${['Mon', 'Wed', 'Fri', 'Sun'].map((name, i) => svg`<text x=${WEEKS * STEP + 4} y=${TOP + 2 * i * STEP + 13}>${name}</text>`)}
      </svg></div>
      <details class="small">
        <summary>As a table</summary>
        <table class="register" aria-label="Answers by week">
          <thead><tr><th scope="col">Week from</th><th scope="col" class="number">Answers</th></tr></thead>
          <tbody>
            ${weeks.slice(-TABLED).reverse().map((start) => html`<tr><th scope="row">${shortDate(start)}</th><td class="number">${ofWeek(start)}</td></tr>`)}
          </tbody>
        </table>
      </details>`;
  }
}
customElements.define('answer-calendar', AnswerCalendar);

/** @param {string} date @param {number} answers @param {number} x @param {number} y @param {boolean} today */
const square = (date, answers, x, y, today) =>
  svg`<rect class="h${DARKER.filter((from) => answers >= from).length} ${today ? 'today' : ''}" x=${x} y=${y} width=${SIDE} height=${SIDE} rx="2"><title>${dateInWords(date)}: ${answers}</title></rect>`;

/** Whether a week holds the first of a month. @param {string} start */
const isFirstOfMonth = (start) => Number(daysFrom(start, WEEK - 1).slice(-2)) <= WEEK;

/** @param {string} start */
const monthOf = (start) => dayOf(daysFrom(start, WEEK - 1)).toLocaleDateString('en-GB', { month: 'short', timeZone: 'UTC' });
