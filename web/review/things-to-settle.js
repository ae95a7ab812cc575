/** Points that the grader could not settle alone, one yes or no each, and answers that the candidate has to judge. Says `correct` and `withdraw` with the place. */
import { html, nothing } from 'lit';
import { inForce } from './addends.js';
import { focusDecided } from './keep-focus.js';
import { markingOf } from './notes.js';
import { quoted } from './sentences.js';
import { withCode } from '../lib/inline-code.js';
import { Plain } from '../lib/page.js';
import { tell } from '../lib/emit.js';
import { capital, hourAndMinute, inWords } from '../lib/time.js';

/** @import { Question, Session } from '../lib/types.js' */
/** @import { Note } from './notes.js' */

class ThingsToSettle extends Plain {
  static properties = { session: { attribute: false } };

  constructor() {
    super();
    /** @type {Session | null} */
    this.session = null;
    /** @type {string | null} the point that was answered last: the focus stays at it while its buttons change */
    this.decided = null;
  }

  updated() {
    if (this.decided === null) return;
    focusDecided(this, this.decided);
    this.decided = null;
  }

  /** @param {string} what @param {{place: number, point: string, credit?: number, quote?: string}} said */
  say(what, said) {
    this.decided = `${said.place} ${said.point}`;
    tell(this, what, said);
  }

  render() {
    const { session } = this;
    if (!session) return nothing;
    const unsure = session.questions.filter(({ grade, corrections = [] }) => grade && !grade.sure && !inForce(corrections, ''));
    const own = session.questions.filter(({ outcome }) => outcome === 'self-owed');
    const open = unsure.flatMap(doubtful).filter((note) => !note.correction).length + own.length;
    if (unsure.length + own.length === 0) return nothing;
    return html`<section class="row" aria-labelledby="settle-head">
      <div class="script">
        <h2 id="settle-head">${open === 0 ? 'Things to look at' : open === 1 ? 'One thing for you to settle' : `${capital(inWords(open))} things for you to settle`}</h2>
        ${unsure.map((question) => this.unsure(session, question))}
        ${own.map(
          (question) => html`<div class="settle">
            <p class="asked"><a href="/sessions/${session.id}/questions/${question.place + 1}">Question ${question.place + 1}</a> has nothing to be marked against: the mark is yours.</p>
          </div>`,
        )}
      </div>
      <div class="margin"></div>
    </section>`;
  }

  /** @param {Session} session @param {Question} question */
  unsure(session, question) {
    return html`<p class="soft">
        <a href="/sessions/${session.id}/questions/${question.place + 1}">Question ${question.place + 1}, ${question.prompt}</a> I am not sure, because: ${question.grade?.doubts.join(' ')}
      </p>
      ${doubtful(question).map((note) => this.point(question, note))}`;
  }

  /** @param {Question} question @param {Note} note */
  point(question, note) {
    const { place, answer } = question;
    const text = answer?.text ?? '';
    const words = note.spans.map(({ start, end }) => text.slice(start, end)).join(' … ');
    const say = (/** @type {number} */ credit) => this.say('correct', { place, point: note.point, credit, ...(credit > 0 && note.spans.length === 1 ? { quote: words } : {}) });
    return html`<div class="settle" data-decides="${place} ${note.point}" role="group" aria-label="Did you say: ${note.statement}">
      <p class="asked">Did you say this: <em class="remark" dir="auto">${withCode(note.statement)}</em>${words ? html`<br /><span class="soft" dir="auto">You wrote: ${quoted(text, note.spans, note.kind)}</span>` : nothing}</p>
      <p class="actions">
        ${note.correction
          ? html`<span class="said">${note.correction.credit ? 'Yes' : 'No'}, ${note.own} → ${note.points}, by you, <span class="figure">${hourAndMinute(note.correction.at)}</span></span>
              <button class="action-quiet" type="button" @click=${() => this.say('withdraw', { place, point: note.point })}>Undo <kbd>Ctrl Z</kbd></button>`
          : html`<button class="action" type="button" @click=${() => say(1)}>Yes, +${note.share - note.points}</button>
              <button class="action" type="button" @click=${() => say(0)}>No${note.points > 0 ? `, −${note.points}` : ''}</button>`}
      </p>
    </div>`;
  }
}
customElements.define('things-to-settle', ThingsToSettle);

/** The points of an answer that are neither said nor unsaid, and those that the candidate has settled. @param {Question} question */
const doubtful = (question) => (markingOf(question)?.notes ?? []).filter((note) => note.finding && (note.finding.kind === 'unclear' || note.correction));
