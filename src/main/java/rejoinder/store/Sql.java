package rejoinder.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.Query;
import rejoinder.account.PersonName;
import rejoinder.plan.CandidateId;

/** Transactions over one database: those that write for different candidates go on beside each other where the database lets them, and several read beside them. */
final class Sql {
    private final String name;
    private final Engine engine;
    private final Jdbi writer;
    private final Jdbi reader;

    /**
     * @param name of the database, for messages
     * @param engine what is particular to it
     */
    Sql(String name, Engine engine) {
        this.name = name;
        this.engine = engine;
        this.writer = jdbi(engine.writer());
        this.reader = jdbi(engine.reader());
    }

    private static Jdbi jdbi(DataSource source) {
        return Jdbi.create(source).registerArgument(new TextArguments());
    }

    /** What is particular to the database. */
    Engine engine() {
        return engine;
    }

    /** Does work that only reads, all of it on one state of the database. */
    <R> R read(Function<Handle, R> work) {
        try {
            return reader.inTransaction(work::apply);
        } catch (JdbiException e) {
            throw SqlFailure.explain(name, e);
        }
    }

    /**
     * Does work alone, in one transaction: no other server and no other thread writes meanwhile. If it throws, nothing was done. Work must not ask for a
     * transaction of its own.
     */
    <R> R write(Function<Handle, R> work) {
        return write(engine::enterAlone, work);
    }

    /** Likewise, beside work for others: alone only among what is done for the same candidate. */
    <R> R writeFor(CandidateId candidate, Function<Handle, R> work) {
        return writeFor("candidate " + candidate.value(), work);
    }

    /** Likewise, for what has a name. */
    <R> R writeFor(String name, Function<Handle, R> work) {
        return write(handle -> engine.enterFor(handle, name), work);
    }

    /** Likewise, beside everything else: for statements that the database itself keeps apart. */
    <R> R writeBeside(Function<Handle, R> work) {
        return write(handle -> {}, work);
    }

    private <R> R write(Consumer<Handle> entering, Function<Handle, R> work) {
        AtomicBoolean committing = new AtomicBoolean();
        try {
            return writer.inTransaction(handle -> {
                entering.accept(handle);
                R result = work.apply(handle);
                // last, so that nothing is acknowledged that went into a file which is gone
                engine.requireInPlace();
                committing.set(true);
                return result;
            });
        } catch (JdbiException e) {
            throw committing.get() ? SqlFailure.explainCommit(name, e) : SqlFailure.explain(name, e);
        }
    }

    /** The rows of a query with parameters by name, read one by one. */
    static <R> List<R> rows(Handle handle, String sql, Map<String, ?> parameters, Reading<R> reading) {
        try (Query query = handle.createQuery(sql)) {
            return query.bindMap(parameters)
                    .map((row, context) -> reading.read(new Row(row)))
                    .list();
        }
    }

    /** How many rows there are. {@code from} is what follows "from" in a query. */
    static int count(Handle handle, String from, Map<String, ?> parameters) {
        return rows(handle, "select count(*) as n from " + from, parameters, row -> row.count("n"))
                .get(0);
    }

    /** A condition: a text has another one in it, letter for letter. The text that is looked for is not empty. */
    static String holds(String text, String part) {
        return "replace(" + text + ", " + part + ", '') <> " + text;
    }

    /** One more condition: the key of a name has some words in it. Without words there is none. */
    static String holdsWords(String key, String words, Map<String, Object> parameters) {
        String wanted = PersonName.key(words);
        if (wanted.isEmpty()) {
            return "";
        }
        parameters.put("words", wanted);
        return " and " + holds(key, ":words");
    }

    /** Like {@link #rows}, for what is not a list. */
    static void each(Handle handle, String sql, Map<String, ?> parameters, Visiting visiting) {
        rows(handle, sql, parameters, row -> {
            visiting.visit(row);
            return row;
        });
    }

    /** What to do with a row. */
    interface Visiting {
        void visit(Row row) throws SQLException;
    }

    /** What to make of a row. */
    interface Reading<R> {
        R read(Row row) throws SQLException;
    }

    /** Every text goes through {@link StoredText}, so that none is forgotten. */
    private static final class TextArguments extends AbstractArgumentFactory<String> {
        TextArguments() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(String value, ConfigRegistry config) {
            return (position, statement, context) -> bind(statement, position, value);
        }

        private static void bind(PreparedStatement statement, int position, String value) throws SQLException {
            statement.setString(position, StoredText.encode(value));
        }
    }
}
