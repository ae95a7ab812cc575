/** A round of practice that a member of a class shows its reviewer. */
import { html } from 'lit';
import { practisedRound } from '../api.js';
import { ShownResult } from './shown-result.js';

class PractisedRoundPage extends ShownResult {
  get back() {
    return `/classes/${this.params['class'] ?? ''}/practice/${this.params['person'] ?? ''}`;
  }

  async load() {
    this.session = await practisedRound(this.params['class'] ?? '', this.params['person'] ?? '', this.params['round'] ?? '');
  }

  called() {
    return 'Practice';
  }

  crumb() {
    return html`<a href=${this.back}>Back to the rounds</a>`;
  }

  remark() {
    return 'The member chose to show you this round. Corrections are marked as such.';
  }
}
customElements.define('practised-round-page', PractisedRoundPage);
