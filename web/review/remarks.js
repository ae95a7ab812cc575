/** What can be computed about a session and is worth a line in the margin. Nothing else is said. */
import { html } from 'lit';
import { quoted } from './sentences.js';
import { telling } from './meaningful-evidence.js';
import { capital, count, inWords, times } from '../lib/time.js';
import { SOLID } from './review.js';

/** @import { Confidence, Question, Session, Sureness } from '../lib/types.js' */

/** @type {Partial<Record<Confidence, string>>} */
const SURE = { very: 'very sure', rather: 'rather sure', not: 'not sure' };

/** Where most was lost, and what was contradicted. @param {Session} session @returns {unknown[]} */
export function lossLines({ questions, score }) {
  const counted = questions.filter((question) => question.score);
  if (!score || counted.length < 2 || score.percent >= 100) return [];
  const lost = (/** @type {Question} */ question) => 100 - (question.score?.percent ?? 0);
  const most = counted.reduce((worst, question) => (lost(question) > lost(worst) ? question : worst));
  const empty = (most.answer?.text ?? '').trim() === '';
  /** @type {unknown[]} */
  const lines = [];
  if (counted.filter((question) => lost(question) === lost(most)).length === 1) {
    lines.push(
      `Most was lost on question ${most.place + 1}${empty ? ', left empty' : ''}: ${Math.round(lost(most) / counted.length)} of the ${100 - score.percent} points that are missing.`,
    );
  }
  const contradicted = counted.flatMap(({ grade, answer }) =>
    (grade?.findings ?? [])
      .filter(({ kind }) => kind === 'contradicted')
      .map(({ kind, point, evidence }) => quoted(answer?.text ?? '', telling(answer?.text ?? '', evidence, { kind, statement: point.statement }), kind)),
  );
  if (contradicted.length > 0) {
    const many = contradicted.length === 1 ? 'One statement was contradicted:' : `${capital(inWords(contradicted.length))} statements were contradicted${contradicted.length > 2 ? ', among them' : ':'}`;
    lines.push(html`${many} ${contradicted.slice(0, 2).map((words, i) => html`${i > 0 ? ' and ' : ''}<span dir="auto">${words}</span>`)}`);
  }
  return lines;
}

/** How sure the candidate was against what came of it. @param {Session} session @returns {string[]} */
export function calibrationLines({ questions }) {
  const groups = /** @type {Confidence[]} */ (['very', 'rather', 'not']).flatMap((said) => {
    const those = questions.filter(({ answer, score }) => score && answer?.confidence === said);
    return those.length === 0 ? [] : [`${SURE[said]} ${times(those.length)} (${borneOut(those)})`];
  });
  return groups.length === 0 ? [] : [`You were ${groups.join(', ')}.`];
}

/** How sure the candidate was of all answers so far. @param {Sureness} all @returns {string} */
export function confidenceLine({ from, said }) {
  if (said.length === 0) return '';
  const groups = said.map(({ confidence, times: n, borneOut: well }) => `“${SURE[confidence]}” ${times(n)}, ${ofThem(n, well)}`);
  return `Answers of ${from} % or more: you said ${groups.join('; ')}.`;
}

/** @param {number} n @param {number} well */
function ofThem(n, well) {
  if (n === 1) return well === 1 ? 'and it was one' : 'and it was not';
  return `${well === n ? (n === 2 ? 'both' : 'all') : well === 0 ? 'none' : inWords(well)} of them`;
}

/** @param {Question[]} those */
function borneOut(those) {
  const solid = those.filter(({ score }) => score?.cameOutWell).length;
  return those.length === 1 ? `${those[0]?.score?.percent} %` : `${ofThem(those.length, solid)} ${SOLID} % or more`;
}

/** The arithmetic of the one figure. @param {Session} session */
export function howItComes({ questions, score }) {
  if (!score) return '';
  const scores = questions.flatMap((question) => (question.score ? [question.score] : []));
  const left = questions.length - scores.length;
  const whole = scores.map(({ percent }) => percent);
  const adds = Math.round(whole.reduce((sum, percent) => sum + percent, 0) / scores.length) === score.percent;
  const terms = adds ? whole : scores.map(({ value }) => (value * 100).toFixed(1));
  return html`<p class="margin-head">How ${score.percent} comes about</p>
    <p class="sum-in-words">${scores.length > 1 ? html`(${terms.join(' + ')}) ÷ ${scores.length} = ${score.percent}` : html`${terms[0]} from one question`}</p>
    <p class="small soft">
      Every question weighs the same. An answer left empty counts as 0.${left > 0 ? ` ${count(left, 'question')} without a mark ${left === 1 ? 'is' : 'are'} left out.` : ''}
      Below 40 is “not yet”, below 60 “partly”, below 80 “solid”, from there “strong”.
    </p>`;
}
