/** Home: what is unfinished, the start sentence, the last session, the topics. */
import { html } from 'lit';
import { home } from '../api.js';
import { Page } from '../lib/page.js';

/** @import { Home } from '../lib/types.js' */

class HomePage extends Page {
  constructor() {
    super();
    /** @type {Home | null} */
    this.home = null;
  }

  async load() {
    this.home = await home();
  }

  pageTitle() {
    return 'Mock interview';
  }

  sheet() {
    return html`<h1 class="unseen">Mock interview</h1>`;
  }
}
customElements.define('home-page', HomePage);
