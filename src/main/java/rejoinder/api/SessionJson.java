package rejoinder.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Question;
import rejoinder.export.EnumNames;
import rejoinder.export.SessionScoreJson;
import rejoinder.grade.GraderState;
import rejoinder.intake.LetterBook;
import rejoinder.plan.CandidateId;
import rejoinder.session.DraftSave;
import rejoinder.session.DrillLine;
import rejoinder.session.InProgress;
import rejoinder.session.MostLost;
import rejoinder.session.Result;
import rejoinder.session.Session;
import rejoinder.session.SessionId;

/** A session as its page needs it. */
sealed interface SessionJson {
    /** Whether answers can be graded; null unless the grading of a handed-in answer is owed. */
    @Nullable
    ModelJson grading();

    /**
     * In progress.
     *
     * @param longestAnswer characters that an answer may have
     * @param followUps whether one more question is asked after each answer
     * @param canWrite whether the asking window holds the write lock
     * @param writeLock the right to write, only where it has just been given
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
            int longestAnswer,
            boolean followUps,
            boolean canWrite,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String writeLock,

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
     * @param mostLost the question that cost most; null if no single one did
     * @param bands the words for scores
     * @param grading whether answers can be graded, only while grading is owed
     * @param grader version of the current grader; empty while there is none
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
            @Nullable MostLost mostLost,
            List<ScoreBandJson> bands,
            String grader,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            ModelJson grading,

            List<QuestionJson> questions)
            implements SessionJson {}

    /**
     * The session as one window sees it.
     *
     * @param writeLock the right to write that the window claims
     * @param given whether the window has just received the write lock
     */
    static SessionJson of(Session session, String writeLock, boolean given, View view) {
        return session.ended()
                .<SessionJson>map(ended -> ended(ended, ended.setup().id().value(), view))
                .or(() -> InProgress.of(session).map(open -> open(open, writeLock, given, view)))
                .orElseThrow();
    }

    /** A result as others see it: the answers and their marks, and nothing that leads to other data of the candidate. */
    static SessionJson shared(Session.Ended session, View view) {
        return ended(session, "", view);
    }

    /**
     * What a session is shown with.
     *
     * @param bank for the titles of the topics
     * @param lines the candidate's lines on key points and follow-ups, of any session
     * @param rendering shows Markdown
     * @param grading whether answers can be graded now
     * @param letters whether answers to a question can be marked
     * @param now the time
     * @param reviewers what reviewers are called
     */
    record View(
            ItemBank bank,
            List<DrillLine> lines,
            Rendering rendering,
            GraderState grading,
            LetterBook letters,
            Instant now,
            Function<CandidateId, String> reviewers) {
        /** For somebody else than the candidate, who does not see the lines on key points and follow-ups. */
        static View ofAnother(ServerSettings settings, Function<CandidateId, String> reviewers) {
            return new View(
                    settings.bank(),
                    List.of(),
                    settings.rendering(),
                    settings.grading().get(),
                    settings.importing().letters(),
                    settings.clock().instant(),
                    reviewers);
        }

        private List<DrillLine> lines(SessionId session, Question question) {
            return lines.stream()
                    .filter(line -> line.session().equals(Optional.of(session)))
                    .filter(line -> line.drilled().question().equals(question.id()))
                    .toList();
        }
    }

    private static Open open(InProgress session, String writeLock, boolean given, View view) {
        List<QuestionJson> questions = new ArrayList<>();
        boolean owed = false;
        for (int place = 0; place < session.drafts().size(); place++) {
            Question question = session.setup().questions().get(place);
            QuestionJson.Asked asked = QuestionJson.Asked.of(place, question, view.bank(), view.rendering());
            Result result = session.settled().get(place);
            owed |= result != null && result.isOwed();
            List<DrillLine> lines = view.lines(session.setup().id(), question);
            if (result == null) {
                questions.add(QuestionJson.Open.of(
                        asked, session.drafts().get(place), view.letters().of(question)));
            } else if (InProgress.keepsMarksBack(session)) {
                questions.add(QuestionJson.HandedIn.of(asked, question, result, lines));
            } else {
                questions.add(QuestionJson.Ended.of(
                        asked,
                        question,
                        result,
                        session.corrections(place),
                        lines,
                        view.rendering(),
                        view.reviewers()));
            }
        }
        return new Open(
                session.setup().id().value(),
                EnumNames.of(session.setup().blueprint().mode()),
                EnumNames.of(session.state()),
                session.setup().startedAt().toEpochMilli(),
                view.now().toEpochMilli(),
                ClockJson.of(session, view.now()),
                session.pauses(),
                InProgress.MOST_PAUSES,
                session.paused(view.now()).toMillis(),
                DraftSave.LONGEST_ANSWER,
                session.setup().blueprint().followUps(),
                given || session.writeLock().equals(writeLock),
                given ? session.writeLock() : null,
                owed ? ModelJson.of(view.grading()) : null,
                questions);
    }

    private static Ended ended(Session.Ended session, String id, View view) {
        List<QuestionJson> questions = new ArrayList<>();
        for (int place = 0; place < session.results().size(); place++) {
            Question question = session.setup().questions().get(place);
            questions.add(QuestionJson.Ended.of(
                    QuestionJson.Asked.of(place, question, view.bank(), view.rendering()),
                    question,
                    session.results().get(place),
                    session.corrections(place),
                    view.lines(session.setup().id(), question),
                    view.rendering(),
                    view.reviewers()));
        }
        Session.Ending ending = session.ending();
        return new Ended(
                id,
                EnumNames.of(session.setup().blueprint().mode()),
                EnumNames.of(session.state()),
                session.setup().startedAt().toEpochMilli(),
                view.now().toEpochMilli(),
                ClockJson.of(session, view.now()),
                ending.paused().toMillis(),
                false,
                ending.at().toEpochMilli(),
                EnumNames.of(ending.by()),
                session.used().toMillis(),
                session.setup().total().map(Duration::toMillis).orElse(null),
                session.score().map(SessionScoreJson::of).orElse(null),
                MostLost.of(session).orElse(null),
                ScoreBandJson.ALL,
                view.grading().ready().map(grader -> grader.stamp().grader()).orElse(""),
                session.graded().isPresent() ? null : ModelJson.of(view.grading()),
                questions);
    }
}
