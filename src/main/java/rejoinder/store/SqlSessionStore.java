package rejoinder.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import rejoinder.bank.QuestionId;
import rejoinder.grade.Grade;
import rejoinder.grade.Score;
import rejoinder.plan.CandidateId;
import rejoinder.session.Change;
import rejoinder.session.Confidence;
import rejoinder.session.ConfidenceTally;
import rejoinder.session.Correction;
import rejoinder.session.DraftPlace;
import rejoinder.session.DrillLine;
import rejoinder.session.EarlierGrade;
import rejoinder.session.HistoryFilter;
import rejoinder.session.InProgress;
import rejoinder.session.KeptVersion;
import rejoinder.session.SaveResult;
import rejoinder.session.Search;
import rejoinder.session.Session;
import rejoinder.session.SessionException;
import rejoinder.session.SessionId;
import rejoinder.session.SessionStore;
import rejoinder.session.SessionSummary;
import rejoinder.session.TimeSpent;

/** Sessions in SQL. Instants and durations are kept to the millisecond, texts to the character. */
public final class SqlSessionStore implements SessionStore {
    private final Sql sql;
    private final SessionRows sessions = new SessionRows();

    SqlSessionStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void begin(InProgress session) {
        boolean begun = sql.writeFor(session.setup().candidate(), handle -> SessionRows.insert(handle, session));
        if (!begun) {
            throw new IllegalStateException(
                    "There is a session " + session.setup().id().value() + " already.");
        }
    }

    @Override
    public SessionId begin(InProgress session, String key) {
        CandidateId candidate = session.setup().candidate();
        return sql.writeFor(
                candidate,
                handle -> Sql.rows(
                                handle,
                                "select id from session where candidate = :candidate and start_key = :key",
                                Map.of("candidate", candidate.value(), "key", key),
                                row -> new SessionId(row.text("id")))
                        .stream()
                        .findFirst()
                        .orElseGet(() -> {
                            SessionId id = session.setup().id();
                            if (!SessionRows.insert(handle, session)) {
                                throw new IllegalStateException("There is a session " + id.value() + " already.");
                            }
                            new Columns()
                                    .set("start_key", key)
                                    .update(handle, "session", new Columns().set("id", id.value()));
                            return id;
                        }));
    }

    @Override
    public Optional<Session> find(CandidateId candidate, SessionId id) {
        return sql.read(handle -> sessions.read(handle, candidate, id));
    }

    @Override
    public <R> R change(CandidateId candidate, SessionId id, Function<Session, Change<R>> step) {
        return sql.writeFor(candidate, handle -> {
            Session before =
                    sessions.read(handle, candidate, id).orElseThrow(() -> new SessionException.NoSuchSession(id));
            Change<R> change = step.apply(before);
            SessionRows.update(handle, before, change.next());
            change.kept().forEach(kept -> keep(handle, candidate, id, kept));
            return change.result();
        });
    }

    @Override
    public SaveResult save(
            CandidateId candidate, SessionId id, int place, Function<DraftPlace, DraftPlace.Saving> step) {
        return sql.writeFor(candidate, handle -> {
            DraftRow row = DraftRow.read(handle, candidate, id, place);
            DraftPlace.Saving saving = step.apply(row.place());
            saving.result().saved().ifPresent(saved -> row.update(handle, saved.draft()));
            saving.kept().forEach(kept -> keep(handle, candidate, id, kept));
            return saving.result();
        });
    }

    private static void keep(Handle handle, CandidateId candidate, SessionId id, KeptVersion kept) {
        List<KeptVersion> there = kept(handle, candidate, id);
        List<KeptVersion> next = KeptVersion.with(there, kept);
        int same = 0;
        while (same < there.size() && same < next.size() && there.get(same).equals(next.get(same))) {
            same++;
        }
        if (same < there.size()) {
            // some were joined
            new Columns().set("session", id.value()).delete(handle, "kept_version");
            same = 0;
        }
        for (int n = same; n < next.size(); n++) {
            insert(handle, candidate, id, n, next.get(n));
        }
    }

