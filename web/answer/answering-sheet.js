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
/** @import { Desk } from './open-session.js' */

/** Head, sheet and announcements. @param {AnsweringPage} page */
export function sheet(page) {
  const { desk } = page;
  return html`
    <header class="running-head session-head">
      ${desk
        ? html`<p class="session-title">${headTitle(desk)}</p>
            <state-line .state=${desk.saver.state()} ?reading=${!desk.writes} @copy-all=${page.copyAll}></state-line>
            <clock-line
              .clock=${desk.clock} .pausesLeft=${desk.session.mostPauses - desk.session.pauses} ?still=${!desk.writes || desk.phase === 'over'} ?over=${desk.handingIn?.step === 'marking'}
              .change=${page.change} @pause=${() => desk.server.pause()} @go-on=${() => desk.server.resume()}
            ></clock-line>`
        : html`<a class="wordmark" href="/" aria-label="Rejoinder, home">Rejoinder</a>`}
    </header>
    <main class="sheet" id="sheet" tabindex="-1" @copy-all=${page.copyAll}>
      ${page.problem ? trouble(page.problem, () => page.open()) : desk ? rows(page, desk) : waiting('Opening the session…')}
    </main>
    <p class="unseen" role="status">${page.said}</p>
    <p class="unseen" role="alert">${page.urgent}</p>`;
}

/** @param {Desk} desk */
function headTitle(desk) {
  const topic = html`<span class="session-topic">${desk.practice ? 'Practice, ' : ''}${desk.question.topic.title}, </span>`;
  if (desk.phase === 'over') return html`${topic}${desk.handingIn?.step === 'marking' ? 'over' : 'handing in'}`;
  return html`${topic}${desk.phase === 'finishing' ? 'finishing' : `${desk.place + 1} of ${desk.works.length}`}`;
}

/** @param {AnsweringPage} page @param {Desk} desk */
function rows(page, desk) {
  if (desk.phase === 'over') return overRow(page, desk);
  return desk.phase === 'finishing' ? finishingRow(page, desk) : answeringRow(page, desk);
}

/** @param {AnsweringPage} page @param {Desk} desk */
function overRow(page, desk) {
  return html`<div class="row">
    <div class="script"><hand-in-notice .desk=${desk} .change=${page.change}></hand-in-notice></div>
    <div class="margin"></div>
  </div>
  ${desk.handingIn?.timeOut
    ? html`<div class="row answering">
        <p class="gutter" aria-hidden="true">${desk.place + 1}</p>
        <div class="script">${asked(desk.question, 'h2')} ${editors(page, desk)}</div>
        <div class="margin"></div>
      </div>`
    : nothing}`;
}

/** @param {AnsweringPage} page @param {Desk} desk */
function finishingRow(page, desk) {
  return html`<div class="row">
    <div class="script">
      <session-notices .desk=${desk} .change=${page.change}></session-notices>
      <before-finish
        .desk=${desk} .change=${page.change}
        @visit=${(/** @type {CustomEvent} */ event) => page.visit(event.detail)} @finish=${page.finish}
      ></before-finish>
    </div>
    <aside class="margin" aria-label="What finishing means">
      ${desk.practice
        ? html`<p class="remark">What you leave empty does not count and is asked again soon.</p>`
        : html`<p class="remark">An empty answer counts as 0; anything you wrote will be marked.</p>
            <p class="remark">After this you can no longer change your answers. You can still correct the marks.</p>`}
      <offline-remark .desk=${desk} .change=${page.change} .copied=${page.copied}></offline-remark>
    </aside>
  </div>`;
}

/** @param {AnsweringPage} page @param {Desk} desk */
function answeringRow(page, desk) {
  if (desk.practice && desk.isSettled() && !desk.clock.paused) return markedRows(page, desk);
  return html`<div class="row answering">
    <p class="gutter" aria-hidden="true">${desk.place + 1}</p>
    <div class="script">
      ${desk.clock.paused ? pausedPart(page, desk) : desk.isSettled() ? followUpPart(page, desk) : openPart(page, desk)}
    </div>
    <aside class="margin map-margin" aria-label="Where you are">
      <question-map .desk=${desk} .change=${page.change} @visit=${(/** @type {CustomEvent} */ event) => page.visit(event.detail)}></question-map>
      <pace-remark .desk=${desk} .change=${page.change}></pace-remark>
      <offline-remark .desk=${desk} .change=${page.change} .copied=${page.copied}></offline-remark>
      <p class="way-out small"><button class="action-quiet" type="button" popovertarget="keys">Keys <kbd>?</kbd></button> ${desk.clock.paused ? nothing : html`<a href="/">Leave, come back later</a>`}</p>
    </aside>
  </div>`;
}

