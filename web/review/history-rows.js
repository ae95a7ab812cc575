/** Sessions as rows. */
import { html, nothing } from 'lit';
import { clockFigure, count, hourAndMinute } from '../lib/time.js';
import './delete-session.js';

/** @import { HistoryLine, Summary } from '../lib/types.js' */

/**
 * @param {HistoryLine[]} lines
 * @param {{scored: boolean, now: number, deleted: (() => void) | null}} how `deleted` if sessions can be deleted now
 */
export const historyRows = (lines, { scored, now, deleted }) => html`
  <table class="register stack history-table">
    <caption class="unseen">Sessions, newest first</caption>
    <thead>
      <tr>
        <th scope="col">When</th>
        <th scope="col">What</th>
        <th scope="col">Score</th>
        <th scope="col">Answered</th>
        <th class="number" scope="col">Time</th>
      </tr>
    </thead>
    <tbody>
      ${lines.map((summary) => {
        const { hits, more } = summary;
        return html`<tr>
          <td class="soft figure">${date(summary.startedAt, now)} <span class="time-of-day">${hourAndMinute(summary.startedAt)}</span></td>
          <th scope="row">
            <a href=${address(summary)}>${names(summary.topics)}</a>${summary.mode === 'practice' ? html` <span class="small soft">practice</span>` : nothing}
            ${hits.map(
              ({ place, where, before, hit, after }) => html`<br />${where === 'note' ? html`<span class="small soft">note: </span>` : nothing}<a class="hit small" dir="auto" href="/sessions/${summary.id}/questions/${place + 1}${where === 'note' ? '#note' : ''}">${before}<strong>${hit}</strong>${after}</a>`,
            )}
            ${more > 0 ? html`<br /><span class="small soft">and ${count(more, 'more question')}</span>` : nothing}
            ${deleted ? html`<delete-session word="Delete this one…" of=${`${date(summary.startedAt, now)}, ${names(summary.topics)}`} .session=${summary} @deleted=${deleted}></delete-session>` : nothing}
          </th>
          ${scoreCells(summary, scored)}
          <td data-label="answered">${summary.answered} of ${summary.questions}</td>
          <td class="number" data-label="time">${summary.state === 'in-progress' ? nothing : clockFigure(summary.usedMillis)}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;

/** @param {Summary} summary */
const address = ({ id, state }) => (state === 'in-progress' ? `/sessions/${id}` : `/sessions/${id}/result`);

/** @param {Summary} summary @param {boolean} scored */
function scoreCells({ score, state }, scored) {
  if (!scored) return html`<td class="soft">hidden</td>`;
  if (score) {
    const { percent, low, high, word } = score;
    return html`<td class="score-in-words"><strong>${percent} %</strong>${low === high ? nothing : html` <span class="soft">(${low}-${high})</span>`} <span class="beneath">${word}</span></td>`;
  }
  const why = { 'in-progress': 'unfinished', submitted: 'not graded yet', graded: 'yours to judge' }[state];
  return html`<td class="soft">${why}</td>`;
}

/** `Tue 17 Nov`, with the year if it is another. @param {number} at @param {number} now */
function date(at, now) {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Date(at).toLocaleDateString('en-GB', { weekday: 'short', day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) }).replace(',', '');
}

/** @param {{title: string}[]} topics */
function names(topics) {
  const titles = topics.map(({ title }) => title);
  return titles.length <= 2 ? titles.join(' and ') : `${titles.slice(0, 2).join(', ')} and ${titles.length - 2} more`;
}
