/**
 * How a grade is found.
 *
 * <p><b>Before all that</b> typos are corrected against the words of the question and its references ({@link rejoinder.text.Spelling}); evidence is shown in the words as
 * typed. Sentences about something else are left out ({@code OffTopic}). What the model does not read ({@link rejoinder.text.Language}) is handed to the candidate.
 *
 * <p><b>Likeness.</b> The sentence model gives every token a unit vector, read after the question. For each token of an expected text its best cosine among the answer's
 * tokens counts, weighted by rarity and less where the question says it already ({@code Alignment}). Code is read as written, and said in words.
 *
 * <p><b>A question with key points.</b> Likeness finds the sentence that speaks of a point; two readers tell whether it makes the point or its opposite:
 *
 * <ol>
 *   <li>{@link rejoinder.text.ClaimReader}: three more layers on the sentence model's third, trained on the true and false statements of the bank ({@code src/train}). A
 *       sentence is read against the nearest statements of both kinds ({@code ClaimReadings}).
 *   <li>{@code WordSides}: a kernel ridge regression on content words, marked where negated, and their order, learned from the same statements.
 *   <li>Both read the sentence and its opposite ({@code Counterclaims}), and what they prefer of the two counts as well.
 * </ol>
 *
 * <p>{@link rejoinder.grader.PointJudge}, a regression with small decision trees fitted on points that people judged, turns these {@link rejoinder.grader.PointSignals}
 * into probabilities, and those into a verdict. A sentence is accused only where its words take the false side, too, where it does not make another point as surely, and
 * where it shares a word with something that somebody wrote down as false of the point. Where a question has no statements, its wordings are reversed to read against.
 * What the bank calls true is never accused. An accepted wording always counts, and so does an answer that the candidate counted as correct. An exact point is compared
 * literally ({@code ExactOutput}). Another number or unit than the point's contradicts it, unless it is right of something else in the question. Points without
 * statements are judged by likeness and the regression alone.
 *
 * <p><b>The score</b> is the sum of its points: all of a point that is made, a quarter to three quarters of one that is unclear, as
 * its probability is, nothing of the rest. Bonus points make up for at most 20 points
 * of missing core ({@link rejoinder.grade.Bonus}). Guards take from answers that give up, paste or echo the question, or list keywords. The grade is not sure where core
 * points of some weight are unclear.
 *
 * <p><b>A question without key points</b> is graded by its likeness to the best reference through a calibration curve ({@link rejoinder.grader.Calibration}), less what the
 * reader and the words take for the opposite of its sentences ({@code Disagreement}, {@code Turns}) and what a long one has that the answer leaves out ({@code Coverage}). Nobody is accused there.
 *
 * <p><b>Parameters</b> are in {@link rejoinder.grader.GradingPolicy}, {@code point-judge.txt} and {@code calibration.txt}; {@code rejoinder calibrate} prints the latter
 * two again. What each signal brought is in <a href="doc-files/measurements.md">measurements.md</a>.
 */
@NullMarked
package rejoinder.grader;

import org.jspecify.annotations.NullMarked;
