/** The answer to one question as it is in this window, and what the server has of it. */

/** @import { Confidence, Draft, DraftSave, Question } from '../lib/types.js' */
/** @import { DraftHere } from './drafts-here.js' */

/** @typedef {{text: string, at: number, newest: "here" | "there"}} Rival the server's text where it is another, until one of the two is chosen */

/** Texts remembered as sent without an answer; one of them may be what the server has. */
const UNHEARD_KEPT = 20;

export class AnswerDraft {
  /** @param {string} session @param {number} place @param {Draft} draft what the server has */
  constructor(session, place, draft) {
    this.session = session;
    this.place = place;
    this.saved = draft;
    this.text = draft.text;
    this.flagged = draft.flagged;
    /** @type {Confidence} */
    this.confidence = draft.confidence;
    this.spentMillis = draft.spentMillis;
    /** Whether the time spent is to be saved though nothing else changed. */
    this.owesTime = false;
    /** When the last key came, this computer's time. */
    this.typedAt = 0;
    /** @type {string[]} */
    this.unheard = [];
    /** @type {Rival | null} */
    this.rival = null;
    /** @type {string[]} texts that the server is to keep beside the draft */
    this.aside = [];
    /** @type {string} why the server will never take this text as it is */
    this.refused = '';
  }

  /** Whether the server has yet to hear of something. */
  get unsaved() {
    const { saved } = this;
    return this.text !== saved.text || this.flagged !== saved.flagged || this.confidence !== saved.confidence;
  }

  /** Whether a save may be tried. */
  get waiting() {
    return (this.unsaved || this.owesTime) && !this.rival && !this.refused;
  }

  get empty() {
    return this.text.trim() === '';
  }

  /** @param {string} writeLock @returns {DraftSave} */
  asSave(writeLock) {
    return {
      basedOn: this.saved.revision,
      text: wellFormed(this.text),
      flagged: this.flagged,
      confidence: this.confidence,
      spentMillis: Math.round(this.spentMillis),
      writeLock,
    };
  }

  /** @returns {DraftHere} */
  asDraftHere() {
    const { session, place, text, flagged, confidence, spentMillis, saved, typedAt } = this;
    return { session, place, text, flagged, confidence, spentMillis, basedOn: saved.revision, at: typedAt };
  }

  /** @param {string} text that was sent and that nobody has answered yet */
  sent(text) {
    this.unheard = [...this.unheard.filter((other) => other !== text), text].slice(-UNHEARD_KEPT);
  }

  /** The server has this now. @param {Draft} draft */
  acknowledged(draft) {
    this.saved = draft;
    this.unheard = [];
    this.owesTime = false;
  }

  /** Takes the server's draft over, as a window does that was only reading. @param {Draft} draft */
  adopt(draft) {
    this.acknowledged(draft);
    this.text = draft.text;
    this.flagged = draft.flagged;
    this.confidence = draft.confidence;
    this.spentMillis = Math.max(this.spentMillis, draft.spentMillis);
    this.rival = null;
    this.refused = '';
  }
}

/** Without what no text can hold: NUL and half characters. @param {string} text */
const wellFormed = (text) => text.replaceAll('\0', '').toWellFormed();

/** The draft of a question, or what was handed in. @param {Question} question @returns {Draft} */
export function draftOf({ draft, answer }) {
  if (draft) return draft;
  return {
    text: answer?.text ?? '',
    revision: 0,
    savedAt: answer?.at ?? 0,
    flagged: false,
    confidence: answer?.confidence ?? 'unsaid',
    spentMillis: answer?.spentMillis ?? 0,
  };
}
