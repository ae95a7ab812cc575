package rejoinder.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import rejoinder.grade.Score;
import rejoinder.plan.CandidateId;
import rejoinder.session.Blueprint;
import rejoinder.session.Countdown;
import rejoinder.session.InProgress;
import rejoinder.session.Mode;
import rejoinder.session.Session;
import rejoinder.session.SessionId;
import rejoinder.session.SessionScore;
import rejoinder.session.SessionSummary;

/**
 * What the row of a session says by itself, its questions apart.
 *
 * @param open the clock and the write lock while it is in progress
 * @param ending how it ended, once it has
 */
record SessionRow(
        SessionId id,
        CandidateId candidate,
        Session.State state,
        Blueprint blueprint,
        Instant startedAt,
        Optional<Open> open,
        Optional<Session.Ending> ending) {

    /** What only a session in progress has. */
    record Open(Countdown countdown, Duration paused, int pauses, String writeLock) {}

    /** The row of a candidate's session; empty if there is none of that id or it is another's. */
    static Optional<SessionRow> find(Handle handle, CandidateId candidate, SessionId id) {
        return Sql.rows(
                        handle,
                        "select * from session where id = :id and candidate = :candidate",
                        Map.of("id", id.value(), "candidate", candidate.value()),
                        SessionRow::read)
                .stream()
                .findFirst();
    }

    /** The row of a session, with the figures that the history shows. */
    static Columns columns(Session session) {
        SessionSummary summary = SessionSummary.of(session);
        Columns columns = new Columns()
                .set("id", session.setup().id().value())
                .set("candidate", session.setup().candidate().value())
                .set("state", summary.state())
                .set("started_at", session.setup().startedAt())
                .set("topics", String.join(" ", summary.topics()))
                .set("answered", summary.answered())
                .setNull("deadline_at", "left_ms", "stopped_at", "pauses", "pen", "ended_at", "ended_by")
                .setNull("score", "score_low", "score_high", "scored");
        BlueprintColumns.set(columns, session.setup().blueprint());
        summary.score()
                .ifPresent(score -> columns.set("score", score.score().value())
                        .set("score_low", score.low().value())
                        .set("score_high", score.high().value())
                        .set("scored", score.counted()));
        if (session instanceof InProgress open) {
            setClock(columns, open.countdown());
            columns.set("paused_ms", open.paused()).set("pauses", open.pauses()).set("pen", open.writeLock());
        } else {
            session.ended()
                    .map(Session.Ended::ending)
                    .ifPresent(ending -> columns.set("paused_ms", ending.paused())
                            .set("ended_at", ending.at())
                            .set("ended_by", ending.by()));
        }
        return columns;
    }

    private static void setClock(Columns columns, Countdown countdown) {
        if (countdown instanceof Countdown.RunsUntil running) {
            columns.set("deadline_at", running.deadline());
        } else if (countdown instanceof Countdown.StoppedAt stopped) {
            columns.set("left_ms", stopped.left()).set("stopped_at", stopped.since());
        }
    }

    static SessionRow read(Row row) throws SQLException {
        boolean ended = row.has("ended_at");
        return new SessionRow(
                new SessionId(row.text("id")),
                new CandidateId(row.text("candidate")),
                row.word("state", Session.State.class),
                BlueprintColumns.read(row),
                row.time("started_at"),
                ended
                        ? Optional.empty()
                        : Optional.of(
                                new Open(clock(row), row.span("paused_ms"), row.count("pauses"), row.text("pen"))),
                ended ? Optional.of(ending(row)) : Optional.empty());
    }

    private static Session.Ending ending(Row row) throws SQLException {
        return new Session.Ending(
                row.time("ended_at"), row.word("ended_by", Session.EndedBy.class), row.span("paused_ms"));
    }

    private static Countdown clock(Row row) throws SQLException {
        if (row.has("deadline_at")) {
            return new Countdown.RunsUntil(row.time("deadline_at"));
        }
        return row.has("left_ms")
                ? new Countdown.StoppedAt(row.span("left_ms"), row.time("stopped_at"))
                : new Countdown.Unlimited();
    }

    /** The ids of the topics. */
    static List<String> topics(Row row) throws SQLException {
        return Stream.of(row.text("topics").split(" ")).toList();
    }

    /** The line of the history, from this row alone. */
    static SessionSummary summary(Row row) throws SQLException {
        Instant started = row.time("started_at");
        return new SessionSummary(
                new SessionId(row.text("id")),
                row.word("mode", Mode.class),
                row.word("state", Session.State.class),
                started,
                row.has("ended_at") ? ending(row).used(started) : Duration.ZERO,
                topics(row),
                row.count("questions"),
                row.count("answered"),
                row.has("scored")
                        ? List.of(new SessionScore(
                                new Score(row.real("score")),
                                new Score(row.real("score_low")),
                                new Score(row.real("score_high")),
                                row.count("scored")))
                        : List.of());
    }
}
