package rejoinder.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.sqlite.SQLiteErrorCode;
import rejoinder.session.StoreException;

/** What a database error means to the user. */
final class SqlFailure {
    /** What a database is called once it is open. */
    static final String IN_USE = "the database";

    private static final int PRIMARY_CODE = 0xff;

    private SqlFailure() {}

    /**
     * The error in a sentence; the cause is kept for the log.
     *
     * @param name of the database
     */
    static StoreException explain(String name, Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                Optional<String> told = told(name, sql);
                if (told.isPresent()) {
                    return new StoreException(capital(told.get()), error);
                }
            }
        }
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) {
                return new StoreException(
                        "Too much is waiting to be saved in " + name + "; try again in a moment.", error);
            }
            if (cause instanceof SQLException sql) {
                return new StoreException(capital(sentence(name, sql)), error);
            }
        }
        return refused(name, error);
    }

    /** The error of a commit in a sentence. A database that is lost there may have committed or not, and does not say. */
    static StoreException explainCommit(String name, Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isLost(sql)) {
                return new StoreException(
                        capital(
                                name
                                        + " was lost while it saved, so this may be saved or not; check that it runs, and try again."),
                        error);
            }
        }
        return explain(name, error);
    }

    private static boolean isLost(SQLException error) {
        return isUnreachable(String.valueOf(error.getSQLState())) || isPanic(error);
    }

    // which ends the database, whatever its reason
    private static boolean isPanic(SQLException error) {
        return error instanceof PSQLException told
                && Optional.ofNullable(told.getServerErrorMessage())
                        .map(ServerErrorMessage::getSeverity)
                        .filter("PANIC"::equals)
                        .isPresent();
    }

    private static boolean isUnreachable(String state) {
        return state.startsWith("08") || state.startsWith("57P");
    }

    /** The sentence for an SQLSTATE, which PostgreSQL sets and SQLite does not. */
    private static Optional<String> told(String name, SQLException error) {
        String state = String.valueOf(error.getSQLState());
        return switch (state) {
            case PostgresEngine.LOCKED ->
                Optional.of("A Rejoinder server of another version works on " + name
                        + "; stop all servers, then start this one again, or name another database with --database.");
            case PostgresEngine.CHANGED ->
                Optional.of("A newer Rejoinder has changed the tables of " + name
                        + ", so nothing was saved; start this server again with the newer version.");
            case "55P03" -> Optional.of("Too much is waiting to be saved in " + name + "; try again in a moment.");
            case "25P03" -> Optional.of("That took too long, so nothing was saved in " + name + "; try again.");
            case "53100" ->
                Optional.of("The disk of " + name + " is full, so nothing was changed; free some space and try again.");
            case "53300" -> Optional.of("Too many are connected to " + name + "; try again in a moment.");
            case "25006" -> Optional.of(name + " can only be read now; make it writable and try again.");
            case "3D000" ->
                Optional.of("There is no such thing as " + name + "; make it with createdb, or name another.");
            default -> told(name, state);
        };
    }

    private static Optional<String> told(String name, String state) {
        if (state.startsWith("28")) {
            return Optional.of(name + " refuses the user or the password; check the address after --database.");
        }
        return isUnreachable(state)
                ? Optional.of(name + " cannot be reached, so nothing was saved; check that it runs, and try again.")
                : Optional.empty();
    }

    private static String sentence(String name, SQLException error) {
        // the upper bits of an extended code only refine the primary one
        return switch (SQLiteErrorCode.getErrorCode(error.getErrorCode() & PRIMARY_CODE)) {
            case SQLITE_FULL -> "The disk is full, so " + name + " was not changed; free some space and try again.";
            case SQLITE_NOTADB, SQLITE_CORRUPT ->
                name + " is damaged or not a database; put a backup in its place, or use another --data folder.";
            case SQLITE_BUSY, SQLITE_LOCKED -> "Another program keeps " + name + " locked; close it and try again.";
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH, SQLITE_CANTOPEN ->
                name + " cannot be opened for writing; allow that, or use another --data folder.";
            case SQLITE_IOERR -> "The disk failed under " + name + "; check the disk, then try again.";
            default -> String.valueOf(refused(name, error).getMessage());
        };
    }

    private static String capital(String sentence) {
        return sentence.startsWith(IN_USE) ? "T" + sentence.substring(1) : sentence;
    }

    private static StoreException refused(String name, Throwable error) {
        String reason = String.valueOf(error.getMessage()).lines().findFirst().orElse("no reason given");
        return new StoreException(
                capital(name + " refused the work (" + reason + "); the log has the details."), error);
    }
}
