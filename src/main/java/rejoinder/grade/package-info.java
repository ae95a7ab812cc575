/**
 * What an answer earned, and why.
 *
 * <p><b>The formula.</b> A sentence model gives every word piece of a text a unit vector ({@link rejoinder.grade.Embedder}). An answer is read twice, alone and
 * after the question. For each token of an expected text its best cosine among the answer's tokens is taken, in units of the cosine that counts as the same word
 * and at most 1; {@code R} is the mean over the expected text, {@code P} the same from the answer's side, both weighted, and the likeness is
 * {@code (R + 0.2 P) / 1.2}, averaged over the two readings. A token weighs {@code idf - 1}, between 0.05 and 6, less what the question says already. The
 * defaults and their sources stand in {@link rejoinder.grade.GradingPolicy}.
 *
 * <p><b>The score.</b> With key points: each earns its share, on a ramp between two thresholds of the likeness of its best wording to the best stretch of the
 * answer; what other points hold too counts less. An answer that comes nearer to a misconception than to the point, or turns the point round, earns nothing there
 * and is quoted. Without key points: the likeness to the best reference answer, through a calibration curve ({@link rejoinder.grade.Calibration}), laid out over
 * that reference's sentences. Then guards take away what alignment gives too easily: giving up, echoes, rows of keywords, the reference turned round. The score is
 * the sum of all that and of nothing else ({@link rejoinder.grade.Grade#score()}).
 *
 * <p><b>Before all that</b> slips of the keyboard are mended against the words of the question and its references; evidence is shown in the words as typed.
 *
 * <p><b>Where it comes from.</b> The alignment is the recipe of published work on short answer grading (idf-weighted greedy matching of contextual vectors, as in
 * BERTScore, with question demoting as in Sultan et al. 2016). The grader stores evidence ({@link rejoinder.grade.Grade}); {@link rejoinder.grade.Explanation} is
 * derived from it and computes the same sum.
 */
@NullMarked
package rejoinder.grade;

import org.jspecify.annotations.NullMarked;
