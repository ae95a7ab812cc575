/** Short names for things that have only long ones. */
/** A longer question is cut after the last whole word. */
const LONGEST_NAME = 40;

/** `How does async/await in Python differ …`: a question where there is little room. @param {string} prompt plain text */
export function shortName(prompt) {
  if (prompt.length <= LONGEST_NAME) return prompt;
  const cut = prompt.slice(0, prompt.lastIndexOf(' ', LONGEST_NAME)).replace(/[\s,;:.–-]+$/u, '');
  return `${cut || prompt.slice(0, LONGEST_NAME)} …`;
}

/** `Python Basics`, `Python Basics and Functions`, `3 topics`. @param {{title: string}[]} topics */
export function topicNames(topics) {
  if (topics.length === 0) return 'all topics';
  return topics.length <= 2 ? topics.map((topic) => topic.title).join(' and ') : `${topics.length} topics`;
}
