/** The topics of the item bank, in outline order, each with the way to be asked on it. */
import { html, nothing } from 'lit';
import { LightElement } from '../lib/page.js';
import { count } from '../lib/time.js';
import { inShort } from '../practice/mastery-words.js';

/** @import { Mastery, Topic } from '../lib/types.js' */

class TopicList extends LightElement {
  static properties = { topics: { attribute: false }, mastery: { attribute: false }, summaries: { type: Boolean } };

  constructor() {
    super();
    /** @type {Topic[]} */
    this.topics = [];
    /** @type {Map<string, Mastery>} by topic id */
    this.mastery = new Map();
    /** Whether each says what it is about. */
    this.summaries = false;
  }

  render() {
    return html`<ul class="ruled">
      ${this.topics.map(
        (topic) => html`<li class="topic-line">
          <a class="topic-name" href="/topics/${topic.id}">${topic.title}</a>
          <span class="soft figure topic-size">${count(topic.questions, 'question')}</span>
          <span class="topic-state">${inShort(this.mastery.get(topic.id))}</span>
          <a class="topic-ask" href="/?topic=${topic.id}" aria-label="Ask me on ${topic.title}">ask me</a>
          ${this.summaries ? html`<span class="beneath">${topic.summary}</span>` : nothing}
        </li>`,
      )}
    </ul>`;
  }
}
customElements.define('topic-list', TopicList);
