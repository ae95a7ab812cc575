/** A part of the page that shows an open session: it is drawn again whenever the session tells of a change. */
import { LightElement } from '../lib/page.js';

/** @import { OpenSession } from './open-session.js' */

export class SessionPart extends LightElement {
  /** @type {import('lit').PropertyDeclarations} */
  static properties = { openSession: { attribute: false } };

  /** @type {OpenSession | null} */
  #heard = null;
  #draw = () => this.requestUpdate();

  constructor() {
    super();
    /** @type {OpenSession | null} */
    this.openSession = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#hear(this.openSession);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#hear(null);
  }

  /** @param {Map<PropertyKey, unknown>} changed */
  willUpdate(changed) {
    super.willUpdate(changed);
    if (this.isConnected) this.#hear(this.openSession);
  }

  /** @param {OpenSession | null} openSession */
  #hear(openSession) {
    if (openSession === this.#heard) return;
    this.#heard?.removeEventListener('change', this.#draw);
    openSession?.addEventListener('change', this.#draw);
    this.#heard = openSession;
  }
}
