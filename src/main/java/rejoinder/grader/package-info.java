/**
 * How a grade is found.
 *
 * <p><b>Before all that</b> slips of the keyboard are mended against the words of the question and its references ({@code Spelling}); evidence is shown in the words
 * as typed. Sentences of a long answer that are about something else altogether are left out ({@code OffTopic}), because a sentence model reads each word with those
 * around it: 165 words of chat around 104 short right answers change their grade by .008 on average and one by .05 or more, 179 words about one's work by .015 and six.
 * What forms write for no answer, "No response", is like nothing; 134 of SAF's answers are so, and r on SAF is .766 with and .752 without that.
 *
 * <p><b>Likeness.</b> A sentence model gives every word piece of a text a unit vector ({@link rejoinder.text.Embedder}), from two of its layers: the last, and the fourth
 * of six, which tells one word from another better. All texts are read after the question. For each token of an expected text its best cosine among the
 * answer's tokens is taken, in units of the cosine that counts as the same word and at most 1;
 * {@code R} is the mean over the expected text, {@code P} the same from the answer's side, both weighted, and the likeness is {@code (R + 0.2 P) / 1.2}. A token weighs
 * {@code idf - 1}, between 0.05 and 6, less what the question says already.
 *
 * <p><b>Code</b> in an answer, fenced or in lines that are plainly code, is read twice: as written, and said in words ({@code SpelledOut}): a small lexer and a
 * table of constructs name what stands in each statement ("an inner function nested in the enclosing function"), its names are taken apart, comments are prose.
 * One or two neighbouring statements can make a point like sentences, without {@code P}, and the evidence is the code. The table names what is to be seen, not
 * why one does so or what follows. Code is read so only if that speaks of what the question asks about, and never to find a misconception: those are not the
 * candidate's words. On the development half of own graded answers, answers in code get .56 instead of .37 on average (people: .60), with a mean error of .18
 * instead of .24; code of another question earns .021 on average instead of .011. Code that defines one special method shows nothing about another. An accepted
 * wording that is a line of code is compared with code in both ways, too. Other languages than Python have no constructs in the table.
 *
 * <p><b>The score of a question with key points</b> is a sum of named parts and of nothing else ({@link rejoinder.grade.Grade#score()}):
 *
 * <ol>
 *   <li>each key point earns its share, on a ramp between two thresholds of the likeness of its best wording to the best one or two sentences of the answer; what other
 *       points hold too counts less, and so do words of the answer that make another point better. A point that the answer turns round, or whose misconception it makes, earns nothing and is quoted;
 *   <li>{@code whole-answer}: half of the difference between what the points earned and what the greatest {@code R} with any reference answer counts. It adds where a
 *       point was made in words that no wording foresaw, and takes away where only words were shared;
 *   <li>{@code misconception}: what it costs to come near to a wrong statement that people make, unless the answer is nearly a reference word for word. Whether the words
 *       that the wrong statement and the point share stand in the order of the one or of the other ({@code WordOrder}) counts for or against it;
 *       a sentence with no word of the wrong statement that the point does not have is none, however alike the two read;
 *   <li>guards: giving up, the question pasted back, echoes, rows of keywords, a reference turned round.
 * </ol>
 *
 * <p><b>The score of a question without key points</b> is the likeness to the best reference answer, through a calibration curve ({@link
 * rejoinder.grader.Calibration}), laid out over that reference's sentences, less what the guards take. The curve is what {@code rejoinder calibrate} prints for
 * the development half of the own graded answers, read as answers to questions without key points; the command stands in the head of {@code calibration.txt}.
 * Answers of five classes took no part. Whether a claim is true, likeness does not see, and whose words an answer uses is for a guard: with swapped, negated,
 * mixed, wrong and echoing answers among them the curve gives .48 where honest answers earn .75. On sets that it was not fitted on, the mean error is .183 on
 * SAF, .212 on Mohler 2011, .097 on adversarial answers, .375 on Beetle (unseen answers), .322 and .344 on SciEntsBank (unseen answers and questions).
 *
 * <p><b>Not sure</b> is a verdict of its own ({@link rejoinder.grader.Uncertainty}): between wrong and right, where points and whole references disagree, where a
 * misconception takes little, and of answers in code. On the test half of the own graded answers 34 % are marked, which hold 49 % of the squared error and 63 % of the errors above a quarter of full marks.
 *
 * <p><b>Parameters.</b> The defaults stand in {@link rejoinder.grader.GradingPolicy}, each with what it was measured on. Those of the likeness come from the
 * development halves of public sets (Mohler 2011, SciEntsBank, Beetle, SAF), those of key points and misconceptions from the development half of own graded
 * answers: 442 answers of 34 questions, where r went from .72 to .85 and the mean error from .20 to .15. On the other half, which nothing was fitted on, r went from .716 to .836; a misconception takes something from none of its 99 full-mark answers and contradicts a point in 3 (from 4 and in 7 without the order of
 * the words). The fourth layer, with no threshold changed, took r on the development half from .800 to .814, thresholds then to .82. On public answers that
 * nothing was fitted on (3,445 of Beetle, SciEntsBank and SAF) it lifts the mean r of the likeness from .524 to .533, on those that it was chosen on (2,968,
 * with Mohler) from .608 to .613, and lowers it on no set by more than .002.
 *
 * <p><b>Where it comes from.</b> The alignment is the recipe of published work on short answer grading (idf-weighted greedy matching of contextual vectors, as in
 * BERTScore, with question demoting as in Sultan et al. 2016). The grader stores evidence ({@link rejoinder.grade.Grade}); {@link rejoinder.grade.Explanation} is
 * derived from it and computes the same sum.
 *
 * <p><b>One reading.</b> With the last layer alone it paid to read a text twice, alone and after the question, and to take the mean (r .617 for .608 on Mohler 2011). With
 * two layers it no longer does: read once, after the question, the mean r of four sets is .6126 instead of .6132 (Mohler .667 for .668, Beetle .556 for .556,
 * SciEntsBank .457 for .456, SAF .771 for .773), on own answers .713 instead of .712 before points count, for less than half of the model's work.
 *
 * <p><b>What was tried and left out.</b> Thresholds of .55 and .75 for a key point (no gain once the whole counts, and references no longer make their own
 * points); taking off by how much nearer a misconception is than the point (no gain over how near it is); the length of an answer (it would help, and would
 * reward length). Other layers: the third, fourth or fifth alone (r .015 to .022 lower on Mohler), means of three or four layers (no better than the fourth
 * with the last), their mean token taken away (lower). The pooled cosine of the whole texts as an addend: at a weight of 0.1, 0.2 and 0.5 it takes .003, .007
 * and .020 off the mean r of the four sets, and of an answer's sentences with a point's wordings at 0.1 to 0.5 takes .002 to .013 off own answers; it does not
 * find a paraphrase that words do not. The antonyms of WordNet 3.1 (3,384 pairs) beside {@code Opposites}: they turn one own wrong answer of 68 (inner for
 * outer, which is taken over by hand) and no adversarial one, and fire on 8 of 5,946 answers that people gave full marks to instead of on 5 (6 with all of this
 * package) (positive and negative poles, "other" for "same"). Roles exchanged in free form, found as misconceptions that are made by exchanging two words of a
 * point that two points name: r .836 to .840 on own answers, by four wrong answers more; but a right answer of 105 was accused, and two more of 173 put
 * together from accepted wordings that the question was not given. Sparing an answer that denies a word of the misconception: r .836 to .830, because wrong
 * answers deny, too.
 */
@NullMarked
package rejoinder.grader;

import org.jspecify.annotations.NullMarked;
