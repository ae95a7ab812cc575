/** The write lock of a session: one window has it. Windows of one browser ask each other who is open; the server decides. */

const CHANNEL = 'rejoinder-pens';
/** How long a live window has to answer. */
const ANSWER_MILLIS = 300;
/** How long a window that writes may take to save before another takes over. */
const HANDOVER_MILLIS = 1000;

/** @param {string} session */
const key = (session) => `write-lock:${session}`;

/** @param {string} session @returns {string} this window's write lock, "" if it has none */
export function writeLockOf(session) {
  try {
    return sessionStorage.getItem(key(session)) ?? '';
  } catch {
    return '';
  }
}

/** @param {string} session @param {string} writeLock */
export function keepWriteLock(session, writeLock) {
  try {
    sessionStorage.setItem(key(session), writeLock);
  } catch {
    // no storage: after a reload this window takes over from itself
  }
}

/** @param {string} session */
export function forgetWriteLock(session) {
  try {
    sessionStorage.removeItem(key(session));
  } catch {
    // nothing was kept
  }
}

/**
 * @typedef {object} Holder a window, as the others know it
 * @property {() => boolean} holds whether it writes
 * @property {() => Promise<void>} save saves what it has, because another takes over
 * @property {() => void} lost another took over
 * @property {() => void} news the window that writes has saved
 */

/** A window's word with the other windows of this browser about one session. */
export class WriteLockTalk {
  /** @param {string} session @param {Holder} holder */
  constructor(session, holder) {
    this.session = session;
    this.holder = holder;
    this.me = String(Math.random());
    /** @type {Map<string, () => void>} what is waited for, by the word that ends it */
    this.awaited = new Map();
    this.channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL);
    this.channel?.addEventListener('message', ({ data }) => {
      if (data.session === session && data.from !== this.me) this.hear(data.says);
    });
  }

  /** @param {string} says */
  say(says) {
    this.channel?.postMessage({ session: this.session, from: this.me, says });
  }

  /** @param {string} says */
  hear(says) {
    this.awaited.get(says)?.();
    if (!this.holder.holds()) {
      if (says === 'there is news') this.holder.news();
      return;
    }
    if (says === 'who writes?') this.say('I write');
    if (says === 'save, please') this.holder.save().finally(() => this.say('saved'));
    if (says === 'I took over') this.holder.lost();
  }

  /** Tells windows that read that there is something new to read. */
  news() {
    this.say('there is news');
  }

  /** @param {string} question @param {string} answer @param {number} patience @returns {Promise<boolean>} whether somebody answered in time */
  ask(question, answer, patience) {
    if (!this.channel) return Promise.resolve(false);
    return new Promise((resolve) => {
      this.awaited.set(answer, () => resolve(true));
      setTimeout(() => resolve(false), patience);
      this.say(question);
    });
  }

  /** Whether another window of this browser is writing. */
  heldElsewhere() {
    return this.ask('who writes?', 'I write', ANSWER_MILLIS);
  }

  /** Lets the window that writes save first. */
  handover() {
    return this.ask('save, please', 'saved', HANDOVER_MILLIS);
  }

  announce() {
    this.say('I took over');
  }

  close() {
    this.channel?.close();
  }
}
