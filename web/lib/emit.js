/** Tells those around an element what happened in it. @param {Element} from @param {string} what @param {unknown} [detail] */
export const emit = (from, what, detail) => from.dispatchEvent(new CustomEvent(what, { detail, bubbles: true }));
