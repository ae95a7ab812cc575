/**
 * How well the grader agrees with people, and with the bank.
 *
 * <p>{@link rejoinder.evaluate.GradedSets} reads answers that people graded, {@link rejoinder.evaluate.Evaluation} regrades them knowing nothing but question
 * and reference answers, {@link rejoinder.evaluate.FullReport} compares ({@link rejoinder.evaluate.Pairs} good above bad, {@link rejoinder.evaluate.Alarms} what was taken from
 * full marks, {@link rejoinder.evaluate.DoubtCurve} what "not sure" is worth), {@link rejoinder.evaluate.ReportPage} shows it. {@link rejoinder.evaluate.BankLint}
 * grades the bank's own texts.
 */
@NullMarked
package rejoinder.evaluate;

import org.jspecify.annotations.NullMarked;
