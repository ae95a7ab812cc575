/** What the classes have set: what can be started now, what goes on, what comes. What is over is in the history. */
import { html, nothing } from 'lit';
import { Problem } from '../api.js';
import { LightElement } from '../lib/page.js';
import { count, dayAndTime, minutes } from '../lib/time.js';
import { startAssigned } from '../practice/round.js';

/** @import { MyAssignment, MyClasses } from '../lib/types.js' */

/** What can be started, is begun, or comes. @param {MyClasses} all */
export const ahead = ({ assignments }) => assignments.filter(({ state, assignment }) => (state === 'none' ? assignment.window !== 'over' : state === 'begun'));

class AssignedInterviews extends LightElement {
  static properties = { all: { attribute: false }, refused: { state: true } };

  constructor() {
    super();
    /** @type {MyClasses | null} */
    this.all = null;
    /** @type {Problem | null} */
    this.refused = null;
    this.busy = false;
  }

  render() {
    const { all } = this;
    if (!all) return nothing;
    return html`${this.refused ? html`<p class="failed-word" role="alert">${this.refused.message}</p>` : nothing}
      <ul class="ruled people-list">${ahead(all).map((one) => this.line(one, all.now))}</ul>`;
  }

  /** @param {MyAssignment} one @param {number} now */
  line({ assignment, classroom, state, session }, now) {
    const { id, title, questions, totalMillis, opensAt, closesAt, window } = assignment;
    return html`<li>
      <span class="who" dir="auto">${title}</span>
      ${state === 'begun' && session
        ? html`<a class="action" href="/sessions/${session}">Go on<span class="unseen"> with ${title}</span></a>`
        : window === 'open'
          ? html`<button class="action" type="button" @click=${() => this.start(id)}>Start<span class="unseen"> ${title}</span></button>`
          : nothing}
      <span class="beneath small soft">${classroom}: ${count(questions, 'question')}${totalMillis === null ? '' : `, ${minutes(totalMillis)}`}, ${window === 'ahead' ? `from ${dayAndTime(opensAt, now)}` : `start it until ${dayAndTime(closesAt, now)}`}</span>
    </li>`;
  }

  /** @param {string} id */
  async start(id) {
    if (this.busy) return;
    this.busy = true;
    try {
      await startAssigned(id);
    } catch (thrown) {
      this.refused = Problem.of(thrown);
    } finally {
      this.busy = false;
    }
  }
}
customElements.define('assigned-interviews', AssignedInterviews);
