/** Short names for things that have only long ones. */
import { capital } from './time.js';

/** Abbreviations that stand in ids, which are all in small letters. */
const CAPITALS = /\b(api|apis|cd|ci|cpu|csv|eafp|gil|html|http|io|json|lbyl|mro|oop|os|pep|rest|sql|tls|uml|url|wsgi|xml|yaml)\b/g;

/** `Memory management` for `python-basics/memory-management`. @param {string} id of a question */
export const shortName = (id) => capital((id.split('/').pop() ?? id).replaceAll('-', ' ').replace(CAPITALS, (short) => short.toUpperCase()));

/** `Python Basics`, `Python Basics and Functions`, `3 topics`. @param {{title: string}[]} topics */
export function topicNames(topics) {
  if (topics.length === 0) return 'all topics';
  return topics.length <= 2 ? topics.map((topic) => topic.title).join(' and ') : `${topics.length} topics`;
}
