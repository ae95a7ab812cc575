/** The set-up of a session as one sentence whose words can be changed; Enter starts it. */
import { html, nothing } from 'lit';
import { Problem, bankTags, startSession } from '../api.js';
import { DIFFICULTIES, difficultyWord } from '../lib/difficulty.js';
import { LightElement } from '../lib/page.js';
import { DocumentKeys } from '../lib/document-keys.js';
import { topicNames } from '../lib/names.js';
import { go } from '../lib/router.js';
import { count, inWords } from '../lib/time.js';
import { keepWriteLock } from '../answer/write-lock.js';
import { singleKey } from '../practice/practice-keys.js';
import '../lib/word-choice.js';

/** @import { Home, Pace, StartBody } from '../lib/types.js' */

const COUNTS = [3, 5, 10];
const MOST_QUESTIONS = 100;
const FACTORS = [1, 1.5, 2];
const MOST_MINUTES = 24 * 60;

class StartSentence extends LightElement {
  static properties = {
    home: { attribute: false },
    topic: {},
    first: { type: Boolean },
    setup: { state: true },
    problem: { state: true },
    starting: { state: true },
    tags: { state: true },
  };

  constructor() {
    super();
    /** @type {Home | null} */
    this.home = null;
    /** Id of the one topic to ask about; "" for those of the last set-up. */
    this.topic = '';
    /** Whether starting is the first thing to do on the page. */
    this.first = true;
    /** @type {StartBody | null} */
    this.setup = null;
    /** @type {Problem | null} */
    this.problem = null;
    this.starting = false;
    /** @type {string[] | null} every tag of the bank, once they were wanted */
    this.tags = null;
    new DocumentKeys(this, (event) => {
      if (singleKey(event) !== 'i') return;
      event.preventDefault();
      this.start();
    });
  }

  /** @param {Map<PropertyKey, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('home') && this.home && !this.setup) this.setup = lastSetup(this.home, this.topic);
  }

  /** @param {Partial<StartBody>} part */
  change(part) {
    this.setup = { ...this.set, ...part };
    this.problem = null;
  }

  get set() {
    return /** @type {StartBody} */ (this.setup);
  }

  get topics() {
    return this.home?.topics ?? [];
  }

  /** Topics that are drawn from. */
  get chosen() {
    return this.topics.filter(({ id }) => this.set.topics.some((topic) => topic.id === id));
  }

  focusStart() {
    this.updateComplete.then(() => {
      const start = this.querySelector('.start');
      if (start instanceof HTMLElement) start.focus();
    });
  }

  /** @param {Event} [event] */
  async start(event) {
    event?.preventDefault();
    if (this.starting) return;
    this.starting = true;
    this.problem = null;
    try {
      const session = await startSession(this.set);
      keepWriteLock(session.id, session.writeLock ?? '');
      go(`/sessions/${session.id}`, { state: { fresh: true } });
    } catch (thrown) {
      this.problem = Problem.of(thrown);
    } finally {
      this.starting = false;
    }
  }

  render() {
    if (!this.home || !this.setup) return nothing;
    const { mode, questions } = this.setup;
    return html`
      <form novalidate @submit=${this.start} @chosen=${this.focusStart}>
        <p class="start-sentence">
          Ask me <word-choice label="How many questions" .word=${[inWords(questions), this.difficultyWords()].join(' ').trim()} .choices=${this.countChoices()}></word-choice>
          ${questions === 1 ? 'question' : 'questions'} on
          <word-choice label="Topics" @click=${this.wantTags} .word=${this.topicWords()} .choices=${this.topicChoices()} stop=","></word-choice> give me
          <word-choice label="Time" .word=${this.paceWords()} .choices=${this.paceChoices()} stop=","></word-choice> and mark
          ${questions === 1 ? 'it' : 'them'}
          <word-choice label="When to mark" .word=${mode === 'practice' ? 'one by one' : this.set.followUps ? 'at the end, with follow-ups' : 'at the end'} .choices=${this.modeChoices()} stop="."></word-choice>
        </p>
        ${this.problem ? this.refusal(this.problem) : nothing}
        <p class="actions">
          <button class=${this.first ? 'action-primary start' : 'action start'} type="submit" ?data-first=${this.first} aria-disabled=${this.starting}>
            ${mode === 'interview' ? 'Start' : 'Start practice'} <kbd>${this.first ? '⏎' : 'I'}</kbd>
          </button>
        </p>
      </form>`;
  }

  /** What the server said to the set-up, with the way out of it. @param {Problem} problem */
  refusal(problem) {
    const available = Number(problem.extras['available'] ?? 0);
    return html`
      <div class="notice broken" role="alert"><p>${problem.message}</p>
        ${problem.kind === 'too-few-questions'
          ? html`<p class="actions">
              ${available > 0 ? html`<button class="action" type="button" @click=${() => this.use(available)}>Use ${available}</button>` : nothing}
              ${this.set.topics.length > 0 && !this.set.tag && (this.set.difficulties ?? []).length === 0
                ? html`<button class="action" type="button" @click=${() => this.useAll()}>Draw from all topics</button>`
                : nothing}
            </p>`
          : nothing}
      </div>`;
  }

