/** What an import of the same files changes, and what shall become of it. Tells `again` with one of update, both, skip, and `take-out` with whether what is gone goes. */
import { html, nothing } from 'lit';
import { emit } from '../lib/emit.js';
import { LightElement } from '../lib/page.js';
import { capital } from '../lib/time.js';

/** @import { ImportPreview } from '../lib/types.js' */

/** @type {["update" | "both" | "skip", string][]} */
const WAYS = [
  ['update', 'Update'],
  ['both', 'Keep both'],
  ['skip', 'Skip'],
];

class ImportAgain extends LightElement {
  static properties = { preview: { attribute: false } };

  constructor() {
    super();
    /** @type {ImportPreview | null} */
    this.preview = null;
  }

  render() {
    if (!this.preview) return nothing;
    const { changed, fresh, gone, same, kept } = this.preview;
    if (changed + gone.length + same === 0) return nothing;
    const parts = [...(changed ? [`${changed} changed`] : []), ...(fresh ? [`${fresh} new`] : []), ...(gone.length ? [`${gone.length} gone`] : []), ...(same ? [`${same} the same`] : [])];
    return html`<section class="notice" aria-label="Since the last import">
      <p>${capital(parts.join(', '))} since the last import.${kept > 0 ? html` You changed ${kept === 1 ? 'one of them' : `${kept} of them`} here; ${kept === 1 ? 'it stays' : 'they stay'} as ${kept === 1 ? 'it is' : 'they are'} unless you choose Update.` : nothing}</p>
      ${changed > 0
        ? html`<fieldset class="choices"><legend>What the file changed</legend>
            ${WAYS.map(([way, word]) => html`<label class="choice"><input type="radio" name="again" value=${way} ?checked=${way === 'update' && kept === 0} @change=${() => emit(this, 'again', way)} /> ${word}</label>`)}
          </fieldset>`
        : nothing}
      ${gone.length > 0
        ? html`<label class="choice"><input type="checkbox" @change=${(/** @type {Event} */ { target }) => emit(this, 'take-out', /** @type {HTMLInputElement} */ (target).checked)} />
            Take out ${gone.length === 1 ? html`“${gone[0]?.prompt}”` : `the ${gone.length} that are gone`}; your answers stay in the history</label>`
        : nothing}
    </section>`;
  }
}
customElements.define('import-again', ImportAgain);
