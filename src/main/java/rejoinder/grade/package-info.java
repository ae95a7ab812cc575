/**
 * What an answer earned, and why.
 *
 * <p>The contract that every room may know: a {@link rejoinder.grade.Grade} is the evidence, its score is computed from its parts, and an {@link
 * rejoinder.grade.Explanation} is derived from it. How a grade is found is the business of {@code grader}.
 */
@NullMarked
package rejoinder.grade;

import org.jspecify.annotations.NullMarked;
