/** How an open session is drawn: its head, the question or the list before the end or the end, and what is announced. */
import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import '../lib/code-colours.js';
import { fromServer } from '../lib/markup.js';
import { trouble, waiting } from '../lib/page.js';
import { withoutTicks } from '../lib/words.js';
import { reasonOf } from '../practice/round.js';
import './answer-editor.js';
import './answer-foot.js';
import './before-finish.js';
import './clock-line.js';
import './countdown-line.js';
import './hand-in-notice.js';
import './kept-versions.js';
import './offline-remark.js';
import './pace-remark.js';
import './question-map.js';
import './read-aloud.js';
import './session-notices.js';
import './which-text.js';
import './state-line.js';

/** @import { Question } from '../lib/types.js' */
/** @import { AnsweringPage } from './answering-page.js' */
/** @import { OpenSession } from './open-session.js' */

/** Head, sheet and announcements. @param {AnsweringPage} page */
export function sheet(page) {
  const { openSession } = page;
  return html`
    <header class="running-head session-head">
      ${openSession
        ? html`<p class="session-title">${headTitle(openSession)}</p>
            <state-line .state=${openSession.saver.state()} ?reading=${!openSession.writes} @copy-all=${page.copyAll}></state-line>
            <clock-line .openSession=${openSession} @pause=${() => openSession.server.pause()} @go-on=${() => openSession.server.resume()}></clock-line>`
        : html`<a class="wordmark" href="/" aria-label="Rejoinder, home">Rejoinder</a>`}
    </header>
    <main class="sheet" id="sheet" tabindex="-1" @copy-all=${page.copyAll}>
      ${page.problem ? trouble(page.problem, () => page.open()) : openSession ? rows(page, openSession) : waiting('Opening the session…')}
    </main>
    <p class="unseen" role="status">${page.said}</p>
    <p class="unseen" role="alert">${page.urgent}</p>`;
}

/** @param {OpenSession} openSession */
function headTitle(openSession) {
  const topic = html`<span class="session-topic">${openSession.practice ? 'Practice, ' : ''}${openSession.question.topic.title}, </span>`;
  if (openSession.phase === 'over') return html`${topic}${openSession.handingIn?.step === 'marking' ? 'over' : 'handing in'}`;
  return html`${topic}${openSession.phase === 'finishing' ? 'finishing' : `${openSession.place + 1} of ${openSession.drafts.length}`}`;
}

/** @param {AnsweringPage} page @param {OpenSession} openSession */
function rows(page, openSession) {
  if (openSession.phase === 'over') return overRow(page, openSession);
  return openSession.phase === 'finishing' ? finishingRow(page, openSession) : answeringRow(page, openSession);
}

/** @param {AnsweringPage} page @param {OpenSession} openSession */
function overRow(page, openSession) {
  return html`<div class="row">
    <div class="script"><hand-in-notice .openSession=${openSession}></hand-in-notice></div>
    <div class="margin"></div>
  </div>
  ${openSession.handingIn?.timeOut
    ? html`<div class="row answering">
        <p class="gutter" aria-hidden="true">${openSession.place + 1}</p>
        <div class="script">${asked(openSession.question, 'h2')} ${editors(page, openSession)}</div>
        <div class="margin"></div>
      </div>`
    : nothing}`;
}

/** @param {AnsweringPage} page @param {OpenSession} openSession */
function finishingRow(page, openSession) {
  return html`<div class="row">
    <div class="script">
      <session-notices .openSession=${openSession}></session-notices>
      <before-finish
        .openSession=${openSession} @visit=${(/** @type {CustomEvent} */ event) => page.visit(event.detail)} @finish=${page.finish}
      ></before-finish>
    </div>
    <aside class="margin" aria-label="What finishing means">
      ${openSession.practice
        ? html`<p class="remark">What you leave empty does not count and is asked again soon.</p>`
        : html`<p class="remark">An empty answer counts as 0; anything you wrote will be marked.</p>
            <p class="remark">After this you can no longer change your answers. You can still correct the marks.</p>`}
      <offline-remark .openSession=${openSession} .copied=${page.copied}></offline-remark>
    </aside>
  </div>`;
}

