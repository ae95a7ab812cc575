/** The only place that sets raw HTML. */
import { unsafeHTML } from 'lit/directives/unsafe-html.js';

/**
 * HTML that the server rendered from a pack and cleaned against its allow-list (`promptHtml`, `contextHtml`, a reference's `html`). Never anything typed.
 * @param {string} html
 */
export const fromServer = (html) => unsafeHTML(html);
