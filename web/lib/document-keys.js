/** Hears the keys of the whole document for as long as an element is in it. */

/** @import { ReactiveController, ReactiveControllerHost } from 'lit' */

/** @implements {ReactiveController} */
export class DocumentKeys {
  /** @param {ReactiveControllerHost} host @param {(event: KeyboardEvent) => void} hear */
  constructor(host, hear) {
    this.hear = hear;
    host.addController(this);
  }

  hostConnected() {
    document.addEventListener('keydown', this.hear);
  }

  hostDisconnected() {
    document.removeEventListener('keydown', this.hear);
  }
}

/**
 * Moves the focus over links, from wherever it is.
 * @param {NodeListOf<HTMLElement>} links
 * @param {number} by
 */
export function walk(links, by) {
  const all = [...links];
  const at = all.findIndex((link) => link === document.activeElement);
  all[Math.max(0, Math.min(all.length - 1, at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by))]?.focus();
}
