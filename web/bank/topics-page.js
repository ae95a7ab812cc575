/** All topics, with what each is about. */
import { html } from 'lit';
import { home } from '../api.js';
import { Page } from '../lib/page.js';
import { count } from '../lib/time.js';
import './topic-list.js';

/** @import { Topic } from '../lib/types.js' */

class TopicsPage extends Page {
  constructor() {
    super();
    /** @type {Topic[]} */
    this.topics = [];
  }

  async load() {
    this.topics = (await home()).topics;
  }

  pageTitle() {
    return 'Topics';
  }

  sheet() {
    const questions = this.topics.reduce((sum, topic) => sum + topic.questions, 0);
    return html`<div class="row">
      <div class="script">
        <h1>Topics</h1>
        <p class="soft">${count(this.topics.length, 'topic')}, ${count(questions, 'question')}.</p>
        <topic-list .topics=${this.topics} summaries></topic-list>
      </div>
      <aside class="margin" aria-label="What the figures mean">
        <p class="remark">The figure is the mean of your latest scores in a topic. Few answers say little.</p>
      </aside>
    </div>`;
  }
}
customElements.define('topics-page', TopicsPage);
