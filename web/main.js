/** The shell: running head, the page that the path names, foot, keys sheet. */
import { html, nothing } from 'lit';
import { connection, health } from './api.js';
import { LightElement } from './lib/page.js';
import { leaveWithOthers, signedIn } from './lib/account.js';
import { go, match, place } from './lib/router.js';
import './lib/keys-sheet.js';
import './lib/not-found-page.js';
import { count } from './lib/time.js';
import { singleKey } from './practice/practice-keys.js';
import { startWeak } from './practice/round.js';

/** @import { Entry } from './lib/router.js' */
/** @import { Health } from './lib/types.js' */

/** Every page there is; the first path that fits. @type {Entry[]} */
const PAGES = [
  { path: '/', tag: 'home-page', load: () => import('./home/home-page.js') },
  { path: '/sessions/:id', tag: 'answering-page', load: () => import('./answer/answering-page.js'), whole: true },
  { path: '/sessions/:id/result', tag: 'result-page', load: () => import('./review/result-page.js') },
  { path: '/sessions/:id/change', tag: 'change-page', load: () => import('./practice/change-page.js') },
  { path: '/sessions/:id/questions/:n', tag: 'question-page', load: () => import('./review/question-page.js') },
  { path: '/practice', tag: 'practice-page', load: () => import('./practice/practice-page.js') },
  { path: '/progress', tag: 'progress-page', load: () => import('./practice/progress-page.js') },
  { path: '/practice/interview', tag: 'interview-plan-page', load: () => import('./practice/interview-plan-page.js') },
  { path: '/history', tag: 'history-page', load: () => import('./review/history-page.js') },
  { path: '/job', tag: 'job-page', load: () => import('./home/job-page.js') },
  { path: '/try', tag: 'try-page', load: () => import('./home/try-page.js') },
  { path: '/settings', tag: 'settings-page', load: () => import('./home/settings-page.js') },
  { path: '/sign-in', tag: 'sign-in-page', load: () => import('./people/sign-in-page.js'), bare: true },
  { path: '/sign-in/back', tag: 'back-page', load: () => import('./people/back-page.js'), bare: true },
  { path: '/invitation', tag: 'invitation-page', load: () => import('./people/invitation-page.js'), bare: true },
  { path: '/shared', tag: 'shared-page', load: () => import('./review/shared-page.js'), bare: true },
  { path: '/classes', tag: 'classes-page', load: () => import('./people/classes-page.js') },
  { path: '/classes/:class', tag: 'class-page', load: () => import('./people/class-page.js') },
  { path: '/classes/:class/assignments/:assignment', tag: 'assignment-page', load: () => import('./people/assignment-page.js') },
  { path: '/classes/:class/assignments/:assignment/:person', tag: 'answers-page', load: () => import('./review/answers-page.js') },
  { path: '/classes/:class/practice/:person', tag: 'practised-page', load: () => import('./people/practised-page.js') },
  { path: '/classes/:class/practice/:person/:round', tag: 'practised-round-page', load: () => import('./review/practised-round-page.js') },
  { path: '/people', tag: 'people-page', load: () => import('./people/people-page.js') },
  { path: '/data', tag: 'data-page', load: () => import('./home/data-page.js') },
  { path: '/topics', tag: 'topics-page', load: () => import('./bank/topics-page.js') },
  { path: '/questions', tag: 'bank-page', load: () => import('./bank/bank-page.js') },
  { path: '/questions/import', tag: 'import-page', load: () => import('./bank/import-page.js') },
  { path: '/questions/new', tag: 'question-editor-page', load: () => import('./bank/question-editor-page.js') },
  { path: '/questions/:topic/:slug', tag: 'question-editor-page', load: () => import('./bank/question-editor-page.js') },
  { path: '/topics/:id', tag: 'topic-page', load: () => import('./bank/topic-page.js') },
];

/** @type {Entry} */
const NOT_FOUND = { path: '', tag: 'not-found-page', load: async () => {} };

const NAVIGATION = [
  { path: '/practice', word: 'Practice' },
  { path: '/progress', word: 'Progress' },
  { path: '/history', word: 'History' },
  { path: '/topics', word: 'Topics' },
];

/** Where people sign in, there are others. */
const CLASSES = { path: '/classes', word: 'Classes' };

/** How long to wait before asking again whether the sentence model is loaded. */
const MODEL_LOADING_MILLIS = 2000;

