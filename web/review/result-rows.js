/** The questions of a session as rows: score, what to look at, how sure the candidate was, and the time. */
import { html, nothing } from 'lit';
import { clockFigure } from '../lib/time.js';
import { WORDS } from './points.js';
import { judgement } from './remarks.js';
import './score-scale.js';

/** @import { FindingKind, Question, Session } from '../lib/types.js' */

/** @param {Session} session @param {boolean} scored whether scores may be seen @param {(place: number) => string} [address] where a question is; "" if nowhere */
export const resultRows = ({ id, questions }, scored, address = (place) => `/sessions/${id}/questions/${place + 1}`) => html`
  <table class="register stack result-table">
    <caption class="unseen">The questions, how sure you were, the time, what to look at, and the score</caption>
    <thead>
      <tr>
        <th scope="col">Question</th>
        <th scope="col" class="nowrap">To look at</th>
        <th scope="col">Score</th>
      </tr>
    </thead>
    <tbody>
      ${questions.map((question) => html`<tr>
        <th scope="row">
          ${address(question.place) ? html`<a href=${address(question.place)} dir="auto">${question.prompt}</a>` : html`<span dir="auto">${question.prompt}</span>`}
          <span class="beneath small soft">${beneath(question, scored)}</span>
        </th>
        <td class="notes-cell">${scored ? [lookAt(question), followedUp(question)] : nothing}</td>
        <td class="score-cell">${scored ? scoreCell(question) : html`<span class="soft">hidden</span>`}</td>
      </tr>`)}
    </tbody>
  </table>`;

/** @param {Question} question */
function scoreCell({ outcome, score, ownScore, marking }) {
  if (!score) return html`<span class="soft">${outcome === 'self-owed' ? 'yours to judge' : outcome === 'skipped' ? 'left out' : 'not yet'}</span>`;
  return html`<strong class="figure result-score">${score.percent}</strong>${ownScore && ownScore.percent !== score.percent ? html` <span class="small soft">was ${ownScore.percent}</span>` : nothing}
    <score-scale class="bar" .at=${score.percent} .low=${marking?.low ?? score.percent} .high=${marking?.high ?? score.percent}></score-scale>`;
}

/** @type {[FindingKind, string][]} */
const LOOKED_AT = [
  ['unclear', 'question for you'],
  ['contradicted', WORDS.contradicted.toLowerCase()],
  ['not-said', WORDS['not-said'].toLowerCase()],
];

/** @param {Question} question */
function lookAt({ outcome, answer, marking }) {
  if (outcome === 'skipped') return nothing;
  if ((answer?.text ?? '').trim() === '') return html`<span class="not-said verdict">not answered</span>`;
  if (outcome === 'self-marked') return 'by you';
  if (!marking) return nothing;
  return LOOKED_AT.map(([kind, word]) => {
    const n = marking.lines.filter(({ verdict }) => verdict === kind).length;
    return n === 0 ? nothing : html`<span class="${kind} verdict">${n} ${kind === 'unclear' && n > 1 ? 'questions for you' : word}</span> `;
  });
}

/** What the follow-up earned, apart from the answer. @param {Question} question */
function followedUp({ lines = [] }) {
  const last = lines.at(-1);
  return last ? html`<span class="soft">follow-up ${last.percent}</span>` : nothing;
}

/** The time, and what was said before the result, with whether the result bears it out. @param {Question} question @param {boolean} scored */
function beneath(question, scored) {
  const own = judgement(question);
  const millis = question.answer?.spentMillis ?? 0;
  const time = millis > 0 ? html`<span class="figure">${clockFigure(millis)}</span>` : nothing;
  if (!own) return time;
  return html`${time}${millis > 0 ? ', ' : ''}${own.said}${scored && own.wrong ? html`, <strong class="contradicted verdict">${own.came}</strong>` : nothing}`;
}
