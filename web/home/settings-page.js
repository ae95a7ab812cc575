/** Settings on one page; every change is kept at once. */
import { html, nothing } from 'lit';
import { health, holdings, home, plan } from '../api.js';
import { signedIn } from '../lib/account.js';
import { hideScores, scoresHidden } from '../lib/hidden-scores.js';
import { Page } from '../lib/page.js';
import { chooseTheme, chosenTheme } from '../lib/themes.js';
import { topicNames } from '../lib/names.js';
import { count, dateInWords, inWords } from '../lib/time.js';
import '../people/your-account.js';
import '../practice/longest-wait.js';

/** @import { Agreement, Health, Holdings, Home, Plan } from '../lib/types.js' */
/** @import { Theme } from '../lib/themes.js' */

/** @type {[Theme, string][]} */
const THEMES = [
  ['system', 'Like the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];

class SettingsPage extends Page {
  constructor() {
    super();
    /** @type {Plan | null} */
    this.plan = null;
    /** @type {Holdings | null} */
    this.holdings = null;
    /** @type {Health | null} */
    this.health = null;
    /** @type {Home | null} */
    this.home = null;
  }

  async load() {
    [this.plan, this.holdings, this.health, this.home] = await Promise.all([plan(), holdings(), health(), home()]);
  }

  pageTitle() {
    return 'Settings';
  }

  sheet() {
    const { interview, memory } = /** @type {Plan} */ (this.plan);
    const held = /** @type {Holdings} */ (this.holdings);
    const { model } = /** @type {Health} */ (this.health);
    const start = /** @type {Home} */ (this.home);
    return html`<div class="row">
      <div class="script settings">
        <h1>Settings</h1>
        <your-account></your-account>
        <section aria-labelledby="set-look">
          <h2 id="set-look">Look</h2>
          <fieldset class="choices">
            <legend class="unseen">Theme</legend>
            ${THEMES.map(
              ([theme, words]) => html`<label class="choice"><input type="radio" name="theme" .checked=${chosenTheme() === theme} @change=${() => chooseTheme(theme)} /> ${words}</label>`,
            )}
          </fieldset>
          <p>
            <label class="choice"><input type="checkbox" .checked=${scoresHidden()} @change=${(/** @type {Event} */ { target }) => hideScores(/** @type {HTMLInputElement} */ (target).checked)} /> Hide scores until I ask for them</label>
          </p>
        </section>
        <section aria-labelledby="set-interview">
          <h2 id="set-interview">Interview</h2>
          <p>It starts with what you chose last: ${lastChoice(start)}. <a href="/">Change the set-up</a></p>
        </section>
        <section aria-labelledby="set-practice">
          <h2 id="set-practice">Practice</h2>
          ${memory ? html`<p>A question comes back when you are about to forget it.</p><longest-wait .days=${memory.mostDays}></longest-wait>` : nothing}
          <p>${interview ? html`Your interview is on ${dateInWords(interview.date)}, with ${count(interview.answersADay, 'answer')} a day.` : 'No interview date is set.'} <a href="/practice/interview">${interview ? 'Change it' : 'Set a date'}</a></p>
        </section>
        <section aria-labelledby="set-marking">
          <h2 id="set-marking">Marking</h2>
          <p>${GRADER[model.state]}${model.reason ? html` ${model.reason}` : nothing}</p>
          <p>${agreed(held.agreement)}</p>
        </section>
        <section aria-labelledby="set-data">
          <h2 id="set-data">Your data</h2>
          <p>${count(held.answers, 'answer')} in ${count(held.sessions, 'session')}, ${count(held.corrections, 'correction')} and ${count(held.notes, 'note')}, ${signedIn() ? 'on this server' : held.folder ? html`on this computer only, in the folder <code class="path">${held.folder}</code>` : 'on this computer only'}.</p>
          <p><a href="/data">Save a copy, see your accepted wordings, or delete everything</a></p>
        </section>
      </div>
      <aside class="margin" aria-label="Saving">
        <p class="remark">Every change counts at once. The look and the hidden scores are kept in this browser. Rejoinder makes no sound unless you have a question read aloud.</p>
      </aside>
    </div>`;
  }
}
customElements.define('settings-page', SettingsPage);

/** How often the grader and the candidate agree. @param {Agreement} agreement */
function agreed({ answers, verdicts, kept, asked, meant }) {
  if (answers === 0) return 'You have not corrected any marks yet. Once you do, this says how often the grader and you agree.';
  const verdict = verdicts > 0 ? ` you left ${kept} of the grader’s ${count(verdicts, 'verdict')} as they were, ${Math.round((100 * kept) / verdicts)} %` : '';
  const question = asked > 0 ? ` you meant ${meant} of the ${count(asked, 'point')} it asked you about` : '';
  return `In the ${answers === 1 ? 'one answer' : `${answers} answers`} whose marks you corrected,${verdict}${verdict && question ? ';' : ''}${question}.`;
}

/** `five questions on all topics, marked at the end` @param {Home} home */
function lastChoice({ setup, topics }) {
  const { mode, questions, pace, followUps } = setup;
  const chosen = topics.filter(({ id }) => setup.topics.some((topic) => topic.id === id));
  const clock = pace.kind === 'untimed' ? 'no clock' : pace.kind === 'timed' ? count(Math.max(1, Math.round(pace.seconds / 60)), 'minute') : pace.factor === 1 ? 'the suggested time' : `${pace.factor} times the suggested time`;
  return `${inWords(questions)} ${questions === 1 ? 'question' : 'questions'} on ${topicNames(chosen)}, ${clock}, marked ${mode === 'practice' ? 'one by one' : followUps ? 'at the end, with follow-ups' : 'at the end'}`;
}

const GRADER = {
  ready: 'The grader is ready. It runs here, without any other service, and the same answer always gets the same mark.',
  loading: 'The grader is still loading. Answers are saved and will be marked when it is ready.',
  broken: 'Answers cannot be marked now.',
};
