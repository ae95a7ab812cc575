/**
 * What the candidate still knows, and what to study next.
 *
 * <p>Everything here is a pure function of a bank, a list of reviews and a moment: {@code ReviewLog} gives the {@link rejoinder.plan.Review reviews}, {@link
 * rejoinder.plan.History} puts them in order, {@link rejoinder.plan.Progress} works out memory, mastery and weak points, {@link rejoinder.plan.Planner} picks from
 * that. Nothing is stored in between, so an overridden grade, a deleted question or a corrected clock changes the next answer and needs no repair.
 *
 * <p>Two measures stand side by side because they answer two questions. Memory ({@link rejoinder.plan.MemoryModel}, FSRS-6) is about one question: when was it
 * known, when will it be forgotten. Mastery ({@link rejoinder.plan.MasteryModel}) is about a topic with the questions never asked: what would all of it earn now,
 * and how sure is that. Memory decides when, mastery decides where.
 *
 * <p>Numbers that were chosen rather than taken over (the prior of mastery, what waiting is worth, how soon everything should be seen before an interview) were
 * chosen on simulated candidates and are reported on others; the programs that print both are among the benchmarks in {@code src/jmh}.
 */
@NullMarked
package rejoinder.plan;

import org.jspecify.annotations.NullMarked;
