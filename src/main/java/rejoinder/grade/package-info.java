/**
 * What an answer earned, and why.
 *
 * <p>The contract that every room may know. A {@link rejoinder.grade.Grade} is the evidence: a {@link rejoinder.grade.Finding} with its {@link
 * rejoinder.grade.Verdict} per key point, and the deductions; its score is computed from them, and an {@link rejoinder.grade.Explanation} is derived from them. What
 * is shown comes from {@link rejoinder.grade.Marking}, the only place that applies the candidate's corrections, rounds to whole points and adds them up; {@link
 * rejoinder.grade.ScoreBand} names a score. How a grade is found is the business of {@code grader}.
 */
@NullMarked
package rejoinder.grade;

import org.jspecify.annotations.NullMarked;
