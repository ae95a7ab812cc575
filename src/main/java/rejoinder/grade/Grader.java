package rejoinder.grade;

import rejoinder.bank.Question;

/** Grades one answer; the only way into the grading engine. The same question, answer and stamp give the same grade, to the last bit. */
public interface Grader {
    /**
     * Grades an answer. Blank answers earn zero with the reason; no answer is too long.
     *
     * @param question what was asked; it must have a reference answer
     * @param answer what was typed
     * @throws IllegalArgumentException if the question is self-graded
     */
    Grade grade(Question question, String answer);

    /**
     * Reads some of what answers to a question are compared with and keeps it, so that they are graded sooner; changes no grade. A grader that keeps nothing has
     * nothing to read.
     *
     * @param texts how many to read at most
     * @return whether there is more to read
     */
    default boolean readAhead(Question question, int texts) {
        return false;
    }

    /** What produces the grades. */
    GraderStamp stamp();
}
