/** Code within a sentence, as packs write it: between backticks. */
import { html } from 'lit';

const CODE = /(`+)(.+?)\1/g;

/** A sentence with its code set as code. @param {string} text */
export function withCode(text) {
  /** @type {unknown[]} */
  const parts = [];
  let from = 0;
  for (const found of text.matchAll(CODE)) {
    parts.push(text.slice(from, found.index), html`<code>${(found[2] ?? '').trim()}</code>`);
    from = found.index + found[0].length;
  }
  return from === 0 ? text : [...parts, text.slice(from)];
}
