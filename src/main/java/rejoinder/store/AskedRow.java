package rejoinder.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import rejoinder.grade.Grade;
import rejoinder.grade.Score;
import rejoinder.plan.Rating;
import rejoinder.session.Attempt;
import rejoinder.session.Confidence;
import rejoinder.session.Draft;
import rejoinder.session.Outcome;
import rejoinder.session.PracticeNotes;
import rejoinder.session.Result;
import rejoinder.session.StoreException;

/**
 * What the row of an asked question says by itself, its grade apart.
 *
 * @param snapshot names the question as it was asked
 * @param handedIn the attempt and its outcome, once there is one
 */
record AskedRow(Spot spot, String revision, String snapshot, Draft draft, Optional<HandedIn> handedIn) {
    /** Names one asked question. */
    record Spot(String session, int place) {
        static Spot of(Row row) throws SQLException {
            return new Spot(row.text("session"), row.count("place"));
        }

        Columns key() {
            return new Columns().set("session", session).set("place", place);
        }
    }

    /** An attempt with what its row says about the outcome. */
    record HandedIn(Attempt attempt, Outcome.Kind outcome, Instant at, double selfScore, PracticeNotes practiceNotes) {}

    private enum AttemptWord {
        ANSWERED,
        EMPTY
    }

    static void setDraft(Columns columns, Draft draft) {
        columns.set("draft_text", draft.text())
                .set("draft_revision", draft.revision())
                .set("draft_saved_at", draft.savedAt())
                .set("draft_flagged", draft.flagged())
                .set("draft_confidence", draft.confidence())
                .set("draft_spent_ms", draft.spent())
                .set("draft_hints", draft.hints())
                .set("draft_in_time", draft.inTime().orElse(null));
    }

    /** Sets the columns of an attempt and its outcome. */
    static void setResult(Columns columns, Result result) {
        Attempt attempt = result.attempt();
        columns.set("attempt", attempt.isAnswered() ? AttemptWord.ANSWERED : AttemptWord.EMPTY)
                .set("attempt_text", attempt.text())
                .set("attempt_at", attempt.at())
                .set("attempt_spent_ms", attempt.spent())
                .set("attempt_confidence", attempt.confidence())
                .set("attempt_with_overtime", attempt.overtime())
                .set("hints", result.practiceNotes().hints())
                .set("again", result.practiceNotes().again())
                .setNull("outcome_at", "self_score", "rating");
        result.practiceNotes().rating().ifPresent(rating -> columns.set("rating", rating.number()));
        Outcome outcome = result.outcome();
        columns.set("outcome", outcome.kind());
        outcome.earnedAt().ifPresent(at -> columns.set("outcome_at", at));
        if (outcome instanceof Outcome.SelfMarked self) {
            columns.set("self_score", self.score().value());
        }
    }

    /** Sets the same columns to what they are before anything is handed in. */
    static void setNoResult(Columns columns) {
        columns.setNull(
                        "attempt",
                        "attempt_text",
                        "attempt_at",
                        "attempt_spent_ms",
                        "attempt_confidence",
                        "attempt_with_overtime")
                .setNull("outcome", "outcome_at", "self_score", "hints", "rating", "again");
    }

    boolean isMarked() {
        return handedIn.isPresent() && handedIn.get().outcome() == Outcome.Kind.MARKED;
    }

    static AskedRow read(Row row) throws SQLException {
        return new AskedRow(
                Spot.of(row),
                row.text("revision"),
                row.text("snapshot"),
                new Draft(
                        row.text("draft_text"),
                        row.number("draft_revision"),
                        row.time("draft_saved_at"),
                        row.truth("draft_flagged"),
                        row.word("draft_confidence", Confidence.class),
                        row.span("draft_spent_ms"),
                        row.count("draft_hints"),
                        row.has("draft_in_time") ? Optional.of(row.text("draft_in_time")) : Optional.empty()),
                row.has("attempt") ? Optional.of(handedIn(row)) : Optional.empty());
    }

    private static HandedIn handedIn(Row row) throws SQLException {
        Instant at = row.time("attempt_at");
        Confidence confidence = row.word("attempt_confidence", Confidence.class);
        String overtime = row.has("attempt_with_overtime") ? row.text("attempt_with_overtime") : "";
        Attempt attempt = switch (row.word("attempt", AttemptWord.class)) {
            case ANSWERED ->
                new Attempt.Answered(row.text("attempt_text"), at, row.span("attempt_spent_ms"), confidence, overtime);
            case EMPTY -> new Attempt.Empty(at, row.span("attempt_spent_ms"), confidence, overtime);
        };
        return new HandedIn(
                attempt,
                row.word("outcome", Outcome.Kind.class),
                row.time("outcome_at"),
                row.real("self_score"),
                new PracticeNotes(row.count("hints"), Rating.ofNumber(row.count("rating")), row.truth("again")));
    }

    /**
     * The result, with the grade if it needs one.
     *
     * @throws StoreException if nothing was handed in, or the grade is not there
     */
    Result result(Optional<Grade> grade) {
        HandedIn in = handedIn.orElseThrow(() -> missing("answer"));
        Outcome outcome = switch (in.outcome) {
            case OWED -> new Outcome.Owed();
            case MARKED -> new Outcome.Marked(grade.orElseThrow(() -> missing("grade")), in.at);
            case SELF_OWED -> new Outcome.SelfOwed();
            case SELF_MARKED -> new Outcome.SelfMarked(new Score(in.selfScore), in.at);
        };
        return new Result(in.attempt, outcome, in.practiceNotes);
    }

    private StoreException missing(String what) {
        return new StoreException("Session " + spot.session() + " has no " + what + " for question "
                + (spot.place() + 1) + " in the database; restore rejoinder.db from a backup.");
    }
}
