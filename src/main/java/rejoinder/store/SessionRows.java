package rejoinder.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import rejoinder.bank.Question;
import rejoinder.grade.Grade;
import rejoinder.grade.Score;
import rejoinder.plan.CandidateId;
import rejoinder.plan.Review;
import rejoinder.session.Correction;
import rejoinder.session.Draft;
import rejoinder.session.InProgress;
import rejoinder.session.Outcome;
import rejoinder.session.Result;
import rejoinder.session.Session;
import rejoinder.session.SessionId;
import rejoinder.session.SessionSetup;

/** Sessions as rows: reads a whole session, and writes of a changed one only the rows and columns that differ. */
final class SessionRows {
    private static final String THIS_SESSION = "session = :session";

    private enum Said {
        GIVEN,
        WITHDRAWN
    }

    private final Snapshots snapshots = new Snapshots();

    /** A candidate's session; empty if there is none of that id or it is another's. */
    Optional<Session> read(Handle handle, CandidateId candidate, SessionId id) {
        return SessionRow.find(handle, candidate, id).map(row -> assemble(handle, row));
    }

    /** A question as it was asked. */
    Question question(Handle handle, String snapshot) {
        return snapshots.questions(handle, List.of(snapshot)).get(0);
    }

    private Session assemble(Handle handle, SessionRow row) {
        Map<String, String> session = Map.of("session", row.id().value());
        List<AskedRow> asked = Sql.rows(
                handle, "select * from asked where session = :session order by place", session, AskedRow::read);
        List<Question> questions = snapshots.questions(
                handle, asked.stream().map(AskedRow::snapshot).toList());
        SessionSetup setup = new SessionSetup(row.id(), row.candidate(), row.blueprint(), questions, row.startedAt());
        SortedMap<Integer, Result> results = results(handle, asked, session);
        List<Correction> said =
                corrections(handle, THIS_SESSION, session).getOrDefault(row.id().value(), List.of());
        if (row.open().isPresent()) {
            SessionRow.Open open = row.open().get();
            List<Draft> drafts = asked.stream().map(AskedRow::draft).toList();
            return new InProgress(
                    setup, open.countdown(), open.paused(), open.pauses(), drafts, results, said, open.writeLock());
        }
        Session.Ending ending = row.ending().orElseThrow();
        List<Result> all = List.copyOf(results.values());
        return switch (row.state()) {
            case GRADED -> new Session.Graded(setup, ending, all, said);
            case SUBMITTED, IN_PROGRESS -> new Session.Submitted(setup, ending, all, said);
        };
    }

    private static SortedMap<Integer, Result> results(
            Handle handle, List<AskedRow> asked, Map<String, String> session) {
        boolean graded = asked.stream().anyMatch(AskedRow::isMarked);
        Map<AskedRow.Spot, Grade> grades = graded ? GradeRows.read(handle, THIS_SESSION, session) : Map.of();
        SortedMap<Integer, Result> results = new TreeMap<>();
        for (AskedRow row : asked) {
            if (row.handedIn().isPresent()) {
                results.put(row.spot().place(), row.result(Optional.ofNullable(grades.get(row.spot()))));
            }
        }
        return results;
    }

    /**
     * Corrections by session, in the order they were said.
     *
     * @param where condition on {@code session}
     */
    static Map<String, List<Correction>> corrections(Handle handle, String where, Map<String, ?> parameters) {
        Map<String, List<Correction>> corrections = new HashMap<>();
        Sql.each(
                handle,
                "select * from correction where " + where + " order by session, n",
                parameters,
                row -> corrections
                        .computeIfAbsent(row.text("session"), session -> new ArrayList<>())
                        .add(correction(row)));
        return corrections;
    }

    private static Correction correction(Row row) throws SQLException {
        return switch (row.word("kind", Said.class)) {
            case GIVEN ->
                new Correction.Given(
                        row.count("place"),
                        row.text("point"),
                        new Score(row.real("credit")),
                        row.text("quote"),
                        row.time("said_at"),
                        saidBy(row));
            case WITHDRAWN ->
                new Correction.Withdrawn(row.count("place"), row.text("point"), row.time("said_at"), saidBy(row));
        };
    }

    private static Optional<CandidateId> saidBy(Row row) throws SQLException {
        return row.has("said_by") ? Optional.of(new CandidateId(row.text("said_by"))) : Optional.empty();
    }

