/** Mastery in words and figures. */
import { html, nothing } from 'lit';
import { capital, count } from '../lib/time.js';

/** @import { Mastery, Plan } from '../lib/types.js' */

/** What the figures are; said beside every list of them. */
export const WHAT_IT_IS =
  'The figure estimates what you would earn if all of a topic were asked now; in brackets, where the truth lies four times in five. It takes three answers.';

/** What there is before the first figure. */
export const WHAT_WILL_BE = 'Once a topic has three answers, you see here what you would earn if all of it were asked.';

/** Every topic's mastery by its id. @param {Plan} plan @returns {Map<string, Mastery>} */
export const byTopic = ({ topics, untouched }) => new Map([...topics, ...untouched].map((mastery) => [mastery.id, mastery]));

/** `41 % (22-61)` @param {Pick<Mastery, "low" | "mid" | "high">} mastery one with a number */
export const figure = ({ mid, low, high }) => html`<span class="figure">${mid} % <span class="soft">(${low}-${high})</span></span>`;

/** `rising, +8 in two weeks` @param {Mastery} mastery */
export function trend({ trend: way }) {
  if (!way || way.direction === 'unknown') return nothing;
  const by = way.direction === 'steady' ? '' : `, ${way.change < 0 ? '−' : '+'}${Math.abs(way.change)} in two weeks`;
  return html`<span class="mastery-trend small soft">${capital(way.direction)}${by}</span>`;
}

/** In one short line. @param {Mastery | undefined} mastery */
export function inShort(mastery) {
  if (!mastery || mastery.answers === 0) return nothing;
  return mastery.mid === null ? html`<span class="soft">${count(mastery.answers, 'answer')} so far</span>` : figure(mastery);
}
