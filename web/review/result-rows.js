/** The questions of a session as rows: score, points, time, and how sure the candidate was. */
import { html, nothing } from 'lit';
import { clockFigure } from '../lib/time.js';

/** @import { Question, Session } from '../lib/types.js' */

/** @param {Session} session @param {boolean} scored whether scores may be seen */
export const resultRows = ({ id, questions }, scored) => html`
  <table class="register stack result-table hung">
    <caption class="unseen">The questions with score, points, time and how sure you were</caption>
    <thead>
      <tr>
        <th class="number" scope="col"><span class="unseen">Number</span></th>
        <th scope="col">Question</th>
        <th class="number" scope="col">Score</th>
        <th scope="col">Points</th>
        <th class="number" scope="col">Time</th>
        <th scope="col">How sure</th>
      </tr>
    </thead>
    <tbody>
      ${questions.map((question) => html`<tr>
        <td class="number soft place-cell">${question.place + 1}</td>
        <th scope="row"><a href="/sessions/${id}/questions/${question.place + 1}" dir="auto">${question.prompt}</a></th>
        <td class="number" data-label="score">${scored ? scoreCell(question) : html`<span class="soft">hidden</span>`}</td>
        <td data-label="points">${scored ? pointsCell(question) : nothing}</td>
        <td class="number" data-label="time">${clockFigure(question.answer?.spentMillis ?? 0)}</td>
        <td data-label="how sure">${sureCell(question, scored)}</td>
      </tr>`)}
    </tbody>
  </table>`;

/** @param {Question} question */
function scoreCell({ outcome, score, ownScore }) {
  if (!score) return html`<span class="soft">${outcome === 'self-owed' ? 'yours to judge' : 'not yet'}</span>`;
  const figure = score.percent === 0 ? html`<span class="soft">0 %</span>` : html`<strong>${score.percent} %</strong>`;
  return ownScore && ownScore.percent !== score.percent ? html`${figure} <span class="small soft beneath">was ${ownScore.percent}</span>` : figure;
}

/** @param {Question} question */
function pointsCell({ outcome, answer, grade, marking }) {
  if ((answer?.text ?? '').trim() === '') return 'not answered';
  if (outcome === 'self-marked') return 'by you';
  if (!grade || !marking) return nothing;
  const { lines } = marking;
  const made = lines.filter(({ verdict }) => verdict === 'made').length;
  const unclear = lines.filter(({ verdict }) => verdict === 'unclear').length;
  return `${made} of ${lines.length}${unclear > 0 ? `, ${unclear} unclear` : ''}${grade.sure ? '' : ', not sure'}`;
}

/** What was said before the result, and whether the result bears it out. @param {Question} question @param {boolean} scored */
function sureCell({ answer, score }, scored) {
  const said = answer?.confidence ?? 'unsaid';
  if (said === 'unsaid') return nothing;
  if (!score || !scored) return said;
  return html`${said}<span class="soft">, ${score.cameOutWell === (said !== 'not') ? 'rightly' : 'wrongly'}</span>`;
}