    private static void insert(Handle handle, CandidateId candidate, SessionId id, int n, KeptVersion kept) {
        new Columns()
                .set("session", id.value())
                .set("n", n)
                .set("candidate", candidate.value())
                .set("place", kept.place())
                .set("content", kept.text())
                .set("kept_at", kept.at())
                .set("why", kept.why())
                .insert(handle, "kept_version");
    }

    @Override
    public List<SessionSummary> history(CandidateId candidate, HistoryFilter filter, int most) {
        Map<String, Object> parameters = new HashMap<>();
        String where = where(candidate, filter, parameters);
        parameters.put("most", most);
        return sql.read(handle -> Sql.rows(
                handle,
                "select * from session" + where + " order by started_at desc, id desc limit :most",
                parameters,
                SessionRow::summary));
    }

    @Override
    public int sessions(CandidateId candidate, HistoryFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        String where = where(candidate, filter, parameters);
        return sql.read(handle -> Sql.count(handle, "session" + where, parameters));
    }

    private static String where(CandidateId candidate, HistoryFilter filter, Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder(" where candidate = :candidate and started_at >= :since");
        parameters.put("candidate", candidate.value());
        parameters.put("since", filter.since().toEpochMilli());
        where.append(
                switch (filter.part()) {
                    case ALL -> "";
                    case OPEN -> " and state = 'IN_PROGRESS'";
                    case OVER -> " and state <> 'IN_PROGRESS'";
                    case SCORED -> " and scored is not null";
                });
        filter.mode().ifPresent(mode -> {
            where.append(" and mode = :mode");
            parameters.put("mode", mode.name());
        });
        if (!filter.topic().isEmpty()) {
            where.append(" and ").append(Sql.holds("' ' || topics || ' '", ":topic"));
            parameters.put("topic", " " + filter.topic() + " ");
        }
        return where.toString();
    }

    @Override
    public Set<String> topics(CandidateId candidate) {
        return sql
                .read(handle -> Sql.rows(
                        handle,
                        "select distinct topics from session where candidate = :candidate",
                        Map.of("candidate", candidate.value()),
                        SessionRow::topics))
                .stream()
                .flatMap(List::stream)
                .collect(Collectors.toSet());
    }

    @Override
    public Map<QuestionId, Instant> lastAsked(CandidateId candidate) {
        Map<QuestionId, Instant> last = new HashMap<>();
        sql.read(handle -> {
            Sql.each(
                    handle,
                    "select question, max(asked_at) as last_at from asked where candidate = :candidate group by question",
                    Map.of("candidate", candidate.value()),
                    row -> last.put(row.question("question"), row.time("last_at")));
            return last;
        });
        return last;
    }

    @Override
    public List<Key> runningOutBefore(Instant deadline) {
        return keys(
                "where deadline_at < :deadline order by deadline_at, id", Map.of("deadline", deadline.toEpochMilli()));
    }

    @Override
    public List<Key> owed() {
        return keys("where id in (select session from asked where outcome = 'OWED') order by started_at, id", Map.of());
    }

    private List<Key> keys(String where, Map<String, ?> parameters) {
        return sql.read(handle -> Sql.rows(
                handle,
                "select id, candidate from session " + where,
                parameters,
                row -> new Key(new CandidateId(row.text("candidate")), new SessionId(row.text("id")))));
    }

    @Override
    public List<KeptVersion> kept(CandidateId candidate, SessionId id) {
        return sql.read(handle -> kept(handle, candidate, id));
    }

    private static List<KeptVersion> kept(Handle handle, CandidateId candidate, SessionId id) {
        return Sql.rows(
                handle,
                "select * from kept_version where session = :session and candidate = :candidate order by n",
                Map.of("session", id.value(), "candidate", candidate.value()),
                row -> new KeptVersion(row.count("place"), row.text("content"), row.time("kept_at"), row.text("why")));
    }

    @Override
    public List<EarlierGrade> earlier(CandidateId candidate, SessionId id) {
        return sql.read(handle -> EarlierGrades.read(handle, id.value(), candidate.value()));
    }