/** Practice: the answer, marked. @param {AnsweringPage} page @param {Desk} desk */
function markedRows(page, desk) {
  const { question, session } = desk;
  const next = keyed(
    desk.place,
    html`<after-marks
      .session=${desk.id} .place=${desk.place} .marks=${`${question.outcome} ${question.score?.percent}`}
      ?writes=${desk.writes} ?last=${desk.works.every(({ place }) => desk.isSettled(place))}
      @do=${(/** @type {CustomEvent} */ event) => page.do(event.detail)}
    ></after-marks>`,
  );
  const crumb = html`Practice, question ${desk.place + 1} of ${desk.works.length}${desk.place === 0
    ? nothing
    : html`, <button class="quiet" type="button" @click=${() => page.do('back')}>back to ${desk.place}</button>`}`;
  return html`${!desk.writes || desk.problem ? html`<div class="row"><div class="script"><session-notices .desk=${desk} .change=${page.change} .copied=${page.copied}></session-notices></div><div class="margin"></div></div>` : nothing}
    ${keyed(
      desk.place,
      html`<marked-answer
        .question=${question} .grading=${session.grading} .session=${desk.id} .crumb=${crumb} .next=${next} ?correctable=${desk.writes}
        @correct=${(/** @type {CustomEvent} */ event) => desk.server.correct(event.detail)} @withdraw=${(/** @type {CustomEvent} */ event) => desk.server.withdraw(event.detail.point)}
        @judge=${(/** @type {CustomEvent} */ event) => desk.server.judge(event.detail.score)}
      ></marked-answer>`,
    )}`;
}

/** @param {AnsweringPage} page @param {Desk} desk */
function pausedPart(page, desk) {
  return html`
    <h1>Paused</h1>
    <p>The clock is stopped. Everything you wrote is saved; you can close the window.</p>
    <p class="actions">
      <button class="action-primary" type="button" data-first ?disabled=${!desk.writes} @click=${() => desk.server.resume()}>Go on <kbd>⏎</kbd></button>
      <a class="action" href="/">Leave, come back later</a>
    </p>`;
}

/** An interview with follow-ups: the one about an answer that is handed in. @param {AnsweringPage} page @param {Desk} desk */
const followUpPart = (page, desk) => html`<session-notices .desk=${desk} .change=${page.change} .copied=${page.copied}></session-notices>
  ${keyed(desk.place, html`<interviewer-asks .desk=${desk} .change=${page.change} @do=${(/** @type {CustomEvent} */ event) => page.do(event.detail)}></interviewer-asks>`)}`;

/** @param {AnsweringPage} page @param {Desk} desk */
function openPart(page, desk) {
  const { question, work } = desk;
  return html`
    ${asked(question, 'h1')}
    ${page.counting
      ? html`<countdown-line @begun=${() => (page.counting = false)} @take-back=${page.takeBack}></countdown-line>`
      : html`<p class="asked-of">${question.topic.title}, <pace-remark short .desk=${desk} .change=${page.change}></pace-remark> ${keyed(desk.place, html`<read-aloud .text=${question.prompt}></read-aloud>`)}</p>`}
    ${whyThisOne(desk)}
    <session-notices .desk=${desk} .change=${page.change} .copied=${page.copied}></session-notices>
    ${work.rival
      ? html`<which-text .work=${work} .change=${page.change} @take=${(/** @type {CustomEvent} */ event) => desk.choose(event.detail)}></which-text>`
      : nothing}
    ${work.rival ? nothing : [editors(page, desk), hints(desk), foot(page, desk)]}
    <div class="paper-only kept-text">${work.text}</div>`;
}

/** Practice only. @param {Desk} desk */
const hints = (desk) => (desk.practice && desk.writes ? keyed(desk.place, html`<hint-line .session=${desk.id} .place=${desk.place}></hint-line>`) : nothing);

/** Practice out of the plan: what speaks for this question. @param {Desk} desk */
function whyThisOne(desk) {
  const reason = desk.practice ? reasonOf(desk.id, desk.question.id) : '';
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

/** One box a question, so that each keeps its caret and its undo. @param {AnsweringPage} page @param {Desk} desk */
function editors(page, desk) {
  return html`<span class="unseen" id="answer-label">Your answer</span>
    ${repeat(
      desk.works.filter(({ place }) => desk.phase === 'over' || !desk.isSettled(place)),
      ({ place }) => place,
      (work) => html`<answer-editor
        ?hidden=${work.place !== desk.place} .text=${work.text} ?reading=${!desk.open} labelled="answer-label question" described="under"
        @typed=${(/** @type {CustomEvent} */ event) => page.typed(event.detail)} @focusout=${() => desk.saver.flush()}
      ></answer-editor>`,
    )}`;
}

/** @param {AnsweringPage} page @param {Desk} desk */
function foot(page, desk) {
  return html`<answer-foot
      .desk=${desk} .change=${page.change}
      @do=${(/** @type {CustomEvent} */ event) => page.do(event.detail)}
    ></answer-foot>
    <kept-versions
      .versions=${desk.kept.filter(({ place, text }) => place === desk.place && text !== desk.work.text)} ?reading=${!desk.open}
      @bring-back=${(/** @type {CustomEvent} */ event) => desk.bringBack(event.detail)}
    ></kept-versions>`;
}

/** @param {string} sentence in the middle of another */
const lower = (sentence) => sentence.charAt(0).toLowerCase() + sentence.slice(1);
