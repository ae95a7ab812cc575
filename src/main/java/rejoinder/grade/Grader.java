package rejoinder.grade;

import rejoinder.bank.Question;

/** Grades one answer; the only door of the room. The same question, answer and stamp give the same grade, to the last bit. */
public interface Grader {
    /**
     * Grades an answer. Blank answers earn zero with the reason; no answer is too long.
     *
     * @param question what was asked; it must have a reference answer
     * @param answer what was typed
     * @throws IllegalArgumentException if the question is self-graded
     */
    Grade grade(Question question, String answer);

    /** What produces the grades. */
    GraderStamp stamp();
}
