/** The topics of the item bank, in outline order, each with the way to be asked on it. */
import { html, nothing } from 'lit';
import { Plain } from '../lib/page.js';
import { count } from '../lib/time.js';

/** @import { Topic } from '../lib/types.js' */

class TopicList extends Plain {
  static properties = { topics: { attribute: false }, summaries: { type: Boolean } };

  constructor() {
    super();
    /** @type {Topic[]} */
    this.topics = [];
    /** Whether each says what it is about. */
    this.summaries = false;
  }

  render() {
    return html`<ul class="ruled">
      ${this.topics.map(
        (topic) => html`<li class="topic-line">
          <a class="topic-name" href="/topics/${topic.id}">${topic.title}</a>
          <span class="soft figure topic-size">${count(topic.questions, 'question')}</span>
          <span class="topic-state">${topicState(topic)}</span>
          <a class="topic-ask" href="/?topic=${topic.id}" aria-label="Ask me on ${topic.title}">ask me</a>
          ${this.summaries ? html`<span class="beneath">${topic.summary}</span>` : nothing}
        </li>`,
      )}
    </ul>`;
  }
}
customElements.define('topic-list', TopicList);

/** What is known of the candidate in a topic. @param {Topic} topic */
export function topicState({ answered, percent }) {
  if (answered === 0) return html`<span class="soft">not answered yet</span>`;
  if (percent === null) return html`<span class="soft">${count(answered, 'answer')}, not marked yet</span>`;
  return html`<span class="figure">${percent} %,</span> <span class="soft figure">${count(answered, 'answer')}</span>`;
}
