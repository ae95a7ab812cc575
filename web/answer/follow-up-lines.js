/**
 * Answers to the follow-ups of an interview. What is typed is kept in this browser until the server has it; it is sent when the candidate goes on, leaves the
 * question, or the time is over.
 */
import { Problem, drill, followUp } from '../api.js';

/** @import { OpenSession } from './open-session.js' */

/** Under this the lines are kept in the browser. */
export const LINE_KEY = 'follow-up:';

export class FollowUpLines {
  /** @param {OpenSession} openSession */
  constructor(openSession) {
    this.openSession = openSession;
    /** @type {Problem | null} */
    this.problem = null;
  }

  /** @param {number} place */
  key(place) {
    return `${LINE_KEY}${this.openSession.id}:${place}`;
  }

  /** What was typed and is not sent. @param {number} place */
  typed(place) {
    try {
      return localStorage.getItem(this.key(place)) ?? '';
    } catch {
      return '';
    }
  }

  /** @param {number} place @param {string} text */
  type(place, text) {
    try {
      if (text === '') localStorage.removeItem(this.key(place));
      else localStorage.setItem(this.key(place), text);
    } catch {
      // no storage: the line lives in its box until it is sent
    }
  }

  /** Sends every line that is not sent yet. @returns {Promise<boolean>} whether the server has them all */
  async send() {
    const { openSession } = this;
    if (!openSession.followUps || !openSession.writes) return true;
    let all = true;
    for (const { place, asking, said } of openSession.session.questions) {
      const text = this.typed(place).trim();
      if (!asking || said || text === '') continue;
      all = (await this.sendOne(place, asking.point, text)) && all;
    }
    return all;
  }

  /** @param {number} place @param {string} point @param {string} text */
  async sendOne(place, point, text) {
    const { openSession } = this;
    const question = openSession.session.questions[place];
    try {
      if (point === '') await followUp(openSession.id, place, text);
      else await drill(openSession.id, place, point, text);
      if (question) question.said = text;
      this.type(place, '');
      this.problem = null;
      return true;
    } catch (thrown) {
      this.problem = Problem.of(thrown);
      return false;
    } finally {
      openSession.changed();
    }
  }
}
