/** What is empty or flagged, before the answers are handed in. */
import { html, nothing } from 'lit';
import { Plain } from '../lib/page.js';
import { shortName } from '../lib/names.js';
import { tell } from '../lib/emit.js';
import { capital, count, inWords } from '../lib/time.js';
import { wordCount } from '../lib/words.js';

/** @import { Desk } from './open-session.js' */
/** @import { Work } from './answer-draft.js' */

class BeforeFinish extends Plain {
  static properties = { desk: { attribute: false }, change: { attribute: false } };

  constructor() {
    super();
    /** @type {Desk | null} */
    this.desk = null;
    this.change = 0;
  }

  /** @param {string} what @param {number} [detail] @param {Event} [event] */
  ask(what, detail, event) {
    event?.preventDefault();
    tell(this, what, detail);
  }

  render() {
    const { desk } = this;
    if (!desk) return nothing;
    const left = desk.works.filter((work) => !desk.isSettled(work.place));
    const open = left.filter((work) => work.empty || work.flagged || work.rival);
    const written = left.filter((work) => !open.includes(work));
    return html`
      <h1>${desk.practice ? 'End the round' : 'Review and finish'}</h1>
      <p>${summary(open)}</p>
      ${open.length > 0
        ? html`<ol class="ruled before-finish hung">${open.map((work) => this.line(desk, work))}</ol>`
        : nothing}
      ${written.length > 0
        ? html`<p class="soft">
            Written: ${written.map(
              ({ place, text }, i) => html`${i > 0 ? '; ' : ''}<a href="#${place + 1}" @click=${(/** @type {Event} */ event) => this.ask('visit', place, event)}
                  >${place + 1} ${shortName(desk.session.questions[place]?.prompt ?? '')}</a>, ${count(wordCount(text), 'word')}`,
            )}.
          </p>`
        : nothing}
      <div class="actions">
        <button class="action-primary" type="button" ?disabled=${!desk.writes || desk.works.some((work) => work.rival)} @click=${() => this.ask('finish')}>
          ${desk.practice ? (written.length > 0 ? 'Mark the rest and end' : 'End the round') : 'Finish and mark'} <kbd>Ctrl ⏎</kbd>
        </button>
        <button class="action" type="button" @click=${() => this.ask('visit', desk.place)}>Back to question ${desk.place + 1} <kbd>Esc</kbd></button>
        <a class="action-quiet" href="/">Leave, come back later</a>
      </div>`;
  }

  /** @param {Desk} desk @param {Work} work */
  line(desk, work) {
    const { place } = work;
    return html`<li>
      <a class="finish-place" href="#${place + 1}" @click=${(/** @type {Event} */ event) => this.ask('visit', place, event)}>
        <span class="place-key">${place + 1}</span> <span class="finish-question">${desk.session.questions[place]?.prompt}</span>
        <span class="place-state">${workState(work)}</span>
      </a>
    </li>`;
  }
}
customElements.define('before-finish', BeforeFinish);

/** @param {Work} work */
function workState(work) {
  if (work.rival) return 'two texts, choose one';
  const words = work.empty ? 'empty' : count(wordCount(work.text), 'word');
  return work.flagged ? `flagged ⚑, ${words}` : words;
}

/** @param {Work[]} open */
function summary(open) {
  if (open.length === 0) return 'Every question has an answer and none is flagged.';
  const empty = open.filter((work) => work.empty).length;
  const flagged = open.filter((work) => work.flagged).length;
  /** @param {number} n @param {string} what */
  const are = (n, what) => (n === 0 ? [] : [`${inWords(n)} ${n === 1 ? 'is' : 'are'} ${what}`]);
  const parts = [...are(empty, 'empty'), ...are(flagged, 'flagged')];
  return `${capital(parts.join(' and ') || 'one has two texts')}. Press a number to go back to it.`;
}