/** @param {AnsweringPage} page @param {OpenSession} openSession */
function answeringRow(page, openSession) {
  if (openSession.practice && openSession.isSettled() && !openSession.clock.paused) return markedRows(page, openSession);
  return html`<div class="row answering">
    <p class="gutter" aria-hidden="true">${openSession.place + 1}</p>
    <div class="script">
      ${openSession.clock.paused ? pausedPart(page, openSession) : openSession.isSettled() ? followUpPart(page, openSession) : openPart(page, openSession)}
    </div>
    <aside class="margin map-margin" aria-label="Where you are">
      <question-map .openSession=${openSession} @visit=${(/** @type {CustomEvent} */ event) => page.visit(event.detail)}></question-map>
      <pace-remark .openSession=${openSession}></pace-remark>
      <offline-remark .openSession=${openSession} .copied=${page.copied}></offline-remark>
      <p class="way-out small"><button class="action-quiet" type="button" popovertarget="keys">Keys <kbd>?</kbd></button> ${openSession.clock.paused ? nothing : html`<a href="/">Leave, come back later</a>`}</p>
    </aside>
  </div>`;
}

/** Practice: the answer, marked. @param {AnsweringPage} page @param {OpenSession} openSession */
function markedRows(page, openSession) {
  const { question, session } = openSession;
  const next = keyed(
    openSession.place,
    html`<after-marks
      .session=${openSession.id} .place=${openSession.place} .marks=${`${question.outcome} ${question.score?.percent}`}
      ?writes=${openSession.writes} ?last=${openSession.drafts.every(({ place }) => openSession.isSettled(place))}
      @do=${(/** @type {CustomEvent} */ event) => page.do(event.detail)}
    ></after-marks>`,
  );
  const crumb = html`Practice, question ${openSession.place + 1} of ${openSession.drafts.length}${openSession.place === 0
    ? nothing
    : html`, <button class="quiet" type="button" @click=${() => page.do('back')}>back to ${openSession.place}</button>`}`;
  return html`${!openSession.writes || openSession.problem ? html`<div class="row"><div class="script"><session-notices .openSession=${openSession} .copied=${page.copied}></session-notices></div><div class="margin"></div></div>` : nothing}
    ${keyed(
      openSession.place,
      html`<marked-answer
        .question=${question} .grading=${session.grading} .session=${openSession.id} .crumb=${crumb} .next=${next} ?correctable=${openSession.writes}
        @correct=${(/** @type {CustomEvent} */ event) => openSession.server.correct(event.detail)} @withdraw=${(/** @type {CustomEvent} */ event) => openSession.server.withdraw(event.detail.point)}
        @judge=${(/** @type {CustomEvent} */ event) => openSession.server.judge(event.detail.score)}
      ></marked-answer>`,
    )}`;
}

/** @param {AnsweringPage} page @param {OpenSession} openSession */
function pausedPart(page, openSession) {
  return html`
    <h1>Paused</h1>
    <p>The clock is stopped. Everything you wrote is saved; you can close the window.</p>
    <p class="actions">
      <button class="action-primary" type="button" data-first ?disabled=${!openSession.writes} @click=${() => openSession.server.resume()}>Go on <kbd>⏎</kbd></button>
      <a class="action" href="/">Leave, come back later</a>
    </p>`;
}

/** An interview with follow-ups: the one about an answer that is handed in. @param {AnsweringPage} page @param {OpenSession} openSession */
const followUpPart = (page, openSession) => html`<session-notices .openSession=${openSession} .copied=${page.copied}></session-notices>
  ${keyed(openSession.place, html`<interviewer-asks .openSession=${openSession} @do=${(/** @type {CustomEvent} */ event) => page.do(event.detail)}></interviewer-asks>`)}`;

