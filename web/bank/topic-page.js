/** One topic: what is known of the candidate in it and how that came about, the points never made, what is due, what was never asked. */
import { html, nothing } from 'lit';
import { Problem, sessions, topicStanding } from '../api.js';
import { DocumentKeys } from '../lib/document-keys.js';
import { PAGE, showMore } from '../lib/long-list.js';
import { Page } from '../lib/page.js';
import { difficultyWord } from '../lib/difficulty.js';
import { capital, count, day, inWords, minutes, shortDate, today } from '../lib/time.js';
import { withoutTicks } from '../lib/words.js';
import { WHAT_IT_IS, figure, trend } from '../practice/mastery-words.js';
import '../practice/mastery-history.js';
import '../practice/mastery-ruler.js';
import { missedAgain, neverSaid } from '../practice/missed-points.js';
import { singleKey } from '../practice/practice-keys.js';
import { startTopic, startWith } from '../practice/round.js';
import '../practice/weak-points.js';
import { letterWords } from './letters.js';

/** @import { History, Letter, Mastery, Summary, TopicStanding } from '../lib/types.js' */

class TopicPage extends Page {
  static properties = { sessions: { state: true }, refused: { state: true }, starting: { state: true } };

  constructor() {
    super();
    /** @type {TopicStanding | null} */
    this.topic = null;
    /** @type {History | null} finished sessions with a question of this topic */
    this.sessions = null;
    this.shown = PAGE;
    /** @type {Problem | null} why the round did not start */
    this.refused = null;
    this.starting = false;
    new DocumentKeys(this, (event) => {
      if (singleKey(event) !== 'p' || !this.topic) return;
      event.preventDefault();
      this.practise();
    });
  }

  async load() {
    const id = this.params['id'] ?? '';
    [this.topic, this.sessions] = await Promise.all([topicStanding(id), this.read()]);
  }

  read() {
    return sessions({ topic: this.params['id'] ?? '', part: 'over' }, this.shown);
  }

  async more() {
    this.shown += PAGE;
    try {
      this.sessions = await this.read();
    } catch (thrown) {
      this.refused = Problem.of(thrown);
    }
  }

  async practise() {
    if (this.starting || !this.topic || this.size === 0) return;
    this.starting = true;
    try {
      this.refused = null;
      await startTopic(this.topic.id);
    } catch (thrown) {
      this.refused = Problem.of(thrown);
    }
    this.starting = false;
  }

  /** Asks just this question. @param {string} id */
  async ask(id) {
    try {
      this.refused = null;
      await startWith([id]);
    } catch (thrown) {
      this.refused = Problem.of(thrown);
    }
  }

  /** @param {string} id @param {string} prompt */
  askButton(id, prompt) {
    return html`<button class="quiet" type="button" @click=${() => this.ask(id)}>Practise<span class="unseen"> “${withoutTicks(prompt)}”</span></button>`;
  }

  get size() {
    return this.topic ? this.topic.questions.length + this.topic.unseen.length : 0;
  }

  pageTitle() {
    return this.topic?.title ?? '';
  }

