/** The box for one answer: plain text, monospace once it is mostly code. Inside a code fence Tab indents. */
import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import { LightElement } from '../lib/page.js';
import { emit } from '../lib/emit.js';
import { isMostlyCode } from '../lib/words.js';

const INDENT = '    ';
const GROWS_BY_ITSELF = CSS.supports('field-sizing', 'content');

class AnswerEditor extends LightElement {
  static properties = { text: {}, reading: { type: Boolean }, labelled: {}, described: {} };

  constructor() {
    super();
    this.text = '';
    /** Whether the text can only be read. */
    this.reading = false;
    /** Ids of what names and describes the box. */
    this.labelled = '';
    this.described = '';
    /** After Esc the next Tab leaves the box even inside a fence. */
    this.leaving = false;
  }

  get box() {
    return /** @type {HTMLTextAreaElement} */ (this.querySelector('textarea'));
  }

  /** Puts the caret at the end. */
  enter() {
    this.box.focus({ preventScroll: true });
    this.box.setSelectionRange(this.box.value.length, this.box.value.length);
  }

  typed() {
    emit(this, 'typed', this.box.value);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.key === 'Escape') this.leaving = true;
    else if (event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey) this.tab(event);
    else if (!['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) this.leaving = false;
  }

  /** @param {KeyboardEvent} event */
  tab(event) {
    if (this.leaving || this.reading || !insideFence(this.box)) {
      this.leaving = false;
      return;
    }
    event.preventDefault();
    if (event.shiftKey) outdent(this.box);
    else document.execCommand('insertText', false, INDENT); // the one way that the browser's undo knows
  }

  updated() {
    if (GROWS_BY_ITSELF || this.hidden) return;
    this.box.style.setProperty('block-size', 'auto');
    this.box.style.setProperty('block-size', `${this.box.scrollHeight + 2}px`);
  }

  render() {
    return html`<textarea
      class=${isMostlyCode(this.text) ? 'editor has-code' : 'editor'}
      dir="auto" spellcheck="true" autocomplete="off" rows="9"
      aria-labelledby=${this.labelled} aria-describedby=${this.described}
      ?readonly=${this.reading} .value=${live(this.text)} @input=${this.typed} @keydown=${this.key}
    ></textarea>`;
  }
}
customElements.define('answer-editor', AnswerEditor);

/** Whether the caret stands between an opening and a closing fence. @param {HTMLTextAreaElement} box */
function insideFence(box) {
  const before = box.value.slice(0, box.selectionStart);
  return (before.match(/^\s*```/gm)?.length ?? 0) % 2 === 1;
}

/** Takes one indent away before the first character of the line. @param {HTMLTextAreaElement} box */
function outdent(box) {
  const caret = box.selectionStart;
  const line = box.value.lastIndexOf('\n', caret - 1) + 1;
  const spaces = /^ {1,4}|^\t/.exec(box.value.slice(line))?.[0].length ?? 0;
  if (spaces === 0) return;
  box.setSelectionRange(line, line + spaces);
  document.execCommand('delete');
  const back = Math.max(line, caret - spaces);
  box.setSelectionRange(back, back);
}
