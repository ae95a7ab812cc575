/**
 * Asks the questions, against the clock.
 *
 * <p>A session goes from {@link rejoinder.session.InProgress} to {@link rejoinder.session.Session.Submitted} to {@link rejoinder.session.Session.Graded}; each
 * state is a record that holds only what exists in it, and each move is a pure function that takes the time as an argument. {@link
 * rejoinder.session.Interviewer} runs the moves through {@link rejoinder.session.SessionStore#change}, one transaction a move.
 *
 * <p>Three promises shape the rules. No letter is lost: what cannot become the draft (the window lost its write lock, the draft is newer, the time is over) is kept
 * beside it as a {@link rejoinder.session.KeptVersion}. The clock is the server's: a deadline is an instant, what was typed until then counts, and a session
 * whose window is gone is closed at its deadline by {@link rejoinder.session.Interviewer#closeOverdue}. A grade is never made up: handing in fixes the answers in
 * one transaction, grading happens outside any and is written in another, and what could not be graded stays owed.
 */
@NullMarked
package rejoinder.session;

import org.jspecify.annotations.NullMarked;