  sheet() {
    const topic = /** @type {TopicStanding} */ (this.topic);
    const { id, title, summary, mastery, bands, history, neverHit, weakPoints } = topic;
    const never = new Set(neverHit.map(({ id: question, point }) => `${question} ${point}`));
    const again = missedAgain(weakPoints).filter(({ question, point }) => !never.has(`${question} ${point}`));
    return html`
      <div class="row">
        <div class="script">
          <h1>${title}</h1>
          <p>${summary}</p>
          ${known(mastery)}
          ${this.refused ? html`<div class="notice broken" role="alert"><p>${this.refused.message}</p></div>` : nothing}
          <p class="actions">
            <button class="action-primary" type="button" aria-disabled=${this.starting} @click=${() => this.practise()}>Practise this topic <kbd>P</kbd></button>
            <a class="action" href="/?topic=${id}">Interview on this topic</a> <a class="action-quiet" href="/topics">All topics</a>
          </p>
        </div>
        <aside class="margin" aria-label="What the figure means">
          <p class="remark">${WHAT_IT_IS}</p>
          <p class="remark">${this.size < 5 ? capital(inWords(this.size)) : this.size} ${this.size === 1 ? 'question' : 'questions'}: ${topic.questions.length} answered, ${topic.unseen.length} not asked yet.</p>
        </aside>
      </div>
      ${mastery.mid !== null
        ? html`<section class="row" aria-labelledby="history-head">
            <div class="script">
              <h2 id="history-head">How it came about</h2>
              <mastery-history .days=${history} .bands=${bands} labelled="history-head"></mastery-history>
            </div>
            <div class="margin" role="note" aria-label="How to read the drawing">
              <p class="remark">The line is the estimate after each day with an answer; the shaded area is where the truth lies four times in five.</p>
            </div>
          </section>`
        : nothing}
      ${points('never', 'Points you never made', 'Points that questions you answered ask for; none of your answers has made them so far.', neverSaid(neverHit))}
      ${points('again', 'Points you missed last time', 'You made them before, or they were missed in one question of several.', again)}
      ${topic.questions.length > 0
        ? html`<section class="row" aria-labelledby="answered-head">
            <div class="script"><h2 id="answered-head">Questions you answered</h2>${answeredTable(topic, (id, prompt) => this.askButton(id, prompt))}</div>
            <div class="margin" role="note" aria-label="What known now means"><p class="remark">“Known now” is the chance that you still know it today, as memory usually fades.</p></div>
          </section>`
        : nothing}
      ${topic.unseen.length > 0
        ? html`<section class="row" aria-labelledby="unseen-head">
            <div class="script">
              <h2 id="unseen-head">Not asked yet</h2>
              <ul class="ruled unseen-questions">
                ${topic.unseen.map(({ id: question, prompt, difficulty, letter, suggestedMillis }) => html`<li><p dir="auto">${withoutTicks(prompt)}</p><p class="small soft beside">${difficultyWord(difficulty)}, about ${minutes(suggestedMillis)}${byYou(letter)} ${this.askButton(question, prompt)}</p></li>`)}
              </ul>
            </div>
            <div class="margin"></div>
          </section>`
        : nothing}
      ${this.sessions && this.sessions.found > 0
        ? html`<section class="row" aria-labelledby="asked-head">
            <div class="script"><h2 id="asked-head">Sessions that asked about it</h2><ul class="ruled">${this.sessions.sessions.map(line)}</ul>${showMore(this.sessions.sessions.length, this.sessions.found, () => this.more())}</div>
            <div class="margin"></div>
          </section>`
        : nothing}`;
  }
}
customElements.define('topic-page', TopicPage);

/** @param {Mastery} mastery */
function known(mastery) {
  if (mastery.answers === 0) return html`<p class="soft">Not answered yet.</p>`;
  if (mastery.mid === null) return html`<p class="soft">${capital(mastery.word)}.</p>`;
  return html`<p><span class="mastery-word">${capital(mastery.word)}</span>, ${figure(mastery)} after ${count(mastery.answers, 'answer')}. ${trend(mastery)}</p>
    <mastery-ruler .mastery=${mastery}></mastery-ruler>`;
}

/** @param {string} id @param {string} head @param {string} remark @param {import('../practice/weak-points.js').MissedPoint[]} missed */
function points(id, head, remark, missed) {
  if (missed.length === 0) return nothing;
  return html`<section class="weak-section" aria-labelledby="${id}-head">
    <div class="row">
      <div class="script"><h2 id="${id}-head">${head}</h2></div>
      <div class="margin"><p class="remark">${remark}</p></div>
    </div>
    <weak-points .points=${missed}></weak-points>
  </section>`;
}

/** @param {TopicStanding} topic @param {(id: string, prompt: string) => unknown} ask */
const answeredTable = ({ questions }, ask) => html`<table class="register stack answered-table" aria-labelledby="answered-head">
  <thead>
    <tr><th scope="col">Question</th><th scope="col" class="number">Last</th><th scope="col" class="number">Answers</th><th scope="col" class="number">Known now</th><th scope="col">Due</th></tr>
  </thead>
  <tbody>
    ${questions.map(
      ({ id, prompt, difficulty, letter, percent, answers, chance, due, overdue }) => html`<tr>
        <th scope="row"><span dir="auto">${withoutTicks(prompt)}</span> <span class="beneath small soft beside">${difficultyWord(difficulty)}${byYou(letter)} ${ask(id, prompt)}</span></th>
        <td class="number" data-label="last">${percent} %</td>
        <td class="number" data-label=${answers === 1 ? 'answer' : 'answers'}>${answers}</td>
        <td class="number" data-label="known now">${percent < 40 ? '–' : `${chance} %`}</td>
        <td class="figure" data-label="due">${overdue ? html`<strong>${due < today() ? `since ${shortDate(due)}` : 'today'}</strong>` : shortDate(due)}</td>
      </tr>`,
    )}
  </tbody>
</table>`;

/** What is said of a question whose answers are not simply marked. @param {Letter} letter */
const byYou = (letter) => (letter === 'B' || letter === 'C' ? `, ${letterWords(letter).toLowerCase()}` : '');

/** @param {Summary} session */
const line = ({ id, startedAt, score, answered, questions, mode }) => html`<li>
  <a href="/sessions/${id}/result">${capital(day(startedAt, Date.now()))}</a>, ${mode},
  ${score ? html`<strong>${score.word}, <span class="figure">${score.percent} %</span></strong>` : 'not graded yet'},
  <span class="soft">${answered} of ${questions} answered</span>
</li>`;
