/** Practise weak topics: what the plan says of today, and the one press that starts its round. */
import { html, nothing } from 'lit';
import { Problem } from '../api.js';
import { DocumentKeys } from '../lib/document-keys.js';
import { LightElement } from '../lib/page.js';
import { capital, count, inWords } from '../lib/time.js';
import { figure } from './mastery-words.js';
import { singleKey } from './practice-keys.js';
import { startRound } from './round.js';

/** @import { Plan } from '../lib/types.js' */

/** Topics that are named where none has answers enough. */
const NAMED = 3;

class PractiseWeak extends LightElement {
  static properties = { plan: { attribute: false }, primary: { type: Boolean }, another: { type: Boolean }, first: { type: Boolean }, here: { type: Boolean }, problem: { state: true }, starting: { state: true } };

  constructor() {
    super();
    /** @type {Plan | null} */
    this.plan = null;
    /** Whether it is the first thing to do on the page. */
    this.primary = false;
    /** Whether Enter starts it as soon as the page is there. */
    this.first = false;
    /** Whether a round was just done. */
    this.another = false;
    /** Whether the plan is on the same page. */
    this.here = false;
    /** @type {Problem | null} why the round did not start */
    this.problem = null;
    this.starting = false;
    new DocumentKeys(this, (event) => {
      if (singleKey(event) !== 'p') return;
      event.preventDefault();
      this.start();
    });
  }

  async start() {
    if (this.starting || !this.plan || this.plan.items.length === 0) return;
    this.starting = true;
    this.problem = null;
    try {
      await startRound(this.plan);
    } catch (thrown) {
      this.problem = Problem.of(thrown);
    } finally {
      this.starting = false;
    }
  }

  /** What the button does. @param {Plan} plan */
  does({ failed, due, topics, items, interview }) {
    if (interview && interview.leftToday > 0) return ofDay(items.length, interview.leftToday, interview.answersADay);
    if (this.another) return 'Another round';
    if (failed > 0) return 'Practise what went wrong';
    if (topics.length === 0) return 'Practise new questions';
    return due === 0 ? 'Practise anyway' : 'Practise weak topics';
  }

  render() {
    if (!this.plan || this.plan.items.length === 0) return nothing;
    return html`
      <p>${standing(this.plan)} ${forTheInterview(this.plan)}</p>
      ${this.problem ? html`<div class="notice broken" role="alert"><p>${this.problem.message}</p></div>` : nothing}
      <p class="actions">
        <button class=${this.primary ? 'action-primary' : 'action-quiet'} type="button" ?data-first=${this.first} aria-disabled=${this.starting} @click=${() => this.start()}>${this.does(this.plan)} <kbd>${this.first ? '⏎' : 'P'}</kbd></button>
        ${this.here ? nothing : html`<a class="action-quiet" href="/practice">Today’s plan</a>`}
      </p>`;
  }
}
customElements.define('practise-weak', PractiseWeak);

/** @param {number} round questions of it @param {number} left answers left today @param {number} day answers of the day */
function ofDay(round, left, day) {
  if (round < left) return `Practise ${inWords(round)} of the ${left} ${left < day ? 'left ' : ''}for today`;
  return left < day ? `Practise the ${inWords(round)} left for today` : `Practise today’s ${inWords(round)}`;
}

/** What the plan by day says of today. @param {Plan} plan */
function forTheInterview({ interview }) {
  if (!interview || interview.daysLeft === 0) return nothing;
  const { answersADay, leftToday, mostAtOnce } = interview;
  if (leftToday === 0) return `You have given today’s ${count(answersADay, 'answer')} for the interview; more does no harm.`;
  return `For the interview it is ${count(answersADay, 'answer')} a day${leftToday < answersADay ? `, ${leftToday} of them left today` : ''}${leftToday > mostAtOnce ? `; a round has at most ${inWords(mostAtOnce)}` : ''}.`;
}

/** @param {Plan} plan */
function standing({ failed, due, topics }) {
  if (topics.length === 0) return 'Nothing is answered yet, so today’s round has only new questions.';
  const dueToday = due === 0 ? nothing : html`Due today: <strong class="figure">${due}</strong>.`;
  const today = failed > 0 ? html`${capital(wentWrong(failed))} back first. ${dueToday}` : due === 0 ? 'Nothing is due.' : dueToday;
  const weakest = topics[0];
  if (failed > 0 && weakest?.mid === null) return today;
  if (!weakest || weakest.mid === null) return html`${today} No topic has three answers yet, so none is known to be weak. So far: ${soFar(topics)}.`;
  return html`${today} Weakest: <a href="/topics/${weakest.id}">${weakest.title}</a>, ${weakest.word}, ${figure(weakest)} after
    <span class="figure">${weakest.answers}</span> answers.`;
}

/** @param {number} failed */
const wentWrong = (failed) => (failed === 1 ? 'one question went wrong last time; it comes' : `${inWords(failed)} questions went wrong last time; they come`);

/** How many answers each topic has, the most first. @param {Plan["topics"]} topics */
function soFar(topics) {
  const most = [...topics].sort((a, b) => b.answers - a.answers);
  const named = most.slice(0, NAMED).map(({ title, answers }) => `${title} ${answers}`);
  return `${named.join(', ')}${most.length > NAMED ? ` and ${most.length - NAMED} more` : ''}`;
}