/** @param {AnsweringPage} page @param {OpenSession} openSession */
function openPart(page, openSession) {
  const { question, draft } = openSession;
  return html`
    ${asked(question, 'h1')}
    ${page.counting
      ? html`<countdown-line @begun=${() => (page.counting = false)} @take-back=${page.takeBack}></countdown-line>`
      : html`<p class="asked-of">${question.topic.title}, <pace-remark short .openSession=${openSession}></pace-remark> ${keyed(openSession.place, html`<read-aloud .text=${question.prompt}></read-aloud>`)}</p>`}
    ${whyThisOne(openSession)}
    <session-notices .openSession=${openSession} .copied=${page.copied}></session-notices>
    ${draft.rival
      ? html`<which-text .draft=${draft} @take=${(/** @type {CustomEvent} */ event) => openSession.choose(event.detail)}></which-text>`
      : nothing}
    ${draft.rival ? nothing : [editors(page, openSession), hints(openSession), foot(page, openSession)]}
    <div class="paper-only kept-text">${draft.text}</div>`;
}

/** Practice only. @param {OpenSession} openSession */
const hints = (openSession) => (openSession.practice && openSession.writes ? keyed(openSession.place, html`<hint-line .session=${openSession.id} .place=${openSession.place}></hint-line>`) : nothing);

/** Practice out of the plan: what speaks for this question. @param {OpenSession} openSession */
function whyThisOne(openSession) {
  const reason = openSession.practice ? reasonOf(openSession.id, openSession.question.id) : '';
  return reason === '' ? nothing : html`<p class="small soft why-this-one">Why this one: ${withoutTicks(reason)}</p>`;
}

/** @param {Question} question @param {"h1" | "h2"} level */
function asked(question, level) {
  const words = fromServer(question.promptHtml);
  return html`
    ${level === 'h1' ? html`<h1 class="question" id="question">${words}</h1>` : html`<h2 class="question" id="question">${words}</h2>`}
    ${question.contextHtml ? html`<div class="question-context">${fromServer(question.contextHtml)}</div>` : nothing}
    ${question.letter === 'C' ? html`<p class="small soft">You mark this one yourself: ${lower((question.reason ?? '').replace(/[;,] (?:you|or) mark your answer yourself/, ''))}</p>` : nothing}
    ${question.letter === 'B' ? html`<p class="small soft">The mark on this one is unsure: ${lower(question.reason ?? '')}</p>` : nothing}`;
}

/** One box a question, so that each keeps its caret and its undo. @param {AnsweringPage} page @param {OpenSession} openSession */
function editors(page, openSession) {
  return html`<span class="unseen" id="answer-label">Your answer</span>
    ${repeat(
      openSession.drafts.filter(({ place }) => openSession.phase === 'over' || !openSession.isSettled(place)),
      ({ place }) => place,
      (draft) => html`<answer-editor
        ?hidden=${draft.place !== openSession.place} .text=${draft.text} ?reading=${!openSession.open} labelled="answer-label question" described="under"
        @typed=${(/** @type {CustomEvent} */ event) => page.typed(event.detail)} @focusout=${() => openSession.saver.flush()}
      ></answer-editor>`,
    )}`;
}

/** @param {AnsweringPage} page @param {OpenSession} openSession */
function foot(page, openSession) {
  return html`<answer-foot
      .openSession=${openSession}
      @do=${(/** @type {CustomEvent} */ event) => page.do(event.detail)}
    ></answer-foot>
    <kept-versions
      .versions=${openSession.kept.filter(({ place, text }) => place === openSession.place && text !== openSession.draft.text)} ?reading=${!openSession.open}
      @bring-back=${(/** @type {CustomEvent} */ event) => openSession.bringBack(event.detail)}
    ></kept-versions>`;
}

/** @param {string} sentence in the middle of another */
const lower = (sentence) => sentence.charAt(0).toLowerCase() + sentence.slice(1);
