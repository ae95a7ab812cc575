/** How difficult a question is: what packs call it, and what people read. */
export const DIFFICULTIES = ['junior', 'middle', 'senior'];

/** @param {string} difficulty as packs call it */
export const difficultyWord = (difficulty) => (difficulty === 'middle' ? 'mid-level' : difficulty);
