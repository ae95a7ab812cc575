/** Whether scores stay hidden until one asks for them; remembered by this browser. */

const KEY = 'hide-scores';

let hidden = remembered();

function remembered() {
  try {
    return localStorage.getItem(KEY) === 'yes';
  } catch {
    return false;
  }
}

export const scoresHidden = () => hidden;

/** @param {boolean} hide */
export function hideScores(hide) {
  hidden = hide;
  try {
    localStorage.setItem(KEY, hide ? 'yes' : 'no');
  } catch {
    // no storage: the choice lasts as long as the page
  }
}
