/** Topics with what is known of each: the word, the figure with its band, the ruler, what it rests on and what waits. */
import { html, nothing } from 'lit';
import { LightElement } from '../lib/page.js';
import { count } from '../lib/time.js';
import { figure, trend } from './mastery-words.js';
import './mastery-ruler.js';

/** @import { Mastery, Topic } from '../lib/types.js' */

/** How many answers an estimate takes. */
const LEAST_ANSWERS = 3;

class MasteryTable extends LightElement {
  static properties = { topics: { attribute: false }, sizes: { attribute: false }, due: { attribute: false }, labelled: {} };

  constructor() {
    super();
    /** @type {Mastery[]} with answers, in the order in which they are shown */
    this.topics = [];
    /** @type {Map<string, Topic>} by id */
    this.sizes = new Map();
    /** @type {Map<string, number>} questions due today, by topic */
    this.due = new Map();
    /** Id of the heading. */
    this.labelled = '';
  }

  render() {
    const few = this.topics.every(({ mid }) => mid === null);
    const waiting = this.topics.some(({ id }) => this.due.has(id));
    return html`<table class="register stack mastery-table ${few ? 'few' : ''}" aria-labelledby=${this.labelled}>
      <colgroup>
        <col /><col /><col />${waiting ? html`<col />` : nothing}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">Topic</th>
          <th scope="col" colspan="2">Mastery</th>
          ${waiting ? html`<th scope="col" class="number">Due</th>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${this.topics.map(
          (topic) => html`<tr>
            <th scope="row"><a href="/topics/${topic.id}">${topic.title}</a><span class="beneath small soft">${count(topic.answers, 'answer')}${unseen(this.sizes.get(topic.id))}</span></th>
            ${topic.mid === null ? html`<td colspan="2" class="soft"><span class="answers-so-far" aria-hidden="true">${'●'.repeat(topic.answers)}${'○'.repeat(Math.max(0, LEAST_ANSWERS - topic.answers))}</span><span class="unseen">${topic.word}</span></td>` : measured(topic)}
            ${waiting ? html`<td class="number" data-label="due">${this.due.has(topic.id) ? html`<strong>${this.due.get(topic.id)}</strong>` : nothing}</td>` : nothing}
          </tr>`,
        )}
      </tbody>
    </table>`;
  }
}
customElements.define('mastery-table', MasteryTable);

/** How many questions of a topic wait for a first answer. @param {Topic | undefined} topic */
function unseen(topic) {
  if (!topic) return '';
  return topic.unseen === 0 ? `; all ${count(topic.questions, 'question')} answered` : `; ${topic.unseen} of ${count(topic.questions, 'question')} never answered`;
}

/** @param {Mastery} topic one with a number */
const measured = (topic) => html`<td class="known"><span class="mastery-word">${topic.word}</span> ${figure(topic)} ${trend(topic)}</td>
  <td class="ruler-cell"><mastery-ruler .mastery=${topic}></mastery-ruler></td>`;