  /** @param {number} questions */
  use(questions) {
    this.change({ questions });
    this.start();
  }

  useAll() {
    this.change({ topics: [] });
    this.start();
  }

  countChoices() {
    const { questions } = this.set;
    return html`
      <fieldset class="choices stacked">
        <legend class="unseen">How many questions</legend>
        ${COUNTS.map((n) => radio('count', questions === n, () => this.change({ questions: n }), inWords(n)))}
      </fieldset>
      <div class="exact">or ${number('How many questions', questions, 1, MOST_QUESTIONS, (n) => this.change({ questions: n }))}</div>
      <fieldset class="exact">
        <legend class="unseen">Difficulty; none chosen means all</legend>
        ${DIFFICULTIES.map((word) => check((this.set.difficulties ?? []).includes(word), () => this.toggleDifficulty(word), difficultyWord(word)))}
      </fieldset>`;
  }

  /** `junior or senior`; empty if every difficulty will do. */
  difficultyWords() {
    return (this.set.difficulties ?? []).map(difficultyWord).join(' or ');
  }

  /** @param {string} word */
  toggleDifficulty(word) {
    const chosen = this.set.difficulties ?? [];
    const next = DIFFICULTIES.filter((each) => (each === word) !== chosen.includes(each));
    this.change({ difficulties: next.length === DIFFICULTIES.length ? [] : next });
  }

  topicWords() {
    const { tag } = this.set;
    return tag ? `${topicNames(this.chosen)}, tagged ${tag}` : topicNames(this.chosen);
  }

  topicChoices() {
    const chosen = new Set(this.set.topics.map(({ id }) => id));
    return html`
      <fieldset class="choices stacked topics">
        <legend class="unseen">Topics</legend>
        ${check(chosen.size === 0, () => this.change({ topics: [] }), html`<strong>all topics</strong>`)}
        ${this.topics.map(({ id, title, questions }) =>
          html`<div>${check(chosen.has(id), () => this.toggleTopic(id), html`${title} <span class="soft small figure">${questions}</span>`)}${chosen.has(id) && chosen.size > 1 ? this.quota(id, title) : nothing}</div>`,
        )}
      </fieldset>
      <div class="exact"><label for="drawn-tag">only with the tag</label> ${this.tagChoice()}</div>
      <div class="exact">${check(this.set.onlyMarked === true, () => this.change({ onlyMarked: !this.set.onlyMarked }),
        html`only what can be marked <span class="soft small">leaves out what you would mark yourself</span>`)}</div>`;
  }

  /** How many questions a topic gives at least. @param {string} id @param {string} title */
  quota(id, title) {
    const { topics, questions } = this.set;
    const least = topics.find((topic) => topic.id === id)?.atLeast ?? 0;
    /** @param {number} n */
    const atLeast = (n) => this.change({ topics: topics.map((topic) => (topic.id === id ? { id, atLeast: n } : topic)) });
    return html`<div class="topic-quota small soft">at least ${number(`How many at least on ${title}`, least, 0, questions, atLeast)}</div>`;
  }

  tagChoice() {
    const { tag = '' } = this.set;
    const tags = this.tags ?? (tag ? [tag] : []);
    return html`<select class="field" id="drawn-tag" .value=${tag} @change=${(/** @type {Event} */ event) => this.change({ tag: /** @type {HTMLSelectElement} */ (event.target).value })}>
      <option value="" ?selected=${tag === ''}>any</option>
      ${tags.map((one) => html`<option value=${one} ?selected=${one === tag}>${one}</option>`)}
    </select>`;
  }

  /** There are hundreds of tags; they are asked for when the sheet opens. */
  async wantTags() {
    if (this.tags !== null) return;
    try {
      this.tags = await bankTags();
    } catch (thrown) {
      this.problem = Problem.of(thrown);
    }
  }

  /** @param {string} id */
  toggleTopic(id) {
    const { topics } = this.set;
    this.change({ topics: topics.some((topic) => topic.id === id) ? topics.filter((topic) => topic.id !== id) : [...topics, { id }] });
  }

