package rejoinder.api;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.ReferenceAnswer;
import rejoinder.bank.Source;
import rejoinder.grade.Score;
import rejoinder.session.Blueprint;
import rejoinder.session.Correction;
import rejoinder.session.Outcome;
import rejoinder.session.Result;
import rejoinder.session.Session;
import rejoinder.session.SessionException;
import rejoinder.session.SessionScore;
import rejoinder.session.SessionSummary;

/**
 * An ended session with everything that is known about it, so that each score can be worked out again from this file alone.
 *
 * @param format name and version of this shape
 */
record ExportJson(
        String format,
        String id,
        String mode,
        String state,
        long startedAt,
        long endedAt,
        String endedBy,
        long usedMillis,
        long pausedMillis,
        SetupJson setup,
        List<String> picked,
        String seed,
        @Nullable SessionScoreJson score,
        List<ExportedQuestion> questions) {
    private static final String FORMAT = "rejoinder-session/1";

    /** A question as it was asked, what was answered, and what that earned. */
    record ExportedQuestion(
            int place,
            String id,
            String revision,
            String prompt,
            String context,
            String difficulty,
            long suggestedMillis,
            List<String> tags,
            List<ReferenceAnswer> references,
            List<KeyPoint> keyPoints,
            List<QuestionJson.MisconceptionJson> misconceptions,
            String followUp,
            List<Source> sources,
            boolean selfGraded,
            QuestionJson.AnswerJson answer,
            String outcome,
            @Nullable Long gradedAt,
            @Nullable Double score,
            @Nullable Double ownScore,
            @Nullable GradeJson grade,
            List<CorrectionJson> corrections) {}

    /** An ended session, by its parts. */
    record Parts(Session.Ending ending, List<Result> results, List<Correction> corrections) {
        /**
         * Takes a session apart.
         *
         * @throws SessionException.WrongState if it is in progress
         */
        static Parts of(Session session) {
            if (session instanceof Session.Submitted submitted) {
                return new Parts(submitted.ending(), submitted.results(), List.of());
            }
            if (session instanceof Session.Graded graded) {
                return new Parts(graded.ending(), graded.results(), graded.corrections());
            }
            throw new SessionException.WrongState("A session can be exported once it is over; hand it in first.");
        }

        /** Corrections about one place. */
        List<Correction> corrections(int place) {
            return corrections.stream()
                    .filter(correction -> correction.place() == place)
                    .toList();
        }
    }

    static ExportJson of(Session session) {
        Parts parts = Parts.of(session);
        SessionSummary summary = SessionSummary.of(session);
        Blueprint blueprint = session.sitting().blueprint();
        List<ExportedQuestion> questions = new ArrayList<>();
        for (Question question : session.sitting().questions()) {
            int place = questions.size();
            questions.add(question(place, question, parts.results().get(place), parts.corrections(place)));
        }
        return new ExportJson(
                FORMAT,
                session.sitting().id().value(),
                Words.of(blueprint.mode()),
                Words.of(summary.state()),
                session.sitting().startedAt().toEpochMilli(),
                parts.ending().at().toEpochMilli(),
                parts.ending().by() == Session.EndedBy.DEADLINE ? "deadline" : "candidate",
                summary.used().toMillis(),
                parts.ending().paused().toMillis(),
                SetupJson.of(blueprint),
                blueprint.picked().stream().map(QuestionId::toString).toList(),
                // a text, because JavaScript would round it
                Long.toString(blueprint.seed()),
                session instanceof Session.Graded graded
                        ? SessionScore.of(graded).map(SessionScoreJson::of).orElse(null)
                        : null,
                questions);
    }

    private static ExportedQuestion question(
            int place, Question question, Result result, List<Correction> corrections) {
        Long gradedAt = null;
        GradeJson grade = null;
        if (result.outcome() instanceof Outcome.Marked marked) {
            gradedAt = marked.at().toEpochMilli();
            grade = GradeJson.of(marked.grade());
        } else if (result.outcome() instanceof Outcome.SelfMarked self) {
            gradedAt = self.at().toEpochMilli();
        }
        return new ExportedQuestion(
                place,
                question.id().toString(),
                question.revision(),
                question.prompt(),
                question.context(),
                question.difficulty().word(),
                question.suggestedTime().toMillis(),
                question.tags(),
                question.referenceAnswers(),
                question.keyPoints(),
                question.misconceptions().stream()
                        .map(QuestionJson.MisconceptionJson::of)
                        .toList(),
                question.followUp(),
                question.sources(),
                question.selfGraded(),
                QuestionJson.AnswerJson.of(result.attempt()),
                QuestionJson.outcome(result.outcome()),
                gradedAt,
                result.score(corrections).map(Score::value).orElse(null),
                result.score().map(Score::value).orElse(null),
                grade,
                corrections.stream().map(CorrectionJson::of).toList());
    }
}
