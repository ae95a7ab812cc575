/** Single keys of practice: they count only where nothing is typed and nothing lies over the page. */
import { isTyping } from '../lib/keys-sheet.js';

/**
 * The key in small letters, `undo` for Ctrl+Z; null if it belongs to somebody else.
 * @param {KeyboardEvent} event
 */
export function singleKey(event) {
  if (event.defaultPrevented || event.repeat || event.isComposing || event.altKey || isTyping(event.target) || document.querySelector(':popover-open')) return null;
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) return key === 'z' && !event.shiftKey ? 'undo' : null;
  // Enter and Space on a control are its own
  if (key === 'enter' && event.target instanceof Element && event.target.closest('a, button, summary, input:not([type="radio"])')) return null;
  return key;
}
