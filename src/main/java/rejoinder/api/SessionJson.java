package rejoinder.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Question;
import rejoinder.grade.GraderState;
import rejoinder.session.Correction;
import rejoinder.session.Countdown;
import rejoinder.session.InProgress;
import rejoinder.session.Outcome;
import rejoinder.session.Result;
import rejoinder.session.Session;
import rejoinder.session.SessionScore;
import rejoinder.session.SessionSummary;

/** A session as its page needs it. */
sealed interface SessionJson {
    /** Whether answers can be graded; null unless the grading of a handed-in answer is owed. */
    @Nullable
    ModelJson grading();

    /**
     * In progress.
     *
     * @param canWrite whether the asking window holds the pen
     * @param pen the right to write, only where it has just been given
     * @param grading whether answers can be graded, only while the grading of a handed-in answer is owed
     */
    record Open(
            String id,
            String mode,
            String state,
            long startedAt,
            long now,
            ClockJson clock,
            int pauses,
            int mostPauses,
            long pausedMillis,
            boolean canWrite,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String pen,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            ModelJson grading,

            List<QuestionJson> questions)
            implements SessionJson {}

    /**
     * Submitted or graded.
     *
     * @param endedBy {@code candidate} or {@code deadline}
     * @param totalMillis the time that there was, without overtime; null without a clock
     * @param score null while it is not graded, or if no question has a score
     * @param grading whether answers can be graded, only while grading is owed
     * @param grader version of the grader of today; empty while there is none
     */
    record Ended(
            String id,
            String mode,
            String state,
            long startedAt,
            long now,
            ClockJson clock,
            long pausedMillis,
            boolean canWrite,
            long endedAt,
            String endedBy,
            long usedMillis,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long totalMillis,

            @Nullable SessionScoreJson score,
            String grader,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            ModelJson grading,

            List<QuestionJson> questions)
            implements SessionJson {}

    /**
     * A session as a window sees it.
     *
     * @param pen the right to write that the window claims
     * @param given whether the pen was given to the window just now
     */
    static SessionJson of(Session session, String pen, boolean given, View view) {
        if (session instanceof InProgress open) {
            return open(open, pen, given, view);
        }
        if (session instanceof Session.Submitted submitted) {
            return ended(submitted, submitted.ending(), submitted.results(), view);
        }
        Session.Graded graded = (Session.Graded) session;
        return ended(graded, graded.ending(), graded.results(), view);
    }

    /**
     * What a session is shown with.
     *
     * @param bank for the titles of the topics
     * @param rendering shows Markdown
     * @param grading whether answers can be graded now
     * @param now the time
     */
    record View(ItemBank bank, Rendering rendering, GraderState grading, Instant now) {}

    private static Open open(InProgress session, String pen, boolean given, View view) {
        List<QuestionJson> questions = new ArrayList<>();
        boolean owed = false;
        for (int place = 0; place < session.drafts().size(); place++) {
            Question question = session.setup().questions().get(place);
            QuestionJson.Asked asked = QuestionJson.Asked.of(place, question, view.bank(), view.rendering());
            Result result = session.settled().get(place);
            owed |= result != null && result.outcome() instanceof Outcome.Owed;
            questions.add(
                    result == null
                            ? QuestionJson.Open.of(asked, session.drafts().get(place))
                            : QuestionJson.Ended.of(asked, question, result, List.of(), view.rendering()));
        }
        Duration paused = session.paused();
        if (session.countdown() instanceof Countdown.StoppedAt stop
                && view.now().isAfter(stop.since())) {
            paused = paused.plus(Duration.between(stop.since(), view.now()));
        }
        return new Open(
                session.setup().id().value(),
                EnumNames.of(session.setup().blueprint().mode()),
                EnumNames.of(SessionSummary.State.IN_PROGRESS),
                session.setup().startedAt().toEpochMilli(),
                view.now().toEpochMilli(),
                ClockJson.of(session, view.now()),
                session.pauses(),
                InProgress.MOST_PAUSES,
                paused.toMillis(),
                given || session.pen().equals(pen),
                given ? session.pen() : null,
                owed ? ModelJson.of(view.grading()) : null,
                questions);
    }

    private static Ended ended(Session session, Session.Ending ending, List<Result> results, View view) {
        List<QuestionJson> questions = new ArrayList<>();
        for (int place = 0; place < results.size(); place++) {
            Question question = session.setup().questions().get(place);
            List<Correction> corrections =
                    session instanceof Session.Graded graded ? graded.corrections(place) : List.of();
            questions.add(QuestionJson.Ended.of(
                    QuestionJson.Asked.of(place, question, view.bank(), view.rendering()),
                    question,
                    results.get(place),
                    corrections,
                    view.rendering()));
        }
        SessionSummary summary = SessionSummary.of(session);
        return new Ended(
                session.setup().id().value(),
                EnumNames.of(session.setup().blueprint().mode()),
                EnumNames.of(summary.state()),
                session.setup().startedAt().toEpochMilli(),
                view.now().toEpochMilli(),
                ClockJson.of(session, view.now()),
                ending.paused().toMillis(),
                false,
                ending.at().toEpochMilli(),
                ending.by() == Session.EndedBy.DEADLINE ? "deadline" : "candidate",
                summary.used().toMillis(),
                session.setup().total().map(Duration::toMillis).orElse(null),
                session instanceof Session.Graded graded
                        ? SessionScore.of(graded).map(SessionScoreJson::of).orElse(null)
                        : null,
                view.grading() instanceof GraderState.Ready ready
                        ? ready.grader().stamp().grader()
                        : "",
                session instanceof Session.Submitted ? ModelJson.of(view.grading()) : null,
                questions);
    }
}
