/** The question editor: everything that a pack holds of a question, an answer to try beside it, and what is wrong in words. */
import { html, nothing } from 'lit';
import { Problem, addQuestion, deleteQuestion, editableQuestion, findQuestions, proposePoints, questionProblems, saveQuestion } from '../api.js';
import { Page } from '../lib/page.js';
import { go } from '../lib/router.js';
import { DIFFICULTIES, difficultyWord } from '../lib/difficulty.js';
import { capital } from '../lib/time.js';
import { unwrapped } from '../lib/words.js';
import './edit-points.js';
import { letterWords } from './letters.js';
import './proposed-points.js';
import './try-answer.js';

/** @import { EditableQuestion, EditedMisconception, EditedPoint, EditedQuestion, TopicName } from '../lib/types.js' */

/** How long to wait after the last key before what was written is checked. */
const PATIENCE_MILLIS = 800;

/** @type {EditedQuestion} */
const EMPTY = { prompt: '', context: '', difficulty: 'middle', minutes: 3, tags: [], references: [{ label: '', text: '' }], points: [], proposed: [], misconceptions: [], followUp: '', followUpReference: '', followUpPoints: [], sources: [] };

class QuestionEditorPage extends Page {
  static properties = {
    opened: { state: true },
    question: { state: true },
    problems: { state: true },
    refused: { state: true },
    said: { state: true },
    deleting: { state: true },
  };

  constructor() {
    super();
    /** The question as it is kept; null for a new one. @type {EditableQuestion | null} */
    this.opened = null;
    /** @type {EditedQuestion} */
    this.question = EMPTY;
    /** @type {TopicName[]} */
    this.topics = [];
    this.topic = '';
    /** What is wrong, in words. @type {string[]} */
    this.problems = [];
    /** @type {Problem | null} */
    this.refused = null;
    this.said = '';
    this.deleting = false;
    this.dirty = false;
    /** Answers as they are kept, by how they are shown: what nobody changed is saved as it was. @type {Map<string, string>} */
    this.kept = new Map();
    this.asked = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    this.leaving = (/** @type {BeforeUnloadEvent} */ event) => {
      if (this.dirty) event.preventDefault();
    };
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('beforeunload', this.leaving);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('beforeunload', this.leaving);
    clearTimeout(this.timer);
  }

  async load() {
    const { topic, slug } = this.params;
    this.topics = (await findQuestions({}, 0)).topics;
    if (topic && slug) this.take(await editableQuestion(`${topic}/${slug}`));
  }

  /** @param {EditableQuestion} opened */
  take(opened) {
    this.opened = opened;
    this.topic = opened.topic.title;
    const { question } = opened;
    this.kept = new Map([...question.references.map(({ text }) => text), question.followUpReference].map((text) => [unwrapped(text), text]));
    const references = question.references.length > 0 ? question.references : [{ label: '', text: '' }];
    this.question = { ...question, references: references.map((one) => ({ ...one, text: unwrapped(one.text) })), followUpReference: unwrapped(question.followUpReference) };
    this.problems = opened.problems;
    this.dirty = false;
  }

  pageTitle() {
    return this.opened ? 'Edit a question' : 'Write a question';
  }

  /** @returns {EditedQuestion} */
  toSave() {
    const { question } = this;
    const asKept = (/** @type {string} */ text) => this.kept.get(text) ?? text;
    return { ...question, references: question.references.map((one) => ({ ...one, text: asKept(one.text) })), followUpReference: asKept(question.followUpReference) };
  }

