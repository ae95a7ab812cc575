/** All topics by what is known of each, the weakest first, those without answers apart. */
import { html, nothing } from 'lit';
import { home, plan } from '../api.js';
import { Page } from '../lib/page.js';
import { count } from '../lib/time.js';
import { WHAT_IT_IS, byTopic } from '../plan/mastery-words.js';
import '../plan/mastery-table.js';
import './topic-list.js';

/** @import { Mastery, Plan, Topic } from '../lib/types.js' */

const UNKNOWN = 'Not enough answers yet';

class TopicsPage extends Page {
  constructor() {
    super();
    /** @type {Topic[]} */
    this.topics = [];
    /** @type {Plan | null} */
    this.plan = null;
  }

  async load() {
    const [{ topics }, today] = await Promise.all([home(), plan()]);
    this.topics = topics;
    this.plan = today;
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
        ${groups(today.topics).map(
          ([word, topics], i) => html`<section class="topic-group" aria-labelledby="group-${i}">
            <h2 id="group-${i}">${word}</h2>
            <mastery-table .topics=${topics} labelled="group-${i}"></mastery-table>
          </section>`,
        )}
        ${untouched.length > 0
          ? html`<section class="topic-group" aria-labelledby="group-untouched">
              <h2 id="group-untouched">Not answered yet</h2>
              <topic-list .topics=${untouched} .mastery=${byTopic(today)} summaries></topic-list>
            </section>`
          : nothing}
      </div>
      <aside class="margin" aria-label="What the figures mean">
        <p class="remark">${WHAT_IT_IS}</p>
        <p class="remark">Below 40 is not yet, from 40 partly, from 60 solid, from 80 strong. Where the lower bound is lowest comes first.</p>
        ${today.leftOut > 0 ? html`<p class="remark">${count(today.leftOut, 'answer')} ${today.leftOut === 1 ? 'is' : 'are'} left out, dated after today.</p>` : nothing}
      </aside>
    </div>`;
  }
}
customElements.define('topics-page', TopicsPage);

/** The topics with answers under their words, each group in the order of the plan. @param {Mastery[]} topics @returns {[string, Mastery[]][]} */
function groups(topics) {
  const words = { 'not yet': 'Not yet', partly: 'Partly', solid: 'Solid', strong: 'Strong' };
  const known = Object.entries(words).map(([word, head]) => /** @type {[string, Mastery[]]} */ ([head, topics.filter((topic) => topic.mid !== null && topic.word === word)]));
  /** @type {[string, Mastery[]]} */
  const few = [UNKNOWN, topics.filter(({ mid }) => mid === null)];
  return [...known, few].filter(([, those]) => those.length > 0);
}
