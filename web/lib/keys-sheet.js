/** The sheet of keys, opened by `?` anywhere but in a text field. */
import { html } from 'lit';
import { DocumentKeys } from './document-keys.js';
import { LightElement } from './page.js';

/** @type {[where: string, keys: [keys: string[], does: string][]][]} */
const KEYS = [
  ['While answering', [
    [['Ctrl ⏎'], 'Next question; on the last one, review and finish'],
    [['Alt ←', 'Alt →'], 'Back, next'],
    [['Alt 1', '…', 'Alt 9'], 'Go to a question'],
    [['Alt F'], 'Flag or unflag'],
    [['Alt S'], 'Skip'],
    [['Alt C'], 'How sure you are: not, fairly, very'],
    [['Alt T'], 'Say the time that is left'],
    [['Alt Q'], 'Finish'],
    [['Esc', 'Tab'], 'Leave the box from inside a code fence'],
  ]],
  ['In practice', [
    [['Alt H'], 'A hint; you see what it costs first'],
    [['⏎'], 'After the marks: next question; on the last one, the end of the round'],
    [['D'], 'Answer the follow-up'],
    [['1', '…', '4'], 'How well you knew it: again, hard, good, easy'],
    [['Ctrl Z'], 'Undo your rating; the score decides'],
    [['A'], 'Again after this round; at its end, again now'],
    [['O'], 'Go to the full answer'],
  ]],
  ['In a review', [
    [['J', 'K'], 'Next, previous'],
    [['P'], 'Practise this question, or those that went badly'],
    [['D'], 'Answer the follow-up'],
    [['T'], 'Try other words, marked while you type'],
    [['O'], 'Go to the full answer'],
    [['N'], 'Go to your note'],
    [['Ctrl Z'], 'Undo your last correction'],
    [['/'], 'In the history: search'],
  ]],
  ['In an import', [
    [['J', 'K'], 'Next, previous question'],
    [['X'], 'Leave the question out, or take it'],
    [['E'], 'Change its words'],
    [['M'], 'Merge it with the one above'],
  ]],
  ['Everywhere else', [
    [['P'], 'Practise weak topics; on the page of a topic, that topic'],
    [['I'], 'At home: start the interview that is set up'],
    [['?'], 'This sheet'],
  ]],
];

/** Whether a key belongs to a field that is being typed into. @param {EventTarget | null} target */
export const isTyping = (target) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('textarea, select, input:not([type="radio"], [type="checkbox"], [type="button"])'));

class KeysSheet extends LightElement {
  constructor() {
    super();
    new DocumentKeys(this, (event) => {
      if (event.key !== '?' || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
      event.preventDefault();
      const sheet = this.querySelector('#keys');
      if (sheet instanceof HTMLElement) sheet.togglePopover();
    });
  }

  render() {
    return html`
      <div class="keys-sheet" id="keys" popover role="dialog" aria-labelledby="keys-title">
        <div class="keys-head">
          <h2 id="keys-title">Keys</h2>
          <button class="action" type="button" popovertarget="keys" popovertargetaction="hide" autofocus>Close <kbd>Esc</kbd></button>
        </div>
        <div class="keys-columns">
          ${KEYS.map(
            ([where, keys]) => html`<section>
              <h3>${where}</h3>
              <dl>
                ${keys.map(
                  ([caps, does]) => html`<dt>${caps.map((cap) => (cap === '…' ? ' … ' : html`<kbd>${cap}</kbd> `))}</dt><dd>${does}</dd>`,
                )}
              </dl>
            </section>`,
          )}
        </div>
      </div>`;
  }
}
customElements.define('keys-sheet', KeysSheet);
