/** The one list of points: verdict, whole points, the deciding words, what is true, and the candidate's word in place. Says `correct` and `withdraw`. */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { withCode } from '../lib/inline-code.js';
import { LightElement } from '../lib/page.js';
import { emit } from '../lib/emit.js';
import { focusDecided } from './keep-focus.js';
import { GROUPS, inForce, rowsOf, whoseWord } from './points.js';
import { sentencesOf } from './sentences.js';

/** @import { Question } from '../lib/types.js' */
/** @import { Row } from './points.js' */

const LONGEST_REASON = 500;

class PointList extends LightElement {
  static properties = { question: { attribute: false }, correctable: { type: Boolean }, theirs: { type: Boolean } };

  constructor() {
    super();
    /** @type {Question | null} */
    this.question = null;
    /** Whether marks can be corrected here. */
    this.correctable = false;
    /** Whether it is read by somebody else than the one who answered. */
    this.theirs = false;
    /** @type {string | null} what was decided last: the focus stays there while its buttons change */
    this.decided = null;
  }

  /** @param {Map<PropertyKey, unknown>} changed */
  updated(changed) {
    if (this.decided === null || !changed.has('question')) return;
    focusDecided(this, this.decided);
    this.decided = null;
  }

  /** @param {string} what @param {{point: string, credit?: number, quote?: string, accept?: boolean}} said */
  say(what, said) {
    this.decided = said.point;
    emit(this, what, said);
  }

  render() {
    const { question } = this;
    const rows = question ? rowsOf(question) : [];
    if (!question || rows.length === 0) return nothing;
    return html`${GROUPS.map(({ kind, word }) => {
        const of = rows.filter((row) => row.kind === kind);
        if (of.length === 0) return nothing;
        return html`<section class=${kind}>
          <h2><span class="sign" aria-hidden="true"></span>${kind === 'taken-off' && of.every(({ own }) => own > 0) ? 'Added' : word}</h2>
          <ol>
            ${repeat(
              of,
              ({ id }) => id,
              (row) => this.row(question, row),
            )}
          </ol>
        </section>`;
      })}
      <p class="sum"><span>Sum</span> <span>${question.marking?.percent}</span></p>`;
  }

  /** @param {Question} question @param {Row} row */
  row(question, row) {
    const { n, id, correction, points, kind } = row;
    const counted = correction !== null && points > 0;
    const struck = correction !== null && (kind === 'contradicted' || kind === 'taken-off') && points >= 0 && !counted;
    return html`<li class="point ${counted ? 'counted' : ''} ${struck ? 'struck' : ''}" data-n=${n} data-decides=${id}>
      <span class="n">${n}</span>
      <p class="says" dir="auto">${says(question, row)}${row.bonus ? html` <span class="bonus">bonus</span>` : nothing}</p>
      <span class="worth">${worth(row)}</span>
      ${this.correctable ? this.under(question, row) : correction ? html`<p class="under soft">${this.theirs || correction.reviewer ? theirWord(row, this.theirs) : ownWord(row)}</p>` : nothing}
    </li>`;
  }

  /** @param {Question} question @param {Row} row */
  under(question, row) {
    const { n, id, kind, correction } = row;
    const of = html`<span class="unseen">, point ${n}</span>`;
    if (correction) return this.said(question, row);
    if (kind === 'unclear') {
      return html`<p class="under actions">
        <button class="action action-small" type="button" @click=${() => this.say('correct', { point: id, credit: 1 })}>Yes${of}</button>
        <button class="action action-small" type="button" @click=${() => this.say('correct', { point: id, credit: 0 })}>No${of}</button>
      </p>`;
    }
    if (kind === 'contradicted') return html`<p class="under"><button class="quiet" type="button" @click=${() => this.say('correct', { point: id, credit: 0 })}>${this.theirs ? 'Strike this' : 'That is not what I wrote'}${of}</button></p>`;
    if (kind === 'taken-off') return html`<p class="under"><button class="quiet" type="button" @click=${() => this.say('correct', { point: id, credit: 1 })}>Strike this${of}</button></p>`;
    if (kind === 'not-said') return html`<p class="under"><button class="quiet" type="button" @click=${() => this.say('correct', { point: id, credit: 1 })}>${this.theirs ? 'It is said' : 'I did say this'}${of}</button></p>`;
    return nothing;
  }

  /** What the candidate said, and the way back. @param {Question} question @param {Row} row */
  said(question, row) {
    const { n, id, kind, correction } = row;
    const of = html`<span class="unseen">, point ${n}</span>`;
    if (this.theirs || correction?.reviewer) {
      return html`<div class="under">
        <span class="soft">${theirWord(row, this.theirs)}</span>
        ${this.theirs ? html`<button class="quiet" type="button" @click=${() => this.say('withdraw', { point: id })}>Undo${of}</button> ${this.reason(question, row)}` : nothing}
      </div>`;
    }
    const yes = (correction?.credit ?? 0) > 0;
    return html`<div class="under">
      <span class="soft">${ownWord(row)}</span>
      <button class="quiet" type="button" @click=${() => this.say('withdraw', { point: id })}>Undo${of}</button>
      ${kind === 'contradicted' && !yes ? html`<button class="quiet" type="button" @click=${() => this.say('correct', { point: id, credit: 1 })}>I did say this${of}</button>` : nothing}
      ${this.reason(question, row)}
    </div>`;
  }

