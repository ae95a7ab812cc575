/** The sessions that still take answers, each with the way back into it. */
import { html } from 'lit';
import { Plain } from '../lib/page.js';
import { topicNames } from '../lib/names.js';
import './time-left.js';

/** @import { Summary } from '../lib/types.js' */

class UnfinishedSessions extends Plain {
  static properties = { sessions: { attribute: false }, now: { attribute: false } };

  constructor() {
    super();
    /** @type {Summary[]} */
    this.sessions = [];
    this.now = 0;
  }

  render() {
    return html`<ul class="unfinished-list">
      ${this.sessions.map(
        (session, i) => html`
          <li class="notice unfinished">
            <p>
              <strong>${session.mode === 'practice' ? 'Unfinished practice' : 'Unfinished'}:</strong>
              ${topicNames(session.topics)}, ${session.answered} of ${session.questions} answered,
              <time-left .clock=${session.clock} .now=${this.now}></time-left>
            </p>
            <p class="actions">
              <a class=${i === 0 ? 'action-primary' : 'action'} href="/sessions/${session.id}" ?data-first=${i === 0}
                >Continue${i === 0 ? html` <kbd>⏎</kbd>` : ''}</a
              >
              <a class="action" href="/sessions/${session.id}#finish">Finish now</a>
            </p>
          </li>`,
      )}
    </ul>`;
  }
}
customElements.define('unfinished-sessions', UnfinishedSessions);
