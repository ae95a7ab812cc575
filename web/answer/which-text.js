/** Two texts for one answer, side by side; nothing is deleted, whichever is taken. */
import { html, nothing } from 'lit';
import { LightElement } from '../lib/page.js';
import { emit } from '../lib/emit.js';
import { count, timeOfDay } from '../lib/time.js';
import { fromDifference, wordCount } from '../lib/words.js';

/** @import { AnswerDraft } from './answer-draft.js' */

class WhichText extends LightElement {
  static properties = { draft: { attribute: false }, chosen: { state: true } };

  constructor() {
    super();
    /** @type {AnswerDraft | null} */
    this.draft = null;
    /** @type {"here" | "there" | null} */
    this.chosen = null;
  }

  /** @param {Event} event */
  take(event) {
    event.preventDefault();
    emit(this, 'take', this.chosen ?? this.draft?.rival?.newest);
  }

  render() {
    const { draft } = this;
    if (!draft?.rival) return nothing;
    const { rival } = draft;
    return html`<form class="notice" @submit=${this.take}>
      <p><strong>Two versions of this answer differ.</strong> Nothing is deleted: the version you do not pick is kept, too.</p>
      <fieldset class="versions">
        <legend class="unseen">Which text</legend>
        ${this.version('here', 'In this browser', draft.text, rival.text, draft.typedAt)}
        ${this.version('there', 'On the server', rival.text, draft.text, rival.at)}
      </fieldset>
      <p class="actions"><button class="action-primary" type="submit" data-first>Go on with this text <kbd>⏎</kbd></button></p>
    </form>`;
  }

  /** @param {"here" | "there"} which @param {string} where @param {string} text @param {string} other @param {number} at */
  version(which, where, text, other, at) {
    const checked = (this.chosen ?? this.draft?.rival?.newest) === which;
    return html`<label class="version">
      <span class="choice"
        ><input type="radio" name="version" .checked=${checked} @change=${() => (this.chosen = which)} />
        <span>${where}, <span class="figure">${timeOfDay(at)}</span>, ${count(wordCount(text), 'word')}</span></span
      >
      <span class="version-text" dir="auto">${text.trim() === '' ? html`<em>empty</em>` : fromDifference(text, other)}</span>
    </label>`;
  }
}
customElements.define('which-text', WhichText);
