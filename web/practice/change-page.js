/** The end of a round: what changed of each topic, when each question comes again, what to do next. */
import { html, nothing } from 'lit';
import { Problem, change, getSession, plan } from '../api.js';
import { DocumentKeys } from '../lib/document-keys.js';
import { Page } from '../lib/page.js';
import { capital, count, inDays, inWords } from '../lib/time.js';
import { WHAT_IT_IS, WHAT_WILL_BE } from './mastery-words.js';
import './mastery-ruler.js';
import './practise-weak.js';
import { singleKey } from './practice-keys.js';
import { startWith } from './round.js';

/** @import { Change, Plan, Session, TopicChange } from '../lib/types.js' */

/** How long to wait until the marks are asked for again. */
const MARKS_MILLIS = 1000;

class ChangePage extends Page {
  static properties = { change: { state: true }, refused: { state: true } };

  constructor() {
    super();
    /** @type {Session | null} */
    this.session = null;
    /** @type {Change | null} */
    this.change = null;
    /** @type {Plan | null} as it is after the round */
    this.plan = null;
    /** @type {Problem | null} why the next round did not start */
    this.refused = null;
    this.asking = 0;
    new DocumentKeys(this, (event) => {
      if (singleKey(event) !== 'a' || this.again.length === 0) return;
      event.preventDefault();
      this.askAgain();
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.asking);
  }

  async load() {
    const id = this.params['id'] ?? '';
    [this.session, this.change, this.plan] = await Promise.all([getSession(id), change(id), plan()]);
    if (this.session.state !== 'graded' && this.isConnected) this.asking = window.setTimeout(() => this.open(), MARKS_MILLIS);
  }

  get again() {
    return this.change?.again ?? [];
  }

  async askAgain() {
    try {
      this.refused = null;
      await startWith(this.again);
    } catch (thrown) {
      this.refused = Problem.of(thrown);
    }
  }

  pageTitle() {
    return 'What changed';
  }

  sheet() {
    const { session } = this;
    const { topics, next } = /** @type {Change} */ (this.change);
    if (!session) return nothing;
    const answered = session.questions.filter(({ answer }) => answer && answer.text.trim() !== '').length;
    return html`
      <div class="row">
        <div class="script">
          <h1>What changed</h1>
          <p class="soft">${session.mode === 'practice' ? 'Practice' : 'Interview'}, ${answered} of ${count(session.questions.length, 'question')} answered. <a href="/sessions/${session.id}/result">All marks and points</a></p>
          ${topics.length === 0
            ? html`<p>${session.state === 'graded' ? 'No answer has a score, so nothing changed.' : 'Not graded yet. This page shows what changed as soon as the marks are there.'}</p>`
            : topicTable(topics)}
        </div>
        <aside class="margin" aria-label="What the figures mean">
          <p class="remark">${topics.some(({ before, after }) => before.mid !== null || after.mid !== null) ? WHAT_IT_IS : WHAT_WILL_BE}</p>
        </aside>
      </div>
      ${next.length > 0
        ? html`<section class="row" aria-labelledby="next-head">
            <div class="script"><h2 id="next-head">When they come again</h2>${this.nextTable(session, next)}</div>
            <div class="margin" role="note" aria-label="How the day is chosen">
              <p class="remark">What went wrong comes back first; everything else about when you would still know it nine times in ten.</p>
            </div>
          </section>`
        : nothing}
      <section class="row" aria-labelledby="on-head">
        <div class="script">
          <h2 id="on-head">Next</h2>
          ${this.refused ? html`<div class="notice broken" role="alert"><p>${this.refused.message}</p></div>` : nothing}
          ${this.again.length > 0
            ? html`<p>${marked(this.again.length)}</p>
                <p class="actions"><button class="action-primary" type="button" @click=${() => this.askAgain()}>${this.again.length === 1 ? 'Ask me this one' : `Ask me these ${inWords(this.again.length)}`} again now <kbd>A</kbd></button></p>`
            : nothing}
          <practise-weak .plan=${this.plan} ?primary=${this.again.length === 0} another></practise-weak>
          <p class="actions"><a class="action-quiet" href="/topics">All topics</a> <a class="action-quiet" href="/">Home</a></p>
        </div>
        <div class="margin"></div>
      </section>`;
  }

  /** @param {Session} session @param {Change["next"]} next */
  nextTable(session, next) {
    const place = (/** @type {string} */ id) => (session.questions.find((question) => question.id === id)?.place ?? 0) + 1;
    return html`<table class="register stack next-table" aria-labelledby="next-head">
      <thead>
        <tr><th scope="col">Question</th><th scope="col" class="number">Score</th><th scope="col">Again</th></tr>
      </thead>
      <tbody>
        ${next.map(
          ({ id, prompt, percent, due, days }) => html`<tr>
            <th scope="row"><a href="/sessions/${session.id}/questions/${place(id)}" dir="auto">${prompt}</a></th>
            <td class="number" data-label="score">${percent} %</td>
            <td class="when-cell">${this.again.includes(id) ? 'now' : due === null || days === null ? html`<span class="soft">no longer in the bank</span>` : inDays(days, due)}</td>
          </tr>`,
        )}
      </tbody>
    </table>`;
  }
}
customElements.define('change-page', ChangePage);

/** @param {TopicChange[]} topics */
const topicTable = (topics) => html`<table class="register stack change-table">
  <caption class="unseen">Mastery of each topic before and after the round</caption>
  <thead>
    <tr><th scope="col">Topic</th><th scope="col">Before</th><th scope="col" colspan="2">After</th></tr>
  </thead>
  <tbody>
    ${topics.map(
      ({ id, title, answers, before, after, more }) => html`<tr>
        <th scope="row"><a href="/topics/${id}">${title}</a> <span class="beneath small soft">${answers === 0 ? 'No answer' : count(answers, 'answer')} in this round.${more ? ` ${more}` : ''}</span></th>
        <td data-label="before">${before.mid === null ? html`<span class="soft figure">${soFar(before.answers)}</span>` : html`<span class="figure">${before.mid} %</span>`}</td>
        ${after.mid === null
          ? html`<td colspan="2" data-label="after"><span class="soft figure">${soFar(after.answers)}</span></td>`
          : html`<td data-label="after"><span class="mastery-word">${after.word}</span> <span class="figure">${after.mid} % <span class="soft">(${after.low}-${after.high})</span></span></td>
              <td class="ruler-cell"><mastery-ruler .mastery=${after} .earlier=${before.mid}></mastery-ruler></td>`}
      </tr>`,
    )}
  </tbody>
</table>`;

/** @param {number} answers */
const soFar = (answers) => (answers === 0 ? 'not answered' : count(answers, 'answer'));

/** @param {number} questions */
const marked = (questions) => `${capital(inWords(questions))} ${questions === 1 ? 'question is' : 'questions are'} marked to be asked once more now.`;