  /** @param {Partial<EditedQuestion>} part */
  change(part) {
    this.question = { ...this.question, ...part };
    this.dirty = true;
    this.said = '';
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.check(), PATIENCE_MILLIS);
  }

  async check() {
    const asked = ++this.asked;
    try {
      const problems = this.question.prompt.trim() === '' ? [] : await questionProblems(this.question);
      if (asked === this.asked) this.problems = problems;
    } catch {
      // saving says what is wrong with the server
    }
  }

  /** @param {Event} event */
  async save(event) {
    event.preventDefault();
    try {
      this.refused = null;
      if (this.opened) {
        const { id, mark, topic } = this.opened;
        const moved = this.topic.trim() !== topic.title;
        this.take(await saveQuestion(id, mark, this.toSave(), moved ? this.topic : undefined));
        this.said = 'Saved. It is asked like this from now on.';
        if (moved) history.replaceState(null, '', `/questions/${this.opened.id}`);
      } else {
        const added = await addQuestion(this.topic, this.question);
        this.dirty = false;
        go(`/questions/${added.id}`, { replace: true });
      }
    } catch (thrown) {
      this.refused = Problem.of(thrown);
      const listed = this.refused.extras['problems'];
      if (Array.isArray(listed)) this.problems = listed;
      await this.updateComplete;
      this.querySelector('[role="alert"]')?.scrollIntoView({ block: 'nearest' });
    }
  }

  async propose() {
    try {
      this.refused = null;
      const found = await proposePoints(this.question.prompt, this.question.references[0]?.text ?? '');
      if (found.length === 0) this.said = 'Nothing in the full answer can serve as a point; write the points yourself.';
      else {
        this.change({ proposed: found.filter(({ id }) => this.question.points.every((point) => point.id !== id)) });
      }
    } catch (thrown) {
      this.refused = Problem.of(thrown);
    }
  }

  /** @param {EditedPoint[]} some @param {boolean} kept */
  decide(some, kept) {
    const { points, proposed } = this.question;
    const fresh = some.filter(({ id }) => points.every((point) => point.id !== id));
    this.change({ proposed: proposed.filter((point) => !some.includes(point)), ...(kept ? { points: [...points, ...fresh] } : {}) });
  }

  async erase() {
    const { id } = /** @type {EditableQuestion} */ (this.opened);
    try {
      await deleteQuestion(id);
      this.dirty = false;
      go('/questions', { replace: true });
    } catch (thrown) {
      this.refused = Problem.of(thrown);
    }
  }

  sheet() {
    const { prompt, context, references, points, proposed, misconceptions, difficulty, minutes, tags, followUp, followUpReference, followUpPoints, sources } = this.question;
    const { opened } = this;
    const hasAnswer = references.some(({ text }) => text.trim() !== '');
    return html`<div class="row">
      <form class="script question-editor" novalidate @submit=${this.save}>
        <p class="crumb">${opened ? html`<a href="/questions?topic=${opened.topic.id}">${opened.topic.title}</a>` : html`<a href="/questions">Questions</a>`}</p>
        <h1>${this.pageTitle()}</h1>
        ${opened && !opened.own ? html`<p class="notice">This topic came along with Rejoinder. Saving puts a copy of it into your data folder, and from then on yours is asked.</p>` : nothing}
        ${opened && opened.letter !== '' && (opened.own || opened.letter !== 'A') ? html`<p class="small soft">${letterWords(opened.letter)}: ${opened.reason.charAt(0).toLowerCase()}${opened.reason.slice(1)}</p>` : nothing}
        ${opened ? nothing : this.topicField()}
        <div class="field"><label for="prompt">Question</label><textarea class="boxed" id="prompt" rows="2" dir="auto" .value=${prompt} @input=${(/** @type {Event} */ { target }) => this.change({ prompt: text(target) })}></textarea></div>
        <div class="field"><label for="context">Shown with it</label><textarea class="boxed" id="context" rows="1" dir="auto" placeholder="Code or a situation; empty if there is none" .value=${context} @input=${(/** @type {Event} */ { target }) => this.change({ context: text(target) })}></textarea></div>
        ${references.map((reference, at) => this.reference(reference, at))}
        <p><button class="quiet" type="button" @click=${() => this.change({ references: [...references, { label: 'short', text: '' }] })}>Add a shorter answer</button></p>
        <section aria-labelledby="points-head">
          <h2 id="points-head">Points</h2>
          <p class="small soft">Core points are expected and share 100 by their weight. A bonus can make up for a missing one. Without points an answer is compared with the full answer.</p>
          <proposed-points .points=${proposed} @accepted=${(/** @type {CustomEvent<EditedPoint[]>} */ { detail }) => this.decide(detail, true)} @refused=${(/** @type {CustomEvent<EditedPoint[]>} */ { detail }) => this.decide(detail, false)}></proposed-points>
          <edit-points .points=${points} @points=${(/** @type {CustomEvent<EditedPoint[]>} */ { detail }) => this.change({ points: detail })}></edit-points>
          ${hasAnswer && points.length + proposed.length === 0 ? html`<p><button class="action" type="button" @click=${this.propose}>Propose points from the full answer</button></p>` : nothing}
        </section>
        <section aria-labelledby="wrong-head">
          <h2 id="wrong-head">What people get wrong</h2>
          ${misconceptions.map((wrong, at) => this.wrong(wrong, at))}
          ${points.length > 0
            ? html`<p><button class="quiet" type="button" @click=${() => this.change({ misconceptions: [...misconceptions, { point: points[0]?.id || '1', statement: '', why: '', truths: [] }] })}>Add ${misconceptions.length > 0 ? 'another' : 'one'}</button></p>`
            : html`<p class="small soft">Each contradicts a point, so write the points first.</p>`}
        </section>
        <details class="more-of-question"><summary>${opened ? 'Topic, time' : 'Time'}, difficulty, tags, follow-up, sources</summary>
          ${opened ? this.topicField() : nothing}
          <div class="pair">
            <div class="field"><label for="minutes">Minutes</label><input type="number" id="minutes" min="1" max="60" .value=${String(minutes)} @change=${(/** @type {Event} */ { target }) => this.change({ minutes: Math.max(1, Math.min(60, Number(text(target)) || 1)) })} /></div>
            <div class="field"><label for="difficulty">Difficulty</label><select class="field" id="difficulty" @change=${(/** @type {Event} */ { target }) => this.change({ difficulty: text(target) })}>
              ${DIFFICULTIES.map((word) => html`<option value=${word} ?selected=${word === difficulty}>${capital(difficultyWord(word))}</option>`)}</select></div>
          </div>
          <div class="field"><label for="tags">Tags, with commas between</label><input type="text" id="tags" .value=${tags.join(', ')} @change=${(/** @type {Event} */ { target }) => this.change({ tags: text(target).split(',').map((tag) => tag.trim()).filter((tag) => tag !== '') })} /></div>
          <div class="field"><label for="follow-up">What the interviewer asks next</label><textarea class="boxed" id="follow-up" rows="1" dir="auto" .value=${followUp} @input=${(/** @type {Event} */ { target }) => this.change({ followUp: text(target) })}></textarea></div>
          ${followUp.trim() === ''
            ? nothing
            : html`<div class="field"><label for="follow-up-answer">A good answer to it</label><textarea class="boxed" id="follow-up-answer" rows="2" dir="auto" placeholder="With points below it is marked; empty if it is only asked" .value=${followUpReference} @input=${(/** @type {Event} */ { target }) => this.change({ followUpReference: text(target) })}></textarea></div>
                <edit-points of="follow-up" .points=${followUpPoints} @points=${(/** @type {CustomEvent<EditedPoint[]>} */ { detail }) => this.change({ followUpPoints: detail })}></edit-points>`}
          <div class="field"><label for="sources">Sources, one per line: title, then address</label><textarea class="boxed" id="sources" rows="2" .value=${sources.map(({ title, url }) => `${title} ${url}`).join('\n')} @change=${(/** @type {Event} */ { target }) => this.change({ sources: sourcesOf(text(target)) })}></textarea></div>
        </details>
        ${this.problems.length > 0 ? html`<div class="notice broken" role="status"><p>${this.problems.length === 1 ? 'One thing needs changing:' : 'These things need changing:'}</p><ul>${this.problems.map((problem) => html`<li>${problem}</li>`)}</ul></div>` : nothing}
        ${this.refused && !this.problems.includes(this.refused.message) ? html`<div class="notice broken" role="alert"><p>${this.refused.message}</p></div>` : nothing}
        <p class="actions"><button class="action-primary" type="submit">Save</button> <a class="action" href="/questions">${this.dirty ? 'Cancel' : 'All questions'}</a> <span class="small" role="status">${this.said}</span></p>
        ${opened
          ? this.deleting
            ? html`<p class="notice broken">It will not be asked again; sessions that asked it keep it. <button class="action action-small" type="button" @click=${this.erase}>Delete it</button> <button class="quiet" type="button" @click=${() => (this.deleting = false)}>Keep it</button></p>`
            : html`<p><button class="quiet" type="button" @click=${() => (this.deleting = true)}>Delete this question…</button></p>`
          : nothing}
      </form>
      <aside class="margin" aria-label="Try an answer"><div class="stay">
        ${hasAnswer ? html`<try-answer .question=${this.question}></try-answer>` : html`<p class="remark">Without a full answer you mark your answers yourself.</p>`}
      </div></aside>
    </div>`;
  }

  topicField() {
    const { opened } = this;
    return html`<div class="field"><label for="topic">Topic</label><input type="text" id="topic" list="topics" autocomplete="off" required .value=${this.topic} @input=${(/** @type {Event} */ { target }) => this.choose(text(target))} />
      ${opened && this.topic.trim() !== opened.topic.title ? html`<p class="hint">Saving moves it there. Answers that you gave stay in the history under “${opened.topic.title}”.</p>` : nothing}
      <datalist id="topics">${this.topics.map(({ title }) => html`<option value=${title}></option>`)}</datalist></div>`;
  }

  /** @param {string} topic */
  choose(topic) {
    this.topic = topic;
    this.dirty = true;
    this.requestUpdate();
  }

  /** @param {{label: string, text: string}} reference @param {number} at */
  reference(reference, at) {
    const { references } = this.question;
    const set = (/** @type {string} */ value) => this.change({ references: references.map((one, i) => (i === at ? { ...one, text: value } : one)) });
    const label = (/** @type {string} */ value) => this.change({ references: references.map((one, i) => (i === at ? { ...one, label: value } : one)) });
    return html`<div class="field"><label for="reference-${at}">${at === 0 ? 'Full answer' : `Answer ${at + 1}${reference.label ? ` (${reference.label})` : ''}`}</label>
      ${at > 0
        ? html`<span class="one-line"><input type="text" aria-label="What answer ${at + 1} is called" placeholder="Its name, as terse" .value=${reference.label} @change=${(/** @type {Event} */ { target }) => label(text(target))} /><button class="quiet" type="button" @click=${() => this.change({ references: references.filter((_, i) => i !== at) })}>Remove answer ${at + 1}</button></span>`
        : nothing}
      <textarea class="boxed" id="reference-${at}" rows=${at === 0 ? 5 : 3} dir="auto" placeholder="As a good candidate would say it" .value=${reference.text} @input=${(/** @type {Event} */ { target }) => set(text(target))}></textarea></div>`;
  }

  /** @param {EditedMisconception} wrong @param {number} at */
  wrong(wrong, at) {
    const { misconceptions, points } = this.question;
    const set = (/** @type {Partial<EditedMisconception>} */ part) => this.change({ misconceptions: misconceptions.map((one, i) => (i === at ? { ...one, ...part } : one)) });
    const n = at + 1;
    return html`<div class="pair wrong">
      <div class="field"><label for="wrong-${n}">They say</label><textarea class="boxed" id="wrong-${n}" rows="2" dir="auto" .value=${wrong.statement} @input=${(/** @type {Event} */ { target }) => set({ statement: text(target) })}></textarea></div>
      <div class="field"><label for="why-${n}">In fact</label><textarea class="boxed" id="why-${n}" rows="2" dir="auto" .value=${wrong.why} @input=${(/** @type {Event} */ { target }) => set({ why: text(target) })}></textarea></div>
      <div class="field"><label for="truths-${n}">True statements that sound like it, one per line</label><textarea class="boxed" id="truths-${n}" rows="1" dir="auto" .value=${wrong.truths.join('\n')} @change=${(/** @type {Event} */ { target }) => set({ truths: text(target).split('\n').filter((one) => one.trim() !== '') })}></textarea></div>
      <div class="field against"><label for="against-${n}">Against point</label><select class="field" id="against-${n}" @change=${(/** @type {Event} */ { target }) => set({ point: text(target) })}>
        ${points.map((point, i) => html`<option value=${point.id || String(i + 1)} ?selected=${(point.id || String(i + 1)) === wrong.point}>${i + 1}</option>`)}</select>
        <button class="quiet" type="button" @click=${() => this.change({ misconceptions: misconceptions.filter((_, i) => i !== at) })}>Remove</button></div>
    </div>`;
  }
}
customElements.define('question-editor-page', QuestionEditorPage);

/** @param {EventTarget | null} field */
const text = (field) => /** @type {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} */ (field).value;

/** @param {string} typed */
const sourcesOf = (typed) =>
  typed
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => {
      const url = /\S+$/.exec(one)?.[0] ?? '';
      return { title: one.slice(0, one.length - url.length).trim() || url, url };
    });
