/**
 * How a grade is found.
 *
 * <p><b>Before all that</b> typos are corrected against the words of the question and its references ({@link rejoinder.text.Spelling}); evidence is shown in the
 * words as typed. Sentences about something else altogether are left out ({@code OffTopic}). "No response" counts as blank. What the model does not read ({@link rejoinder.text.Language}) is not graded but handed to the candidate.
 *
 * <p><b>Likeness.</b> A sentence model gives every token a unit vector, from its fourth and its last layer, read after the question. For each token of an expected
 * text its best cosine among the answer's tokens counts, weighted by rarity and less where the question says it already ({@code Alignment}). Code is read twice: as
 * written, and said in words.
 *
 * <p><b>A question with key points.</b> Likeness finds the sentence that speaks of a point; two more readers tell whether it makes the point or its opposite:
 *
 * <ol>
 *   <li>{@link rejoinder.text.ClaimReader}: three more layers on the sentence model's third, trained on the true and false statements of the bank (<code>src/train
 *       </code>). A sentence is read against the nearest statements of both kinds ({@code ClaimReadings}).
 *   <li>{@code WordSides}: a kernel ridge regression on content words, marked where negated, and their order, learned from the same statements.
 * </ol>
 *
 * <p>{@link rejoinder.grader.PointJudge}, a regression fitted on points that people judged, turns these {@link rejoinder.grader.PointSignals} into the probability
 * that the point is made, partly made or contradicted, and that into a verdict. A sentence is called contradicting only where its words take the false side, too, and
 * where it does not make another point as surely. What the bank itself calls true (points, wordings, statements, references, true neighbours, reasons) is never
 * accused; an accepted wording always counts; an exact point is compared
 * literally ({@code ExactOutput}); another number or unit than the point's contradicts it unless it is right of something else in the question. Points of packs without
 * statements are judged by likeness alone.
 *
 * <p><b>The score</b> is the sum of its points: all of a point that is made, half of one that is unclear, nothing of the rest. Bonus points make up for at most 20
 * points of missing core ({@link rejoinder.grade.Bonus}). Guards take from answers that give up, paste the question, echo it or list keywords. The grade is not
 * sure where core points of some weight are unclear.
 *
 * <p><b>A question without key points</b> is graded by its likeness to the best reference through a calibration curve ({@link rejoinder.grader.Calibration}).
 *
 * <p><b>Parameters</b> stand in {@link rejoinder.grader.GradingPolicy}, {@code point-judge.txt} and {@code calibration.txt}, each with what it was fitted on;
 * <code>rejoinder calibrate</code> prints the latter two again.
 */
@NullMarked
package rejoinder.grader;

import org.jspecify.annotations.NullMarked;
