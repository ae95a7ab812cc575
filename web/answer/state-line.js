/** Where what was typed is now, always in the same place and always true. */
import { html } from 'lit';
import { LightElement } from '../lib/page.js';
import { emit } from '../lib/emit.js';
import { hourAndMinute, timeOfDay } from '../lib/time.js';

/** @import { SaveState } from './saver.js' */

class StateLine extends LightElement {
  static properties = { state: { attribute: false }, reading: { type: Boolean } };

  constructor() {
    super();
    /** @type {SaveState} */
    this.state = { kind: 'saving' };
    /** Whether another window writes. */
    this.reading = false;
  }

  copy() {
    emit(this, 'copy-all');
  }

  render() {
    const { state } = this;
    if (this.reading && state.kind === 'saved') {
      return html`<p class="state-line">Read-only, last saved <span class="figure">${timeOfDay(state.at)}</span></p>`;
    }
    switch (state.kind) {
      case 'saving':
        return html`<p class="state-line">${this.reading ? 'What you typed last is not in the answer' : 'Saving…'}</p>`;
      case 'saved':
        return html`<p class="state-line">Saved <span class="figure">${timeOfDay(state.at)}</span> ✓</p>`;
      case 'device':
        return html`<p class="state-line device-only">
          On this device only: trying again (${state.why} since <span class="figure">${hourAndMinute(state.since)}</span>)
        </p>`;
      case 'unsaved':
        return html`<p class="state-line not-saved">
          Not saved: ${state.why} Copy your text. <button class="action-quiet" type="button" @click=${this.copy}>Copy</button>
        </p>`;
    }
  }
}
customElements.define('state-line', StateLine);

/** A state in the words that are announced; "" where silence is right. @param {SaveState} state */
export function stateInWords(state) {
  if (state.kind === 'saved') return 'Saved again.';
  if (state.kind === 'device') return 'The server is not responding. What you write is saved in this browser.';
  return state.kind === 'unsaved' ? `Not saved: ${state.why}` : '';
}
