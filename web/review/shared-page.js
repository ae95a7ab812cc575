/** A result that somebody shared: read by whoever has its link, which comes after the # of the address, where no server sees it. */
import { Problem, shared } from '../api.js';
import { ShownResult } from './shown-result.js';

class SharedPage extends ShownResult {
  constructor() {
    super();
    this.link = location.hash.slice(1);
  }

  async load() {
    if (this.link === '') throw new Problem('no-such-link', 404, 'This link is incomplete; open it as it was sent to you.');
    this.session = await shared(this.link);
  }

  called() {
    return 'Shared result';
  }

  crumb() {
    return 'A shared result';
  }

  remark() {
    return 'Somebody shared this result with you. Rejoinder marked the answers against the points that a good answer makes. Corrections are marked as such.';
  }
}
customElements.define('shared-page', SharedPage);