  paceChoices() {
    const { pace } = this.set;
    /** @param {number} n minutes */
    const exactly = (n) => this.pace({ kind: 'timed', seconds: n * 60 });
    const exact = pace.kind === 'timed' ? Math.max(1, Math.round(pace.seconds / 60)) : this.minutes(1);
    return html`
      <fieldset class="choices stacked">
        <legend class="unseen">Time</legend>
        ${FACTORS.map((factor) =>
          radio(
            'pace',
            pace.kind === 'suggested' && pace.factor === factor,
            () => this.pace({ kind: 'suggested', factor }),
            html`about ${count(this.minutes(factor), 'minute')} <span class="soft small">×${factor}${factor === 1 ? ', as suggested' : ''}</span>`,
          ),
        )}
        ${radio('pace', pace.kind === 'untimed', () => this.pace({ kind: 'untimed' }), 'no clock')}
        <div class="exact">
          ${radio('pace', pace.kind === 'timed', () => exactly(exact), 'exactly')}
          ${number('Exactly how many minutes', exact, 1, MOST_MINUTES, exactly)} minutes
        </div>
      </fieldset>
      ${pace.kind === 'untimed'
        ? nothing
        : html`<div class="exact">${check(this.set.overtime === true, () => this.change({ overtime: !this.set.overtime }),
            html`overtime: go on after it <span class="soft small">for as long again; what you write then is kept but not graded</span>`)}</div>`}`;
  }

  modeChoices() {
    const { mode } = this.set;
    return html`
      <fieldset class="choices stacked">
        <legend class="unseen">When to mark</legend>
        ${radio('mode', mode === 'interview', () => this.change({ mode: 'interview', pace: { kind: 'suggested', factor: 1 } }),
          html`at the end <span class="soft small">an interview, one clock</span>`)}
        ${radio('mode', mode === 'practice', () => this.change({ mode: 'practice', pace: { kind: 'untimed' }, followUps: false }),
          html`one by one <span class="soft small">practice, no clock unless you set one</span>`)}
      </fieldset>
      ${mode === 'interview'
        ? html`<div class="exact">${check(this.set.followUps === true, () => this.change({ followUps: !this.set.followUps }),
            html`with follow-ups <span class="soft small">after each answer one more question about it, inside the clock</span>`)}</div>`
        : nothing}`;
  }

  /** @param {Pace} pace */
  pace(pace) {
    this.change({ pace });
  }

  paceWords() {
    const time = this.timeInWords();
    return this.set.overtime && this.set.pace.kind !== 'untimed' ? `${time} and overtime` : time;
  }

  timeInWords() {
    const { pace } = this.set;
    if (pace.kind === 'untimed') return 'no clock';
    if (pace.kind === 'suggested') return `about ${count(this.minutes(pace.factor), 'minute')}`;
    return pace.seconds % 60 === 0 || pace.seconds > 600 ? count(Math.round(pace.seconds / 60), 'minute') : count(pace.seconds, 'second');
  }

  /** What the set-up takes on average: which questions are drawn is known only after the start. @param {number} factor */
  minutes(factor) {
    const topics = this.chosen.length > 0 ? this.chosen : this.topics;
    const questions = topics.reduce((sum, topic) => sum + topic.questions, 0);
    const millis = topics.reduce((sum, topic) => sum + topic.suggestedMillis, 0);
    return Math.max(1, Math.round(((questions > 0 ? millis / questions : 0) * this.set.questions * factor) / 60_000));
  }
}
customElements.define('start-sentence', StartSentence);

/**
 * The last set-up, without topics that the bank lost and without questions that were picked by hand.
 * @param {Home} home @param {string} topic the only one to ask about, "" for those of the set-up
 * @returns {StartBody}
 */
function lastSetup({ setup, topics, onlyMarked, difficulties, tag }, topic) {
  const { mode, questions, pace, overtime = false, followUps = false } = setup;
  /** @type {StartBody["topics"]} */
  const wanted = topic === '' ? setup.topics : [{ id: topic }];
  const known = wanted.filter(({ id }) => topics.some((one) => one.id === id)).map(({ id, atLeast }) => (atLeast ? { id, atLeast } : { id }));
  return { mode, questions, pace, overtime, followUps, onlyMarked, difficulties, tag: topic === '' ? tag : '', topics: known };
}

/** @param {string} name @param {boolean} checked @param {() => void} choose @param {unknown} words */
const radio = (name, checked, choose, words) =>
  html`<label class="choice"><input type="radio" name=${name} .checked=${checked} @change=${choose} /> <span>${words}</span></label>`;

/** @param {boolean} checked @param {() => void} choose @param {unknown} words */
const check = (checked, choose, words) =>
  html`<label class="choice"><input type="checkbox" .checked=${checked} @change=${(/** @type {Event} */ event) => {
    choose();
    /** @type {HTMLInputElement} */ (event.target).checked = checked; // what is ticked follows from the set-up alone
  }} /> <span>${words}</span></label>`;

/** @param {string} label @param {number} value @param {number} min @param {number} max @param {(n: number) => void} choose */
const number = (label, value, min, max, choose) =>
  html`<input type="number" aria-label=${label} inputmode="numeric" min=${min} max=${max} step="1" .value=${String(value)} @input=${(/** @type {Event} */ event) => {
    const typed = Math.round(/** @type {HTMLInputElement} */ (event.target).valueAsNumber);
    if (typed >= min && typed <= max) choose(typed);
  }} />`;
