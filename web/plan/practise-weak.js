/** Practise weak topics: what the plan says of today, and the one press that starts its round. */
import { html, nothing } from 'lit';
import { Problem } from '../api.js';
import { isTyping } from '../lib/keys-sheet.js';
import { Plain } from '../lib/page.js';
import { figure } from './mastery-words.js';
import { startRound } from './round.js';

/** @import { Plan } from '../lib/types.js' */

class PractiseWeak extends Plain {
  static properties = { plan: { attribute: false }, problem: { state: true }, starting: { state: true } };

  constructor() {
    super();
    /** @type {Plan | null} */
    this.plan = null;
    /** @type {Problem | null} why the round did not start */
    this.problem = null;
    this.starting = false;
    /** @param {KeyboardEvent} event */
    this.onKey = (event) => {
      if (event.key.toLowerCase() !== 'p' || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || document.querySelector(':popover-open')) return;
      event.preventDefault();
      this.start();
    };
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('keydown', this.onKey);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.onKey);
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

  render() {
    if (!this.plan || this.plan.items.length === 0) return nothing;
    return html`
      <p>${standing(this.plan)}</p>
      ${this.problem ? html`<div class="notice broken" role="alert"><p>${this.problem.message}</p></div>` : nothing}
      <p class="actions">
        <button class="action-quiet" type="button" aria-disabled=${this.starting} @click=${() => this.start()}>Practise weak topics <kbd>P</kbd></button>
      </p>`;
  }
}
customElements.define('practise-weak', PractiseWeak);

/** @param {Plan} plan */
function standing({ due, topics }) {
  if (topics.length === 0) return 'Nothing is answered yet, so no topic is weak: the round is of new questions.';
  const today = due === 0 ? 'Nothing is due today.' : html`Due today: <strong class="figure">${due}</strong>.`;
  const weakest = topics[0];
  if (!weakest || weakest.mid === null) return html`${today} No topic has three answers yet, so none is known to be weak.`;
  return html`${today} Weakest: <a href="/topics/${weakest.id}">${weakest.title}</a>, ${weakest.word}, ${figure(weakest)} after
    <span class="figure">${weakest.answers}</span> answers.`;
}
