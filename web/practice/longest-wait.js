/** The longest time until a question comes again, as the candidate wants it. Says `set` once it is kept. */
import { html, nothing } from 'lit';
import { Problem, setMemory } from '../api.js';
import { LightElement } from '../lib/page.js';
import { emit } from '../lib/emit.js';

/** What the server takes, in days. */
const MOST = 36500;

class LongestWait extends LightElement {
  static properties = { days: { attribute: false }, problem: { state: true }, said: { state: true } };

  constructor() {
    super();
    /** @type {number | null} null: no limit */
    this.days = null;
    /** @type {Problem | null} */
    this.problem = null;
    this.said = '';
  }

  /** @param {Event} event */
  async submit(event) {
    event.preventDefault();
    const typed = String(new FormData(/** @type {HTMLFormElement} */ (event.currentTarget)).get('days') ?? '').trim();
    try {
      const { mostDays } = await setMemory(typed === '' ? null : Number(typed));
      this.days = mostDays;
      this.problem = null;
      this.said = mostDays === null ? 'There is no limit.' : 'Set.';
      emit(this, 'set');
    } catch (thrown) {
      this.problem = Problem.of(thrown);
    }
  }

  render() {
    return html`<form class="filters" novalidate @submit=${this.submit}>
      <div>
        <label for="longest-wait">Longest wait, in days</label>
        <input type="number" id="longest-wait" name="days" min="1" max=${MOST} placeholder="no limit" .value=${this.days === null ? '' : String(this.days)} />
      </div>
      <button class="action" type="submit">Set</button>
      <p class="small soft" role="status">${this.said}</p>
      ${this.problem ? html`<p class="failed-word small" role="alert">${this.problem.message}</p>` : nothing}
    </form>`;
  }
}
customElements.define('longest-wait', LongestWait);
