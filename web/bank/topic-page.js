/** One topic: what it is about, what is known of the candidate in it, the sessions that asked about it. */
import { html, nothing } from 'lit';
import { Problem, home, plan, sessions } from '../api.js';
import { Page } from '../lib/page.js';
import { capital, count, day, inWords, minutes } from '../lib/time.js';
import { WHAT_IT_IS, byTopic, figure } from '../plan/mastery-words.js';
import '../plan/mastery-ruler.js';

/** @import { Mastery, Summary, Topic } from '../lib/types.js' */

const MOST_ASKED = 5;

class TopicPage extends Page {
  constructor() {
    super();
    /** @type {Topic | null} */
    this.topic = null;
    /** @type {Mastery | null} */
    this.mastery = null;
    /** @type {Summary[]} sessions with a question of this topic, newest first */
    this.sessions = [];
    this.now = 0;
  }

  async load() {
    const id = this.params['id'] ?? '';
    const [{ topics, now }, all, today] = await Promise.all([home(), sessions(), plan()]);
    this.topic = topics.find((topic) => topic.id === id) ?? null;
    if (!this.topic) throw new Problem('no-such-topic', 404, `There is no topic "${id}" in the bank. The list of topics has those there are.`);
    this.mastery = byTopic(today).get(id) ?? null;
    this.sessions = all.filter((session) => session.state !== 'in-progress' && session.topics.some((topic) => topic.id === id));
    this.now = now;
  }

  pageTitle() {
    return this.topic?.title ?? '';
  }

  sheet() {
    const { id, title, summary, questions, suggestedMillis } = /** @type {Topic} */ (this.topic);
    return html`
      <div class="row">
        <div class="script">
          <h1>${title}</h1>
          <p>${summary}</p>
          <p>${count(questions, 'question')}, about ${minutes(suggestedMillis)} for all of them.</p>
          ${known(this.mastery)}
          <p class="actions">
            <a class="action-primary" href="/?topic=${id}">Ask me on ${title}</a> <a class="action-quiet" href="/topics">All topics</a>
          </p>
          ${questions < MOST_ASKED
            ? html`<p class="soft">It has ${inWords(questions)} ${questions === 1 ? 'question' : 'questions'}; ask for no more, or add another topic to the interview.</p>`
            : nothing}
        </div>
        <aside class="margin" aria-label="What the figure means">
          <p class="remark">${WHAT_IT_IS}</p>
        </aside>
      </div>
      <section class="row" aria-labelledby="asked-head">
        <div class="script">
          <h2 id="asked-head">Sessions that asked about it</h2>
          ${this.sessions.length === 0 ? html`<p>None yet.</p>` : html`<ul class="ruled">${this.sessions.map((session) => this.line(session))}</ul>`}
        </div>
        <div class="margin"></div>
      </section>`;
  }

  /** @param {Summary} session */
  line({ id, startedAt, score, answered, questions, mode }) {
    return html`<li>
      <a href="/sessions/${id}/result">${capital(day(startedAt, this.now))}</a>, ${mode},
      ${score ? html`<strong>${score.word}, <span class="figure">${score.percent} %</span></strong>` : 'not graded yet'},
      <span class="soft">${answered} of ${questions} answered</span>
    </li>`;
  }
}
customElements.define('topic-page', TopicPage);

/** @param {Mastery | null} mastery */
function known(mastery) {
  if (!mastery || mastery.answers === 0) return html`<p class="soft">Not answered yet.</p>`;
  if (mastery.mid === null) return html`<p class="soft">${capital(mastery.word)}.</p>`;
  return html`<p><span class="mastery-word">${capital(mastery.word)}</span>, ${figure(mastery)} after ${count(mastery.answers, 'answer')}.</p>
    <mastery-ruler .mastery=${mastery}></mastery-ruler>`;
}