    /** Writes a session that was not there; false if its id is taken. */
    static boolean insert(Handle handle, InProgress session) {
        if (!SessionRow.columns(session).insertIfNew(handle, "session")) {
            return false;
        }
        SessionSetup setup = session.setup();
        Map<Question, String> snapshots = Snapshots.keep(handle, setup.questions());
        for (int place = 0; place < setup.questions().size(); place++) {
            Question question = setup.questions().get(place);
            Columns columns = asked(session, place)
                    .set("session", setup.id().value())
                    .set("place", place)
                    .set("candidate", setup.candidate().value())
                    .set("question", question.id().toString())
                    .set("revision", question.revision())
                    .set("snapshot", Objects.requireNonNull(snapshots.get(question)))
                    .set("asked_at", setup.startedAt());
            columns.insert(handle, "asked");
            AskedRow.Spot spot = new AskedRow.Spot(setup.id().value(), place);
            write(handle, setup, spot, Marks.NONE, Marks.of(session, place));
        }
        return true;
    }

    /** Writes what has changed in a session. */
    static void update(Handle handle, Session before, Session next) {
        SessionSetup setup = next.setup();
        if (!setup.equals(before.setup())) {
            throw new IllegalStateException("A step changed what was asked in session "
                    + before.setup().id().value() + "; a session never changes.");
        }
        Columns session = SessionRow.columns(next).changedFrom(SessionRow.columns(before));
        if (!session.isEmpty()) {
            session.update(handle, "session", new Columns().set("id", setup.id().value()));
        }
        for (int place = 0; place < setup.questions().size(); place++) {
            AskedRow.Spot spot = new AskedRow.Spot(setup.id().value(), place);
            Columns changed = asked(next, place).changedFrom(asked(before, place));
            if (!changed.isEmpty()) {
                changed.update(handle, "asked", spot.key());
            }
            write(handle, setup, spot, Marks.of(before, place), Marks.of(next, place));
        }
        writeCorrections(handle, setup, before.corrections(), next.corrections());
    }

    private static Columns asked(Session session, int place) {
        Columns columns = new Columns();
        InProgress.of(session)
                .ifPresent(open -> AskedRow.setDraft(columns, open.drafts().get(place)));
        session.result(place)
                .ifPresentOrElse(result -> AskedRow.setResult(columns, result), () -> AskedRow.setNoResult(columns));
        return columns;
    }

    /** The outcome of an attempt. */
    private record Marks(Optional<Outcome.Marked> marked, Optional<Review> review) {
        static final Marks NONE = new Marks(Optional.empty(), Optional.empty());

        static Marks of(Session session, int place) {
            Optional<Result> result = session.result(place);
            return new Marks(
                    result.flatMap(it -> it.outcome().marked()),
                    result.flatMap(
                            it -> it.review(session.setup().questions().get(place), session.corrections(place))));
        }

        Optional<Grade> grade() {
            return marked.map(Outcome.Marked::grade);
        }
    }

    private static void write(Handle handle, SessionSetup setup, AskedRow.Spot spot, Marks before, Marks next) {
        if (!next.grade().equals(before.grade())) {
            if (before.marked.isPresent() && next.marked.isPresent()) {
                EarlierGrades.keep(
                        handle, spot, before.marked.get(), next.marked.get().at());
            }
            GradeRows.delete(handle, spot);
            next.grade().ifPresent(grade -> GradeRows.insert(handle, spot, grade));
        }
        if (!next.review.equals(before.review)) {
            spot.key().delete(handle, "review");
            next.review.ifPresent(review -> ReviewRow.columns(review)
                    .set("session", spot.session())
                    .set("place", spot.place())
                    .set("candidate", setup.candidate().value())
                    .insert(handle, "review"));
        }
    }

    private static void writeCorrections(
            Handle handle, SessionSetup setup, List<Correction> before, List<Correction> next) {
        boolean added =
                next.size() >= before.size() && next.subList(0, before.size()).equals(before);
        if (!added) {
            throw new IllegalStateException("A step took a correction away from session "
                    + setup.id().value() + "; corrections are only ever added.");
        }
        for (int n = before.size(); n < next.size(); n++) {
            Correction correction = next.get(n);
            Columns columns = new Columns()
                    .set("session", setup.id().value())
                    .set("n", n)
                    .set("candidate", setup.candidate().value())
                    .set("place", correction.place())
                    .set("point", correction.point())
                    .set("said_at", correction.at());
            correction.reviewer().ifPresent(reviewer -> columns.set("said_by", reviewer.value()));
            if (correction instanceof Correction.Given given) {
                columns.set("kind", Said.GIVEN)
                        .set("credit", given.credit().value())
                        .set("quote", given.quote());
            } else {
                columns.set("kind", Said.WITHDRAWN);
            }
            columns.insert(handle, "correction");
        }
    }
}
