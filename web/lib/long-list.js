/** Lists that may be long: the first lines, a way to ask for more, and a field that finds names in them. */
import { html, nothing } from 'lit';

/** Lines before one has to ask for more, and how many more one gets. */
export const PAGE = 100;

/** @param {number} shown @param {number} found @param {() => unknown} more */
export const showMore = (shown, found, more) => (shown < found ? html`<p class="actions"><button class="action" type="button" @click=${more}>Show more</button></p>` : nothing);

/** Looking for names, once there are too many to see at a glance. @param {string} words @param {number} found @param {(event: Event) => unknown} find */
export const findName = (words, found, find) =>
  words === '' && found <= PAGE / 10
    ? nothing
    : html`<p class="field"><label for="find">Find a name</label><input type="search" id="find" dir="auto" .value=${words} autocomplete="off" @input=${find} /></p>`;
