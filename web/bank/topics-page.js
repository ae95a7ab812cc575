/** All topics by what is known of each, the weakest first, those without answers apart. */
import { html, nothing } from 'lit';
import { dueCalendar, home, plan } from '../api.js';
import { Page } from '../lib/page.js';
import { bandSentence, steps } from '../lib/score-bands.js';
import { count } from '../lib/time.js';
import { WHAT_IT_IS, byTopic } from '../practice/mastery-words.js';
import '../practice/mastery-ruler.js';
import '../practice/mastery-table.js';
import '../practice/practise-weak.js';
import './topic-list.js';

/** @import { Mastery, Plan, Topic } from '../lib/types.js' */

/** What the bar of the legend shows. */
const SPECIMEN = { low: 29, mid: 47, high: 66 };

class TopicsPage extends Page {
  constructor() {
    super();
    /** @type {Topic[]} */
    this.topics = [];
    /** @type {Plan | null} */
    this.plan = null;
    /** @type {Map<string, number>} questions due today, by topic */
    this.due = new Map();
  }

  async load() {
    const [{ topics }, today, calendar] = await Promise.all([home(), plan(), dueCalendar()]);
    this.topics = topics;
    this.plan = today;
    this.due = new Map();
    for (const { topic } of calendar.days.find(({ date }) => date === calendar.today)?.questions ?? []) this.due.set(topic.id, (this.due.get(topic.id) ?? 0) + 1);
  }

  pageTitle() {
    return 'Topics';
  }

  sheet() {
    const today = /** @type {Plan} */ (this.plan);
    const questions = this.topics.reduce((sum, topic) => sum + topic.questions, 0);
    const untouched = this.topics.filter(({ id }) => today.untouched.some((topic) => topic.id === id));
    return html`<div class="row">
        <div class="script">
          <h1>Topics</h1>
          <p class="soft">${count(this.topics.length, 'topic')}, ${count(questions, 'question')}; ${questions - today.unseen} of them answered at least once.</p>
          <practise-weak .plan=${today}></practise-weak>
          <p class="actions"><a class="action" href="/questions">All questions</a> <a class="action-quiet" href="/questions/import">Import questions</a></p>
        </div>
        <div class="margin"></div>
      </div>
      ${this.group('Weakest first', 'known', today.topics.filter(({ mid }) => mid !== null), legend(today))}
      ${this.group('Too few answers for an estimate', 'few', today.topics.filter(({ mid }) => mid === null), html`<p class="remark">Three answers give an estimate; with fewer there is none.</p>`)}
      ${untouched.length > 0
        ? html`<section class="row" aria-labelledby="group-untouched">
            <div class="script">
              <h2 id="group-untouched">Not answered yet</h2>
              <topic-list .topics=${untouched} .mastery=${byTopic(today)} summaries></topic-list>
            </div>
            <div class="margin"></div>
          </section>`
        : nothing}`;
  }

  /** @param {string} head @param {string} id @param {Mastery[]} topics @param {unknown} margin */
  group(head, id, topics, margin) {
    if (topics.length === 0) return nothing;
    return html`<section class="row" aria-labelledby="group-${id}">
      <div class="script">
        <h2 id="group-${id}">${head}</h2>
        <mastery-table .topics=${topics} .sizes=${new Map(this.topics.map((topic) => [topic.id, topic]))} .due=${this.due} labelled="group-${id}"></mastery-table>
      </div>
      <div class="margin" role="note" aria-label="About ${head.toLowerCase()}">${margin}</div>
    </section>`;
  }
}
customElements.define('topics-page', TopicsPage);

/** How to read a bar. @param {Plan} today */
const legend = ({ leftOut, bands }) => html`<p class="margin-head">How to read a bar</p>
  <div class="bar-legend">
    <mastery-ruler .mastery=${SPECIMEN}></mastery-ruler>
    <p class="legend-scale small soft figure" aria-hidden="true"><span>0</span>${steps(bands).map(({ from }) => html`<span>${from}</span>`)}<span>100</span></p>
  </div>
  <p class="remark">The tick is the estimate, the box where the truth lies four times in five. Where its lower end is lowest comes first.</p>
  <p class="remark">${WHAT_IT_IS} ${bandSentence(bands)}</p>
  ${leftOut > 0 ? html`<p class="remark">${count(leftOut, 'answer')} ${leftOut === 1 ? 'is' : 'are'} left out, dated after today.</p>` : nothing}`;
