/** The keys of a session. Letters go by their place on the keyboard, because Alt changes what they type. */
import { isTyping } from '../lib/keys-sheet.js';

/** @typedef {"next" | "back" | "forward" | "flag" | "skip" | "sure" | "time" | "finish" | "leave" | {jump: number}} Command */

/** @type {Record<string, Command>} */
const WITH_ALT = { ArrowLeft: 'back', ArrowRight: 'forward', KeyF: 'flag', KeyS: 'skip', KeyC: 'sure', KeyT: 'time', KeyQ: 'finish' };
const MAC = /Mac|iPhone|iPad/.test(navigator.userAgent);

/**
 * @param {KeyboardEvent} event
 * @returns {Command | null} what is asked for
 */
export function command(event) {
  const { altKey, ctrlKey, metaKey, shiftKey, code, key } = event;
  if (event.isComposing || event.repeat) return null;
  if (key === 'Enter' && (ctrlKey || metaKey) && !altKey) return 'next';
  if (altKey && !ctrlKey && !metaKey && !shiftKey && !event.getModifierState('AltGraph')) {
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
    if (digit) return { jump: Number(digit) - 1 };
    // there Alt and an arrow go a word further in the text
    if (MAC && code.startsWith('Arrow') && isTyping(event.target)) return null;
    return WITH_ALT[code] ?? null;
  }
  if (!altKey && !ctrlKey && !metaKey && !isTyping(event.target)) {
    if (/^[1-9]$/.test(key)) return { jump: Number(key) - 1 };
    if (key === 'Escape') return 'leave';
  }
  return null;
}
