/**
 * All SQL, and nothing else.
 *
 * <p>{@link rejoinder.store.Database} opens the file, brings its tables up to date and hands out the stores; Jdbi stays in here. The tables are in
 * {@code V001__sessions.sql}. Why they are as they are:
 *
 * <ul>
 *   <li>One connection writes to SQLite and a few read beside it, because several writers of one file starve each other for seconds. Each commit is synced.
 *   <li>On PostgreSQL several connections write, of one server or of several; a transaction holds the lock of its candidate, or that of all
 *       ({@code Sql}, {@code doc-files/several-servers.md}, and {@code doc-files/class-of-5000.md} for what that carries).
 *   <li>What differs between SQLite and PostgreSQL is in its {@code Engine}. The migrations have the same names on both, and the same contracts hold the stores.
 *   <li>A change loads the whole session, lets a pure step work on it, and writes only the columns that are different ({@code Columns}). A save, which comes most
 *       often, loads no more than the row of its session and that of its draft ({@code DraftRow}), so that it costs the same in a long session.
 *   <li>A question is kept as it was asked, as one JSON text named by its hash: the bank's revision covers only what a grade depends on, but a review shows
 *       everything.
 *   <li>Grades are rows and read back equal to the last bit. What can be derived (the line of the history, the review that memory sees) is written in the same
 *       transaction as what it is derived from, by the same code that derives it elsewhere.
 *   <li>Texts are stored as they are; the few characters that a database cannot hold are escaped ({@code StoredText}), never replaced.
 * </ul>
 */
@NullMarked
package rejoinder.store;

import org.jspecify.annotations.NullMarked;
