/** A word of a sentence that opens a small sheet of choices under it. */
import { html } from 'lit';
import { LightElement } from './page.js';
import { emit } from './emit.js';

/** Distance between the word and its sheet, in pixels. */
const GAP = 8;

class WordChoice extends LightElement {
  static properties = { word: {}, stop: {}, label: {}, choices: { attribute: false }, open: { state: true } };

  constructor() {
    super();
    /** What is chosen, as the sentence says it. */
    this.word = '';
    /** The mark that follows it, which must not begin a line. */
    this.stop = '';
    /** What is chosen here. */
    this.label = '';
    /** @type {unknown} the fields */
    this.choices = null;
    this.open = false;
    this.sheetId = `choice-${Math.random().toString(36).slice(2)}`;
  }

  get sheet() {
    return /** @type {HTMLElement} */ (this.querySelector('.choice-sheet'));
  }

  /** Puts the sheet under the word, inside the window. @param {ToggleEvent} event */
  place(event) {
    if (event.newState !== 'open') return;
    const word = /** @type {HTMLElement} */ (this.querySelector('button')).getBoundingClientRect();
    const width = this.sheet.offsetWidth || 320;
    const left = Math.max(GAP, Math.min(word.left, document.documentElement.clientWidth - width - GAP));
    this.sheet.style.setProperty('--left', `${left + scrollX}px`);
    this.sheet.style.setProperty('--top', `${word.bottom + scrollY + GAP}px`);
  }

  /** @param {ToggleEvent} event */
  toggled(event) {
    this.open = event.newState === 'open';
    if (!this.open) return;
    this.place(event); // once more: only now its width is known
    const first = this.sheet.querySelector('input:checked') ?? this.sheet.querySelector('input');
    if (first instanceof HTMLElement) first.focus({ preventScroll: true });
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    this.sheet.hidePopover();
    emit(this, 'chosen');
  }

  render() {
    return html`<button class="word" type="button" popovertarget=${this.sheetId} aria-haspopup="dialog" aria-expanded=${this.open}
        ><span class="unseen">${this.label}: </span><span class="chosen">${this.word}</span>⁠${this.stop}</button
      ><div
        class="choice-sheet" id=${this.sheetId} popover role="dialog" aria-label=${this.label}
        @beforetoggle=${this.place} @toggle=${this.toggled} @keydown=${this.key}
      >${this.choices}</div>`;
  }
}
customElements.define('word-choice', WordChoice);
