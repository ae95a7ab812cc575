/** The fullest reference answer, open where there is room, with the points that were made lit; other wordings on request. */
import { html, nothing } from 'lit';
import { fromServer } from '../lib/markup.js';
import { LightElement } from '../lib/page.js';
import { rowsOf } from './points.js';
import { markReference } from './reference-marks.js';

/** @import { Question, ReferenceAnswer } from '../lib/types.js' */

const WIDE = '(min-width: 48rem)';

class FullReference extends LightElement {
  static properties = { question: { attribute: false }, plain: { type: Boolean } };

  constructor() {
    super();
    /** @type {Question | null} */
    this.question = null;
    /** without marks */
    this.plain = false;
    this.onPrint = () => {
      const folded = this.querySelector('details');
      if (folded) folded.open = true;
    };
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('beforeprint', this.onPrint);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('beforeprint', this.onPrint);
  }

  firstUpdated() {
    const folded = this.querySelector('details');
    if (folded) folded.open = matchMedia(WIDE).matches;
  }

  updated() {
    if (!this.question) return;
    const rows = this.plain ? [] : rowsOf(this.question);
    for (const reference of this.querySelectorAll('.reference-text')) markReference(reference, rows);
  }

  render() {
    const { question } = this;
    const full = fullest(question?.references ?? []);
    if (!question || !full) return nothing;
    return html`<details class="reference">
      <summary data-reference><h2>A full answer</h2> <span class="turn" aria-hidden="true"></span></summary>
      <div class="reference-text" dir="auto">${fromServer(full.html)}</div>
    </details>`;
  }
}
customElements.define('full-reference', FullReference);

/** @param {ReferenceAnswer[]} references */
const fullest = (references) => references.reduce((/** @type {ReferenceAnswer | null} */ best, one) => (best && best.text.length >= one.text.length ? best : one), null);

/** The other references, for who asks for them. @param {Question} question */
export function otherReferences({ references = [] }) {
  const full = fullest(references);
  return references
    .filter((reference) => reference !== full)
    .map((reference) => html`<details class="other-reference"><summary>Another answer${reference.label ? ` (${reference.label})` : ''}</summary><div class="reference-text" dir="auto">${fromServer(reference.html)}</div></details>`);
}