class RejoinderApp extends LightElement {
  static properties = { page: { state: true }, entry: { state: true }, health: { state: true }, arrived: { state: true } };

  constructor() {
    super();
    /** @type {HTMLElement | null} */
    this.page = null;
    /** @type {Entry | null} */
    this.entry = null;
    /** @type {Health | null} */
    this.health = null;
    /** Whether a page was there once: a foot before the first would be pushed down by it. */
    this.arrived = false;
    this.visit = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    place.addEventListener('change', () => this.show());
    connection.addEventListener('back', () => this.askHealth());
    this.addEventListener('page-ready', () => (this.arrived = true));
    this.addEventListener('bank-changed', () => this.askHealth());
    // on the window: a page that has a use of its own for the key is asked before
    window.addEventListener('keydown', (event) => this.practise(event));
    if (signedIn()) leaveWithOthers();
    this.show();
    this.askHealth();
  }

  async show() {
    const visit = ++this.visit;
    const { entry, params } = match(PAGES, location.pathname) ?? { entry: NOT_FOUND, params: {} };
    try {
      await entry.load();
    } catch {
      // a module that did not come: the server is gone, or newer than this page
      if (visit === this.visit) this.put(NOT_FOUND, { unreachable: 'yes' });
      return;
    }
    if (visit === this.visit) this.put(entry, params);
  }

  /** @param {Entry} entry @param {Record<string, string>} params */
  put(entry, params) {
    this.entry = entry;
    this.page = Object.assign(document.createElement(entry.tag), { params });
  }

  /** P starts practice from every page that does not take the key for itself. @param {KeyboardEvent} event */
  practise(event) {
    if (this.entry?.whole || singleKey(event) !== 'p') return;
    event.preventDefault();
    startWeak().catch(() => go('/practice')); // which says why
  }

  async askHealth() {
    try {
      this.health = await health();
      if (this.health.model.state === 'loading') setTimeout(() => this.askHealth(), MODEL_LOADING_MILLIS);
    } catch {
      this.health = null; // the page itself says that the server is gone
    }
  }

  render() {
    if (this.entry?.whole) return html`${this.page}<keys-sheet></keys-sheet>`;
    if (this.entry?.bare) {
      return html`<header class="running-head"><span class="wordmark">Rejoinder</span></header>
        <main class="sheet" id="sheet" tabindex="-1">${this.page}</main>`;
    }
    return html`
      <header class="running-head">
        <a class="wordmark" href="/" aria-label="Rejoinder, home" aria-current=${here('/') ?? nothing}>Rejoinder</a>
        <nav class="main-nav" aria-label="Main">
          <ul>
            ${(signedIn() ? [...NAVIGATION, CLASSES] : NAVIGATION).map(
              ({ path, word }) => html`<li><a href=${path} aria-current=${here(path) ?? nothing}>${word}</a></li>`,
            )}
          </ul>
        </nav>
        <div class="head-tools">
          <button class="action-quiet" type="button" popovertarget="keys">Keys <kbd>?</kbd></button>
          <a href="/settings" aria-current=${here('/settings') ?? nothing}>Settings</a>
        </div>
      </header>
      <main class="sheet" id="sheet" tabindex="-1">${this.page}</main>
      ${this.arrived
        ? html`<footer class="foot">
            <p>${signedIn() ? 'What you type is kept on this server.' : 'Nothing you type leaves this computer.'}</p>
            ${this.health ? foot(this.health) : nothing}
          </footer>`
        : nothing}
      <keys-sheet></keys-sheet>`;
  }
}
customElements.define('rejoinder-app', RejoinderApp);

/** @param {string} path @returns {"page" | "true" | null} */
function here(path) {
  if (location.pathname === path) return 'page';
  return path !== '/' && location.pathname.startsWith(`${path}/`) ? 'true' : null;
}

/** @param {Health} said */
function foot(said) {
  const words = { loading: 'The grader is still loading. Answers are saved and will be marked when it is ready.', ready: '', broken: `Answers cannot be marked now: ${said.model.reason}` };
  const line = words[said.model.state];
  return html`<p>${count(said.bank.questions, 'question')}, ${count(said.bank.topics, 'topic')}</p>
    ${line ? html`<p class=${said.model.state === 'broken' ? 'failed-word' : ''}>${line}</p>` : nothing}
    <p class="apart">Rejoinder ${said.version}</p>`;
}
