/** The key points of a question, to be written. Tells `points` with all of them. */
import { html, nothing } from 'lit';
import { emit } from '../lib/emit.js';
import { LightElement } from '../lib/page.js';
import { capital } from '../lib/time.js';

/** @import { EditedPoint } from '../lib/types.js' */

/** @returns {EditedPoint} */
const fresh = () => ({ id: '', statement: '', weight: 1, bonus: false, shortForm: '', ask: '', wordings: [], outputs: [] });

/** What core points are worth of a hundred. @param {EditedPoint[]} points @param {EditedPoint} point */
function share(points, point) {
  const core = points.filter(({ bonus, statement }) => !bonus && statement.trim() !== '').reduce((sum, { weight }) => sum + weight, 0);
  return core === 0 ? 0 : Math.round((100 * point.weight) / core);
}

class EditPoints extends LightElement {
  static properties = { points: { attribute: false }, of: {} };

  constructor() {
    super();
    /** @type {EditedPoint[]} */
    this.points = [];
    /** What they are points of, if that is not the question itself; comes before "point". */
    this.of = '';
  }

  /** @param {number} at @param {Partial<EditedPoint>} part */
  change(at, part) {
    emit(this, 'points', this.points.map((point, i) => (i === at ? { ...point, ...part } : point)));
  }

  async add() {
    emit(this, 'points', [...this.points, fresh()]);
    await new Promise((drawn) => requestAnimationFrame(drawn));
    const boxes = this.querySelectorAll('.edit-point > textarea');
    const last = boxes[boxes.length - 1];
    if (last instanceof HTMLElement) last.focus();
  }

  /** @param {number} at */
  takeOut(at) {
    emit(this, 'points', this.points.filter((_, i) => i !== at));
  }

  render() {
    return html`
      ${this.points.length > 0 ? html`<p class="edit-head" aria-hidden="true"><span></span><span>A good answer says that</span><span>Kind</span><span>Weight</span><span>Of 100</span></p>` : nothing}
      <ol>${this.points.map((point, at) => this.row(point, at))}</ol>
      <p><button class="quiet" type="button" @click=${this.add}>Add a ${this.word}point</button></p>`;
  }

  get word() {
    return this.of ? `${this.of} ` : '';
  }

  /** @param {EditedPoint} point @param {number} at */
  row(point, at) {
    const n = at + 1;
    const name = `${this.word}point ${n}`;
    const id = `${this.of || 'own'}-${n}`;
    return html`<li>
      <div class="edit-point">
        <span class="n" aria-hidden="true">${n}</span>
        <textarea class="boxed" rows="1" aria-label=${capital(name)} dir="auto" .value=${point.statement} @input=${(/** @type {Event} */ { target }) => this.change(at, { statement: text(target) })}></textarea>
        <select class="field" aria-label="Kind of ${name}" @change=${(/** @type {Event} */ { target }) => this.change(at, { bonus: text(target) === 'bonus' })}>
          <option value="core" ?selected=${!point.bonus}>Core</option><option value="bonus" ?selected=${point.bonus}>Bonus</option>
        </select>
        <input type="number" aria-label="Weight of ${name}" min="1" max="10" .value=${String(point.weight)} @change=${(/** @type {Event} */ { target }) => this.change(at, { weight: Math.max(1, Math.min(10, Number(text(target)) || 1)) })} />
        <span class="figure soft">${share(this.points, point)}</span>
      </div>
      <details class="more-of-point"><summary class="small">More about ${name}</summary>
        ${line(`short-${id}`, 'In a few words', point.shortForm, (value) => this.change(at, { shortForm: value }))}
        ${line(`ask-${id}`, 'Yes-no question for an unclear answer', point.ask, (value) => this.change(at, { ask: value }))}
        ${lines(`wordings-${id}`, 'Other ways to say it, one per line', point.wordings, (value) => this.change(at, { wordings: value }))}
        ${lines(`outputs-${id}`, 'Printed lines that an answer must state exactly, one per line', point.outputs, (value) => this.change(at, { outputs: value }))}
        <p><button class="quiet" type="button" @click=${() => this.takeOut(at)}>Remove ${name}</button></p>
      </details>
    </li>`;
  }
}
customElements.define('edit-points', EditPoints);

/** @param {EventTarget | null} field */
const text = (field) => /** @type {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} */ (field).value;

/** @param {string} id @param {string} label @param {string} value @param {(value: string) => void} set */
const line = (id, label, value, set) =>
  html`<div class="field"><label for=${id}>${label}</label><input type="text" id=${id} dir="auto" .value=${value} @input=${(/** @type {Event} */ { target }) => set(text(target))} /></div>`;

/** @param {string} id @param {string} label @param {string[]} value @param {(value: string[]) => void} set */
const lines = (id, label, value, set) =>
  html`<div class="field"><label for=${id}>${label}</label><textarea class="boxed" rows="2" id=${id} dir="auto" .value=${value.join('\n')} @change=${(/** @type {Event} */ { target }) => set(text(target).split('\n').filter((one) => one.trim() !== ''))}></textarea></div>`;
