/** Missed points out of the two shapes in which the server tells of them. */
import { count } from '../lib/time.js';

/** @import { NeverHit, WeakPoint } from '../lib/types.js' */
/** @import { MissedPoint } from './weak-points.js' */

/** @param {WeakPoint[]} points @returns {MissedPoint[]} */
export const missedAgain = (points) =>
  points.flatMap(({ statement, missed, answers, said, lines, ask, places }) => {
    const [first] = places;
    const since = lines === 0 ? '' : `, said in ${said} of ${count(lines, 'line')} since`;
    return first ? [{ statement, ask, said: `${answers === 1 ? 'Missed in your one answer' : `Missed in ${missed} of the last ${answers} answers`}${since}`, question: first.id, point: first.point, where: places }] : [];
  });

/** @param {NeverHit[]} points @returns {MissedPoint[]} */
export const neverSaid = (points) =>
  points.map(({ id, prompt, point, statement, answers, ask }) => ({
    statement,
    ask,
    said: answers === 1 ? 'Not in your one answer' : `In none of ${answers} answers`,
    question: id,
    point,
    where: [{ id, prompt }],
  }));
