package rejoinder.store;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import rejoinder.classroom.Share;
import rejoinder.classroom.ShareStore;
import rejoinder.plan.CandidateId;
import rejoinder.session.SessionId;
import rejoinder.session.SessionStore;

/** Shared results in SQL. */
public final class SqlShareStore implements ShareStore {
    private static final String SHARE = "share";

    private final Sql sql;

    SqlShareStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean share(Share share) {
        Columns of = columns(share.session());
        return sql.writeFor(share.session().candidate(), handle -> {
            of.delete(handle, SHARE);
            boolean there = !Sql.rows(
                            handle,
                            "select id from session where id = :session and candidate = :candidate",
                            named(share.session()),
                            row -> row.text("id"))
                    .isEmpty();
            return there
                    && of.set("id", share.id()).set("made_at", share.madeAt()).insertIfNew(handle, SHARE);
        });
    }

    private static Columns columns(SessionStore.Key session) {
        return new Columns()
                .set("session", session.id().value())
                .set("candidate", session.candidate().value());
    }

    private static Map<String, String> named(SessionStore.Key session) {
        return Map.of(
                "session",
                session.id().value(),
                "candidate",
                session.candidate().value());
    }

    @Override
    public Optional<Share> of(SessionStore.Key session) {
        return one("session = :session and candidate = :candidate", named(session));
    }

    @Override
    public Optional<Share> find(String id) {
        return one("id = :id", Map.of("id", id));
    }

    private Optional<Share> one(String where, Map<String, String> parameters) {
        return sql
                .read(handle ->
                        Sql.rows(handle, "select * from share where " + where, parameters, SqlShareStore::share))
                .stream()
                .findFirst();
    }

    private static Share share(Row row) throws SQLException {
        return new Share(
                row.text("id"),
                new SessionStore.Key(new CandidateId(row.text("candidate")), new SessionId(row.text("session"))),
                row.time("made_at"));
    }

    @Override
    public boolean withdraw(SessionStore.Key session) {
        return sql.writeFor(session.candidate(), handle -> columns(session).delete(handle, SHARE));
    }
}
