/** Texts that the server kept beside an answer: what could not be saved, what was not chosen. */
import { html, nothing } from 'lit';
import { LightElement } from '../lib/page.js';
import { emit } from '../lib/emit.js';
import { count, timeOfDay } from '../lib/time.js';
import { copy, wordCount } from '../lib/words.js';

/** @import { KeptVersion } from '../lib/types.js' */

class KeptVersions extends LightElement {
  static properties = { versions: { attribute: false }, reading: { type: Boolean }, copied: { state: true } };

  constructor() {
    super();
    /** @type {KeptVersion[]} */
    this.versions = [];
    this.reading = false;
    /** Place in the list of what was copied last. */
    this.copied = -1;
  }

  /** @param {string} text */
  bringBack(text) {
    emit(this, 'bring-back', text);
  }

  /** @param {KeptVersion} version @param {number} i */
  async copy(version, i) {
    if (await copy(version.text)) this.copied = i;
  }

  render() {
    if (this.versions.length === 0) return nothing;
    return html`<details class="kept-versions">
      <summary>${count(this.versions.length, 'other version')} of this answer ${this.versions.length === 1 ? 'is' : 'are'} kept</summary>
      <ul class="ruled">
        ${this.versions.map(
          (version, i) => html`<li>
            <p class="small soft"><span class="figure">${timeOfDay(version.at)}</span>, ${count(wordCount(version.text), 'word')}. ${version.why}</p>
            <p class="version-text" dir="auto">${version.text}</p>
            <p class="actions">
              ${this.reading ? nothing : html`<button class="action-quiet" type="button" @click=${() => this.bringBack(version.text)}>Put it in the box</button>`}
              <button class="action-quiet" type="button" @click=${() => this.copy(version, i)}>${this.copied === i ? 'Copied' : 'Copy'}</button>
            </p>
          </li>`,
        )}
      </ul>
    </details>`;
  }
}
customElements.define('kept-versions', KeptVersions);
