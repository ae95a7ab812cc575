package rejoinder.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.ReferenceAnswer;
import rejoinder.bank.Source;
import rejoinder.grade.Score;
import rejoinder.plan.Rating;
import rejoinder.session.Blueprint;
import rejoinder.session.Correction;
import rejoinder.session.DrillLine;
import rejoinder.session.Result;
import rejoinder.session.Session;
import rejoinder.session.SessionException;
import rejoinder.session.SessionId;

/**
 * An ended session with everything that is known about it, so that each score can be worked out again from this file alone.
 *
 * @param format name and version of this shape
 */
public record SessionExport(
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

    /**
     * A question as it was asked, what was answered, what that earned, and what practice made of it.
     *
     * @param hints how many hints were taken before the answer was handed in
     * @param rating how well it was remembered, 1 to 4, as it counts; null while there is no score
     * @param ownRating the candidate's own word on that; null if the score decides
     * @param again whether the candidate wants to be asked again at once; else later, when memory says so
     * @param drills lines about its key points, said after the answer
     */
    public record ExportedQuestion(
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
            List<MisconceptionJson> misconceptions,
            String followUp,
            List<Source> sources,
            boolean selfGraded,
            AnswerJson answer,
            String outcome,
            @Nullable Long gradedAt,
            @Nullable Double score,
            @Nullable Double ownScore,
            @Nullable GradeJson grade,
            GradeJson.@Nullable MarkingJson marking,
            List<CorrectionJson> corrections,
            int hints,
            @Nullable Integer rating,
            @Nullable Integer ownRating,
            boolean again,
            List<DrillLineJson> drills) {}

    /**
     * A line about one key point.
     *
     * @param session whose answer had missed it; null if it was said elsewhere
     */
    public record DrillLineJson(
            @Nullable String session,
            String question,
            String point,
            String statement,
            String text,
            double score,
            long at) {
        /** The line as JSON. */
        public static DrillLineJson of(DrillLine line) {
            return new DrillLineJson(
                    line.session().map(SessionId::value).orElse(null),
                    line.drilled().question().toString(),
                    line.drilled().point(),
                    line.statement(),
                    line.text(),
                    line.drilled().score().value(),
                    line.drilled().at().toEpochMilli());
        }
    }

    /**
     * What there is to export.
     *
     * @throws SessionException.WrongState if the session is in progress
     */
    static Session.Ended ended(Session session) {
        return session.ended()
                .orElseThrow(() -> new SessionException.WrongState(
                        "A session can be exported once it is over; hand it in first."));
    }

    /**
     * A session by its parts, to be written as JSON.
     *
     * @param drills lines about key points, of this session and others
     */
    public static SessionExport of(Session session, List<DrillLine> drills) {
        List<DrillLineJson> lines = drills.stream()
                .filter(line ->
                        line.session().equals(Optional.of(session.setup().id())))
                .map(DrillLineJson::of)
                .toList();
        Session.Ended ended = ended(session);
        Blueprint blueprint = session.setup().blueprint();
        List<ExportedQuestion> questions = new ArrayList<>();
        for (Question question : session.setup().questions()) {
            int place = questions.size();
            questions.add(question(place, question, ended.results().get(place), ended.corrections(place), lines));
        }
        return new SessionExport(
                FORMAT,
                session.setup().id().value(),
                EnumNames.of(blueprint.mode()),
                EnumNames.of(session.state()),
                session.setup().startedAt().toEpochMilli(),
                ended.ending().at().toEpochMilli(),
                EnumNames.of(ended.ending().by()),
                ended.used().toMillis(),
                ended.ending().paused().toMillis(),
                SetupJson.of(blueprint),
                blueprint.picked().stream().map(QuestionId::toString).toList(),
                // a text, because JavaScript would round it
                Long.toString(blueprint.seed()),
                ended.score().map(SessionScoreJson::of).orElse(null),
                questions);
    }

    private static ExportedQuestion question(
            int place, Question question, Result result, List<Correction> corrections, List<DrillLineJson> lines) {
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
                question.misconceptions().stream().map(MisconceptionJson::of).toList(),
                question.followUp().prompt(),
                question.sources(),
                question.selfGraded(),
                AnswerJson.of(result.attempt()),
                EnumNames.of(result.outcome().kind()),
                result.outcome().earnedAt().map(Instant::toEpochMilli).orElse(null),
                result.score(corrections).map(Score::value).orElse(null),
                result.score().map(Score::value).orElse(null),
                result.grade().map(GradeJson::of).orElse(null),
                result.marking(corrections).map(GradeJson.MarkingJson::of).orElse(null),
                CorrectionJson.of(corrections),
                result.practiceNotes().hints(),
                result.review(question, corrections)
                        .map(review -> review.rating().number())
                        .orElse(null),
                result.practiceNotes().rating().map(Rating::number).orElse(null),
                result.practiceNotes().again(),
                lines.stream()
                        .filter(line -> line.question().equals(question.id().toString()))
                        .toList());
    }
}
