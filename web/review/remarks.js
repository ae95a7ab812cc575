/** What can be computed about a session and is worth a line in the margin. Nothing else is said. */
import { html } from 'lit';
import { SURE } from '../lib/confidence.js';
import { capital } from '../lib/time.js';

/** @import { Confidence, Question, Session, Sureness } from '../lib/types.js' */

/** Where most was lost. @param {Session} session @returns {unknown[]} */
export function lossLines({ questions, mostLost }) {
  if (!mostLost) return [];
  const { place, points, of } = mostLost;
  const empty = (questions[place]?.answer?.text ?? '').trim() === '';
  return [`Most was lost on question ${place + 1}${empty ? ', left empty' : ''}: ${points} of the ${of} points you lost.`];
}

/** What came of what was said, for a good answer, a half-right one and a wrong one. To be unsure of a half-right answer was right. */
const CAME = {
  very: ['and right', 'but only partly right', 'and wrong'],
  rather: ['and right', 'and partly right', 'but wrong'],
  not: ['yet right', 'and rightly so', 'and rightly so'],
  unsaid: [],
};

/** What was said before the result, and what came of it. @param {Question} question @returns {{said: string, came: string, wrong: boolean} | null} */
export function judgement({ answer, score }) {
  const confidence = answer?.confidence ?? 'unsaid';
  const said = SURE[confidence];
  if (said === '' || !score) return null;
  const how = score.cameOutWell ? 0 : score.word === 'partly' ? 1 : 2;
  return { said, came: CAME[confidence][how] ?? '', wrong: (confidence === 'very' && how > 0) || (confidence === 'rather' && how === 2) };
}

/** How well the candidate judged their own answers. @param {Session} session */
export function judgedYourself({ questions }) {
  /** @type {Map<string, {n: number, wrong: boolean}>} */
  const groups = new Map();
  for (const question of questions) {
    const own = judgement(question);
    if (!own) continue;
    const words = `${own.said}, ${own.came}`;
    groups.set(words, { n: (groups.get(words)?.n ?? 0) + 1, wrong: own.wrong });
  }
  if (groups.size === 0) return html`<div class="margin"></div>`;
  return html`<aside class="margin" aria-label="How well you judged yourself">
    <h2 class="label">How well you judged yourself</h2>
    <dl class="facts">
      ${[...groups].map(([words, { n, wrong }]) => html`<dt class="figure">${wrong ? html`<strong class="contradicted verdict">${n}</strong>` : n}</dt><dd>${wrong ? html`<strong>${words}</strong>` : words}</dd>`)}
    </dl>
  </aside>`;
}

/** How sure the candidate was of all answers so far. @param {Sureness} all @returns {string} */
export function confidenceLine({ from, said }) {
  if (said.length === 0) return '';
  const groups = said.map(({ confidence, times: n, borneOut: well }) => `${capital(SURE[confidence] ?? '')}: ${well} of ${n}.`);
  return `Answers that reached ${from} of 100, by how sure you were. ${groups.join(' ')}`;
}
