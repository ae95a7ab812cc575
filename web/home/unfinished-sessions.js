/** The sessions that still take answers, each with the way back into it. */
import { html, nothing } from 'lit';
import { LightElement } from '../lib/page.js';
import { topicNames } from '../lib/names.js';
import '../answer/time-left.js';

/** @import { Summary } from '../lib/types.js' */

/** More than these are folded away. */
const SHOWN = 2;

class UnfinishedSessions extends LightElement {
  static properties = { sessions: { attribute: false }, now: { attribute: false }, quiet: { type: Boolean } };

  constructor() {
    super();
    /** @type {Summary[]} */
    this.sessions = [];
    this.now = 0;
    /** Whether something else on the page comes first. */
    this.quiet = false;
  }

  render() {
    const shown = this.sessions.slice(0, SHOWN);
    const rest = this.sessions.slice(SHOWN);
    return html`<ul class="unfinished-list">
        ${shown.map((session, i) => this.line(session, i === 0 && !this.quiet))}
      </ul>
      ${rest.length > 0
        ? html`<details class="more-unfinished">
            <summary>${rest.length} more unfinished</summary>
            <ul class="unfinished-list">
              ${rest.map((session) => this.line(session, false))}
            </ul>
          </details>`
        : nothing}`;
  }

  /** @param {Summary} session @param {boolean} first whether it is the first thing to do on the page */
  line(session, first) {
    return html`<li class="notice unfinished">
      <p>
        <strong>${session.mode === 'practice' ? 'Unfinished practice' : 'Unfinished'}:</strong>
        ${topicNames(session.topics)}, ${session.answered} of ${session.questions} answered,
        <time-left .clock=${session.clock} .now=${this.now}></time-left>
      </p>
      <p class="actions">
        <a class=${first ? 'action-primary' : 'action'} href="/sessions/${session.id}" ?data-first=${first}
          >Continue${first ? html` <kbd>⏎</kbd>` : nothing}</a
        >
        <a class="action" href="/sessions/${session.id}#finish">Finish now</a>
      </p>
    </li>`;
  }
}
customElements.define('unfinished-sessions', UnfinishedSessions);