    @Override
    public List<PastAttempt> attempts(CandidateId candidate, QuestionId question) {
        Map<String, String> which = Map.of("candidate", candidate.value(), "question", question.toString());
        String these = "from asked where candidate = :candidate and question = :question and attempt is not null";
        return sql.read(handle -> {
            List<AskedRow> asked = Sql.rows(
                    handle, "select * " + these + " order by attempt_at, session, place", which, AskedRow::read);
            Map<AskedRow.Spot, Grade> grades =
                    GradeRows.read(handle, "(session, place) in (select session, place " + these + ")", which);
            Map<String, List<Correction>> corrections =
                    SessionRows.corrections(handle, "session in (select session " + these + ")", which);
            return asked.stream()
                    .map(row -> past(row, Optional.ofNullable(grades.get(row.spot())), corrections))
                    .toList();
        });
    }

    private static PastAttempt past(AskedRow row, Optional<Grade> grade, Map<String, List<Correction>> corrections) {
        AskedRow.Spot spot = row.spot();
        return new PastAttempt(
                new SessionId(spot.session()),
                spot.place(),
                row.revision(),
                row.result(grade),
                corrections.getOrDefault(spot.session(), List.of()).stream()
                        .filter(correction -> correction.place() == spot.place())
                        .toList());
    }

    @Override
    public List<ConfidenceTally> confidenceTallies(CandidateId candidate, Score from) {
        return sql
                .read(handle -> Sql.rows(
                        handle,
                        "select asked.attempt_confidence as said, count(*) as times,"
                                + " sum(case when review.score >= :least then 1 else 0 end) as well"
                                + " from asked join review on review.session = asked.session and review.place = asked.place"
                                + " where asked.candidate = :candidate and asked.attempt_confidence <> 'UNSAID'"
                                + " group by asked.attempt_confidence",
                        Map.of("candidate", candidate.value(), "least", from.value()),
                        row -> new ConfidenceTally(
                                row.word("said", Confidence.class), row.count("times"), row.count("well"))))
                .stream()
                .sorted(Comparator.comparing(ConfidenceTally::said).reversed())
                .toList();
    }

    @Override
    public List<TimeSpent> timesSpent(CandidateId candidate) {
        return sql.read(handle -> Sql.rows(
                handle,
                "select question, count(*) as answers, sum(attempt_spent_ms) as spent from asked"
                        + " where candidate = :candidate and attempt = 'ANSWERED' group by question order by question",
                Map.of("candidate", candidate.value()),
                row -> new TimeSpent(row.question("question"), row.count("answers"), row.span("spent"))));
    }

    @Override
    public void answers(CandidateId candidate, Consumer<Search.Asked> visitor) {
        sql.read(handle -> {
            Map<String, String> prompts = new HashMap<>();
            Sql.each(
                    handle,
                    "select asked.session, asked.place, asked.question, asked.snapshot, asked.attempt_text from asked"
                            + " where asked.candidate = :candidate and asked.attempt is not null"
                            + " order by asked.asked_at desc, asked.session desc, asked.place",
                    Map.of("candidate", candidate.value()),
                    row -> visitor.accept(new Search.Asked(
                            new SessionId(row.text("session")),
                            row.count("place"),
                            row.question("question"),
                            prompts.computeIfAbsent(
                                    row.text("snapshot"),
                                    snapshot ->
                                            sessions.question(handle, snapshot).prompt()),
                            row.text("attempt_text"))));
            return prompts.size();
        });
    }

    @Override
    public void keep(CandidateId candidate, DrillLine line) {
        sql.writeFor(candidate, handle -> {
            line.session()
                    .filter(id -> sessions.read(handle, candidate, id).isEmpty())
                    .ifPresent(id -> {
                        throw new SessionException.NoSuchSession(id);
                    });
            DrillRows.insert(handle, candidate, line);
            return line;
        });
    }

    @Override
    public List<DrillLine> drillLines(CandidateId candidate) {
        return sql.read(handle -> DrillRows.read(handle, candidate));
    }

    @Override
    public void forgetDrills(CandidateId candidate) {
        sql.writeFor(
                candidate,
                handle -> new Columns().set("candidate", candidate.value()).delete(handle, "drill"));
    }

    @Override
    public boolean delete(CandidateId candidate, SessionId id) {
        return sql.write(handle -> {
            boolean deleted = new Columns()
                    .set("id", id.value())
                    .set("candidate", candidate.value())
                    .delete(handle, "session");
            if (deleted) {
                Snapshots.tidy(handle);
            }
            return deleted;
        });
    }
}
