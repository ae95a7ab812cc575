/** Home: what is unfinished, the start sentence, what to practise, the last session, the topics. */
import { html, nothing } from 'lit';
import { home, myClasses, plan } from '../api.js';
import { Page } from '../lib/page.js';
import { signedIn } from '../lib/account.js';
import { topicNames } from '../lib/names.js';
import { capital, clockFigure, day, inWords } from '../lib/time.js';
import { WHAT_IT_IS, WHAT_WILL_BE, byTopic } from '../practice/mastery-words.js';
import '../bank/topic-list.js';
import { ahead } from '../people/assigned-interviews.js';
import '../practice/practise-weak.js';
import './start-sentence.js';
import './unfinished-sessions.js';

/** @import { Home, MyClasses, Plan, Summary } from '../lib/types.js' */

class HomePage extends Page {
  constructor() {
    super();
    /** @type {Home | null} */
    this.home = null;
    /** @type {Plan | null} */
    this.plan = null;
    /** @type {MyClasses | null} */
    this.classes = null;
  }

  async load() {
    [this.home, this.plan, this.classes] = await Promise.all([home(), plan(), signedIn() ? myClasses() : null]);
  }

  pageTitle() {
    return 'Home';
  }

  sheet() {
    const { unfinished, last, topics, seen, now } = /** @type {Home} */ (this.home);
    const today = /** @type {Plan} */ (this.plan);
    if (topics.every(({ questions }) => questions === 0)) return emptyBank();
    const topic = new URLSearchParams(location.search).get('topic') ?? '';
    // what went wrong or is due comes before a new interview
    const rather = unfinished.length === 0 && topic === '' && today.failed + today.due > 0;
    return html`
      <div class="row"><div class="script"><h1 class="what">Rejoinder asks you interview questions, marks what you type, and shows what was missing.</h1></div><div class="margin"></div></div>
      ${this.classes && ahead(this.classes).length > 0
        ? html`<section class="row" aria-labelledby="assigned-head">
            <div class="script">
              <h2 id="assigned-head">Assigned to you</h2>
              <assigned-interviews .all=${this.classes}></assigned-interviews>
            </div>
            <div class="margin" role="note" aria-label="Who sees it">
              <p class="remark">Your reviewer reads it once it is handed in. An assigned interview can be taken only once. <a href="/classes">Your classes</a></p>
            </div>
          </section>`
        : nothing}
      ${unfinished.length > 0
        ? html`<section class="row" aria-label="Unfinished">
            <div class="script"><unfinished-sessions .sessions=${unfinished} .now=${now} ?quiet=${topic !== ''} @time-over=${() => this.open()}></unfinished-sessions></div>
            <div class="margin"></div>
          </section>`
        : nothing}
      ${today.topics.length > 0 ? practice(today, last, now, rather) : nothing}
      <section class="row" aria-label="Start an interview">
        <div class="script">
          <start-sentence .home=${this.home} .first=${(unfinished.length === 0 && !rather) || topic !== ''} .topic=${topic}></start-sentence>
          <p>Or <a href="/job">paste a job description</a> and be asked what it calls for.</p>
          ${seen.asked === 0 ? html`<p>New here? <a href="/try">Try one question</a>: 60 seconds, and nothing is kept.</p>` : nothing}
          <p class="promise">
            You can reload, close the window or lose power: every word is kept. Two windows cannot overwrite each other. The same answer always gets
            the same score, and every score can be traced to your words.
          </p>
        </div>
        <div class="margin" role="note" aria-label="Why these questions">
          <p class="remark">${drawnFrom(seen)}</p>
          <p class="remark">The time is the sum of what each question suggests: two minutes for a short one, three for most, five for a long one.</p>
        </div>
      </section>
      ${today.topics.length > 0 ? nothing : practice(today)}
      <section class="row" aria-labelledby="topics-head">
        <div class="script">
          <h2 id="topics-head">Topics</h2>
          <topic-list .topics=${topics} .mastery=${byTopic(today)}></topic-list>
        </div>
        <div class="margin" role="note" aria-label="What the figures mean">
          <p class="remark">${today.topics.some(({ mid }) => mid !== null) ? WHAT_IT_IS : WHAT_WILL_BE}</p>
        </div>
      </section>`;
  }
}
customElements.define('home-page', HomePage);

const emptyBank = () => html`
  <div class="row">
    <div class="script">
      <h1>The item bank is empty</h1>
      <p>There is nothing to ask from the folder that the server was started with. Start it with a folder of packs, or without one for the questions that come along:</p>
      <p class="fix"><code>rejoinder serve --content FOLDER</code></p>
      <p class="actions"><button class="action-primary" type="button" @click=${() => location.reload()}>Look again</button> <a class="action-quiet" href="/history">History</a></p>
    </div>
    <aside class="margin" aria-label="What a pack is">
      <p class="remark">A pack is a Markdown file: a heading for each question, its reference answers below; content/README.md is its manual.</p>
    </aside>
  </div>`;

/** What is best done today, and next to it the last session. @param {Plan} today @param {Summary | null} [last] @param {number} [now] @param {boolean} [first] whether Enter does it */
const practice = (today, last = null, now = 0, first = false) => html`<section class="row" aria-labelledby="practise-head">
  <div class="script">
    <h2 id="practise-head">Today</h2>
    <practise-weak .plan=${today} ?primary=${first} ?first=${first}></practise-weak>
  </div>
  ${last ? lastSession(last, now) : html`<div class="margin" role="note" aria-label="What a round of practice is"><p class="remark">${round(today)}</p></div>`}
</section>`;

/** @param {Plan} plan */
const round = ({ items }) => `${capital(inWords(items.length))} ${items.length === 1 ? 'question' : 'questions'}, marked one by one, without a clock; each says why it is asked.`;

/** @param {Home["seen"]} seen */
function drawnFrom(seen) {
  if (seen.asked === 0) return 'Questions are drawn evenly over the topics; all of them are new to you.';
  const fresh = seen.new === 0 ? 'You have been asked every one; those you saw longest ago come first.' : `Questions you have never been asked come first: ${seen.new} are left.`;
  return `Questions are drawn evenly over the topics. ${fresh}`;
}

/** @param {Summary} last @param {number} now */
const lastSession = (last, now) => html`<div class="margin" role="note" aria-label="Last session">
  <h2 class="label">Last session</h2>
  <p>
    <a href="/sessions/${last.id}/result">${capital(day(last.startedAt, now))}, ${topicNames(last.topics)}</a>:
    ${last.score
      ? html`<strong>${last.score.word}, <span class="figure">${last.score.percent} %</span></strong>${last.score.low === last.score.high ? nothing : html` <span class="soft figure">(${last.score.low}-${last.score.high})</span>`}`
      : html`<strong>not graded yet</strong>`},
    ${last.answered} of ${last.questions} answered in <span class="figure">${clockFigure(last.usedMillis)}</span>
  </p>
</div>`;
