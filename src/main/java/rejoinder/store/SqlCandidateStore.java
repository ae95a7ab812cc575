package rejoinder.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import rejoinder.bank.QuestionId;
import rejoinder.plan.CandidateId;
import rejoinder.session.AcceptedWording;
import rejoinder.session.CandidateStore;

/** Notes and settings in SQL. */
public final class SqlCandidateStore implements CandidateStore {
    private final Sql sql;

    SqlCandidateStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<String> note(CandidateId candidate, QuestionId question) {
        return one(
                "select content from note where candidate = :candidate and question = :key",
                candidate,
                question.toString());
    }

    @Override
    public Map<QuestionId, String> notes(CandidateId candidate) {
        Map<QuestionId, String> notes = new HashMap<>();
        return sql.read(handle -> {
            Sql.each(
                    handle,
                    "select question, content from note where candidate = :candidate",
                    Map.of("candidate", candidate.value()),
                    row -> notes.put(row.question("question"), row.text("content")));
            return notes;
        });
    }

    @Override
    public void note(CandidateId candidate, QuestionId question, String markdown) {
        Columns key = new Columns().set("candidate", candidate.value()).set("question", question.toString());
        sql.writeFor(candidate, handle -> {
            key.delete(handle, "note");
            return markdown.isBlank() || insert(handle, "note", key, markdown);
        });
    }

    @Override
    public List<AcceptedWording> wordings(CandidateId candidate) {
        return sql.read(handle -> Sql.rows(
                handle,
                "select * from accepted_wording where candidate = :candidate order by accepted_at, id",
                Map.of("candidate", candidate.value()),
                row -> new AcceptedWording(
                        row.question("question"), row.text("point"), row.text("content"), row.time("accepted_at"))));
    }

    @Override
    public void accept(CandidateId candidate, AcceptedWording wording) {
        sql.writeFor(
                candidate,
                handle -> new Columns()
                        .set("candidate", candidate.value())
                        .set("id", wording.id())
                        .set("question", wording.question().toString())
                        .set("point", wording.point())
                        .set("content", wording.text())
                        .set("accepted_at", wording.at())
                        .insertIfNew(handle, "accepted_wording"));
    }

    @Override
    public boolean forget(CandidateId candidate, String wording) {
        return sql.writeFor(
                candidate,
                handle -> new Columns()
                        .set("candidate", candidate.value())
                        .set("id", wording)
                        .delete(handle, "accepted_wording"));
    }

    @Override
    public Optional<String> setting(CandidateId candidate, String name) {
        return one("select content from setting where candidate = :candidate and name = :key", candidate, name);
    }

    @Override
    public void clear(CandidateId candidate) {
        sql.writeFor(candidate, handle -> {
            Columns all = new Columns().set("candidate", candidate.value());
            boolean noted = all.delete(handle, "note");
            boolean accepted = all.delete(handle, "accepted_wording");
            boolean set = all.delete(handle, "setting");
            return noted || accepted || set;
        });
    }

    @Override
    public void setting(CandidateId candidate, String name, String value) {
        Columns key = new Columns().set("candidate", candidate.value()).set("name", name);
        sql.writeFor(candidate, handle -> {
            key.delete(handle, "setting");
            return insert(handle, "setting", key, value);
        });
    }

    private static boolean insert(Handle handle, String table, Columns key, String content) {
        return key.set("content", content).insertIfNew(handle, table);
    }

    private Optional<String> one(String select, CandidateId candidate, String key) {
        return sql
                .read(handle -> Sql.rows(
                        handle, select, Map.of("candidate", candidate.value(), "key", key), row -> row.text("content")))
                .stream()
                .findFirst();
    }
}