  /** Which words say it, or why: asked for after the click, never before it. @param {Question} question @param {Row} row */
  reason(question, row) {
    const { n, correction, finding } = row;
    const text = question.answer?.text ?? '';
    const yes = (correction?.credit ?? 0) > 0 && finding !== null;
    return html`<details class="reason">
      <summary>${yes ? 'Which words?' : 'Why?'}<span class="unseen"> Point ${n}</span></summary>
      <form @submit=${(/** @type {SubmitEvent} */ event) => this.name(event, row)}>
        ${yes
          ? html`<label>Words that say it
                <select name="quote" dir="auto">
                  <option value="">more than one sentence</option>
                  ${sentencesOf(text).map(({ start, end }) => html`<option value=${text.slice(start, end)} ?selected=${text.slice(start, end) === correction?.quote}>${text.slice(start, end)}</option>`)}
                </select></label>
              ${finding?.point.automatic || this.theirs ? nothing : html`<label class="choice"><input type="checkbox" name="accept" /> <span>accept these words for this point from now on</span></label>`}`
          : nothing}
        <label>${yes ? 'Or why, in your words' : 'In your words'} <input type="text" name="why" dir="auto" maxlength=${LONGEST_REASON} /></label>
        <button class="action action-small" type="submit">Keep this</button>
      </form>
    </details>`;
  }

  /** @param {SubmitEvent} event @param {Row} row */
  name(event, { id, correction }) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    const said = new FormData(form);
    const words = String(said.get('quote') ?? '');
    const quote = words || String(said.get('why') ?? '').trim();
    if (quote === '') return;
    const folded = form.closest('details');
    if (folded) folded.open = false;
    this.say('correct', { point: id, credit: correction?.credit ?? 0, quote, ...(words && said.has('accept') ? { accept: true } : {}) });
  }
}
customElements.define('point-list', PointList);

/** What somebody else said about a mark. @param {Row} row @param {boolean} theirs */
const theirWord = ({ own, correction }, theirs) =>
  html`${(correction?.credit ?? 0) > 0 ? 'Counted' : 'Struck'} by ${whoseWord(correction, theirs)} word. The grader says ${own < 0 ? `−${-own}` : own}.${correction?.quote ? html` <q dir="auto">${correction.quote}</q>` : nothing}`;

/** What the candidate said about a mark. @param {Row} row */
function ownWord({ kind, correction, own }) {
  const yes = (correction?.credit ?? 0) > 0;
  const words = kind === 'unclear' ? (yes ? 'You meant it.' : 'You did not mean it.') : kind === 'taken-off' || (kind === 'contradicted' && !yes) ? 'Struck.' : yes ? 'By your word.' : 'You did not say it.';
  return html`${words} The grader says ${own < 0 ? `−${-own}` : own}.${correction?.quote ? html` <q dir="auto">${correction.quote}</q>` : nothing}`;
}

/** What the examiner says about it. @param {Question} question @param {Row} row */
function says({ answer, misconceptions = [] }, row) {
  const { kind, statement, ask, finding, spans } = row;
  if (kind === 'unclear') return withCode(ask || `Did you mean this? ${statement}`);
  if (kind !== 'contradicted' || !finding) return withCode(statement);
  const words = quote(answer?.text ?? '', spans);
  const known = misconceptions.filter(({ point }) => point === finding.point.id);
  const taken = known.find((wrong) => wrong.statement === finding.wording) ?? (known.length === 1 ? known[0] : undefined);
  return html`${words ? html`You wrote <q>${words}</q>. ` : nothing}${withCode(taken?.why || statement)}`;
}

/** A quotation of more letters is cut. */
const LONGEST_QUOTE = 90;

/** The deciding words, from the first to the last of them in one sentence. @param {string} text @param {Row["spans"]} spans */
function quote(text, spans) {
  const first = spans[0];
  if (!first) return '';
  const sentence = sentencesOf(text).find(({ start, end }) => start <= first.start && end > first.start);
  if (!sentence) return text.slice(first.start, first.end);
  const words = text.slice(sentence.start, sentence.end).replace(/[.,;:\s]+$/, '');
  return words.length <= LONGEST_QUOTE ? words : `${words.slice(0, words.lastIndexOf(' ', LONGEST_QUOTE))} …`;
}

/** The figure of a row: what it adds, or what it could; a bonus point can be made when the sum is full. @param {Row} row */
function worth({ kind, points, most, correction }) {
  if (kind === 'taken-off') return points < 0 ? `−${-points}` : points > 0 ? `+${points}` : '0';
  if (kind === 'unclear' && !correction) return `${points} of ${most}`;
  if (kind === 'made' && !correction) return points > 0 ? `${points}` : '+0';
  return points === most ? `${points}` : `${points < 0 ? `−${-points}` : points} of ${most}`;
}

/** Whether the candidate's word about the whole answer counts. @param {Question} question */
export const wholeCounts = ({ corrections = [] }) => inForce(corrections, '') !== null;
