/** Short names for things that have only long ones. */
import { capital } from './time.js';

/** `Memory management` for `python-basics/memory-management`. @param {string} id of a question */
export const shortName = (id) => capital((id.split('/').pop() ?? id).replaceAll('-', ' '));

/** `Python Basics`, `Python Basics and Functions`, `3 topics`. @param {{title: string}[]} topics */
export function topicNames(topics) {
  if (topics.length === 0) return 'all topics';
  return topics.length <= 2 ? topics.map((topic) => topic.title).join(' and ') : `${topics.length} topics`;
}
