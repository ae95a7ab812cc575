/**
 * How a grade is found.
 *
 * <p><b>First</b> typos are corrected against the words of the question and its references ({@link rejoinder.text.Spelling}); evidence is shown as typed. Sentences about
 * something else are left out ({@code OffTopic}). What the model does not read ({@link rejoinder.text.Language}) is handed to the candidate.
 *
 * <p><b>Likeness.</b> The sentence model gives every token a unit vector, read after the question. For each token of an expected text its best cosine among the answer's
 * tokens counts, weighted by rarity and less where the question says it already ({@code Alignment}). Code is read as written, and said in words.
 *
 * <p><b>A question with key points.</b> Likeness finds the sentence that speaks of a point; two readers tell whether it makes the point or its opposite:
 *
 * <ol>
 *   <li>{@link rejoinder.text.ClaimReader}: three more layers on the sentence model's third, trained on the bank's true and false statements ({@code src/train}). A
 *       sentence is read against the nearest of both kinds ({@code ClaimReadings}).
 *   <li>{@code WordSides}: a kernel ridge regression on content words, marked where negated, and their order, learned from the same statements.
 *   <li>Both also read the sentence's opposite ({@code Counterclaims}); which of the two they prefer counts as well.
 * </ol>
 *
 * <p>{@link rejoinder.grader.PointJudge}, a regression with small decision trees fitted on points that people judged, turns these {@link rejoinder.grader.PointSignals}
 * into probabilities and a verdict. A sentence is accused only where its words take the false side, too, where it does not make another point as surely, and where it
 * shares a word with what somebody wrote down as false. What the bank calls true is never accused; an accepted wording always counts. An exact point is compared literally
 * ({@code ExactOutput}). Another number or unit than the point's contradicts it. Points without statements are read against their own wordings reversed, by the regression
 * alone.
 *
 * <p><b>The score</b> is the sum of its points: all of one that is made, a quarter to three quarters of one that is unclear, nothing of the rest. Bonus points make up for
 * missing core ({@link rejoinder.grade.Bonus}). Guards take from answers that give up, paste, echo the question or list keywords.
 *
 * <p><b>A question without key points</b> is graded by its likeness to the best reference through a calibration curve ({@link rejoinder.grader.Calibration}), less what
 * the reader takes for its opposite ({@code Disagreement}) and what is left out of a long one ({@code Coverage}). Nobody is accused.
 *
 * <p><b>Parameters</b> are in {@link rejoinder.grader.GradingPolicy}, {@code point-judge.txt} and {@code calibration.txt}; {@code rejoinder calibrate} prints the latter
 * two again. <a href="doc-files/measurements.md">measurements.md</a> says what each signal brought.
 */
@NullMarked
package rejoinder.grader;

import org.jspecify.annotations.NullMarked;
