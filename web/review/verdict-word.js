/** A verdict as sign and word. */
import { html } from 'lit';
import { WORDS } from './points.js';

/** @import { Kind } from './points.js' */

/** @param {Kind} kind */
export const verdictWord = (kind) => html`<span class="verdict ${kind}"><span class="sign" aria-hidden="true"></span><span class="word">${WORDS[kind]}</span></span>`;
