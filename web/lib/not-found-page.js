/** What is shown for a path that names no page. */
import { html } from 'lit';
import { Page } from './page.js';

class NotFoundPage extends Page {
  pageTitle() {
    return 'Not here';
  }

  sheet() {
    const gone = 'unreachable' in this.params;
    return html`
      <div class="row">
        <div class="script">
          <h1>${gone ? 'This page could not be loaded' : 'Page not found'}</h1>
          ${gone
            ? html`<p>The server is not responding, or it is newer than this page. Start it if it is not running, then reload.</p>`
            : html`<p>Nothing is kept under <code>${location.pathname}</code>. The address may be mistyped, or what it named was deleted.</p>`}
          <p class="actions">
            ${gone
              ? html`<button class="action-primary" type="button" @click=${() => location.reload()}>Reload</button>`
              : html`<a class="action-primary" href="/">Home</a>`}
            <a class="action-quiet" href="/history">History</a>
          </p>
        </div>
        <div class="margin"></div>
      </div>`;
  }
}
customElements.define('not-found-page', NotFoundPage);
