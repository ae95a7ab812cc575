/** What all pages share: light DOM under the one style sheet, loading, refusals in words, title and focus on arrival. */
import { LitElement, html, nothing } from 'lit';
import { Problem } from '../api.js';
import { go, visitsBefore } from './router.js';

/** An element without a shadow, so that the one style sheet serves it. */
export class LightElement extends LitElement {
  createRenderRoot() {
    return this;
  }
}

/** One page. It says what to load, its title and its sheet; the rest is here. */
export class Page extends LightElement {
  /** @type {import('lit').PropertyDeclarations} */
  static properties = {
    params: { attribute: false },
    problem: { state: true },
    ready: { state: true },
  };

  constructor() {
    super();
    /** @type {Record<string, string>} parts of the path */
    this.params = {};
    /** @type {Problem | null} why it could not be loaded */
    this.problem = null;
    this.ready = false;
    this.arrived = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.open();
  }

  /** Loads again after a problem, or again. */
  async open() {
    this.problem = null;
    try {
      await this.load();
      this.ready = true;
    } catch (thrown) {
      const problem = Problem.of(thrown);
      if (problem.status === 401) {
        go(`/sign-in?to=${encodeURIComponent(location.pathname + location.search + location.hash)}`, { replace: true });
      } else this.problem = problem;
    }
  }

  /** Fetches what the page shows. */
  async load() {}

  /** What the window is called. @returns {string} */
  pageTitle() {
    return '';
  }

  /** What the page shows once it is loaded: rows. @returns {unknown} */
  sheet() {
    return nothing;
  }

  render() {
    if (this.problem) return trouble(this.problem, () => this.open());
    return this.ready ? this.sheet() : waiting('Loading…');
  }

  /** @param {Map<PropertyKey, unknown>} changed */
  updated(changed) {
    super.updated(changed);
    const title = this.problem ? 'Not here' : this.pageTitle();
    if (title) document.title = `${title} - Rejoinder`;
    if (this.arrived || !(this.ready || this.problem)) return;
    this.arrived = true;
    this.dispatchEvent(new Event('page-ready', { bubbles: true }));
    this.arrive();
  }

  /** Puts the focus where reading starts: on what the page marks with `data-first`, else on the heading of a page that was gone to. */
  async arrive() {
    await drawn(this);
    const first = this.querySelector('[data-first]');
    const heading = this.querySelector('h1');
    if (first instanceof HTMLElement) {
      first.focus({ preventScroll: true });
      first.scrollIntoView({ block: 'nearest' });
    } else if (heading && visitsBefore() > 0) focusHeading(heading);
  }
}

/** Waits until an element and the elements in it are drawn. @param {LitElement} root */
export async function drawn(root) {
  await root.updateComplete;
  for (const inner of root.querySelectorAll('*')) if (inner instanceof LitElement) await inner.updateComplete;
}

/** @param {HTMLElement} heading */
export function focusHeading(heading) {
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

/** A line that shows itself only when something takes longer than a second. @param {string} text */
export const waiting = (text) => html`<div class="row"><div class="script"><p class="waiting soft">${text}</p></div><div class="margin"></div></div>`;

/**
 * Why a page cannot be shown, and the way on.
 * @param {Problem} problem
 * @param {() => void} again
 */
export const trouble = (problem, again) => html`
  <div class="row">
    <div class="script">
      <h1>${problem.offline ? 'The server is not responding' : problem.status === 404 ? 'Not here' : 'This did not work'}</h1>
      <div class="notice broken"><p>${problem.message}</p></div>
      <p class="actions">
        ${problem.status === 404 ? nothing : html`<button class="action-primary" type="button" @click=${again}>Try again</button>`}
        <a class=${problem.status === 404 ? 'action-primary' : 'action'} href="/">Home</a> <a class="action-quiet" href="/history">History</a>
      </p>
    </div>
    <div class="margin"></div>
  </div>`;
