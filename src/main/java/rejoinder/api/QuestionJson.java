package rejoinder.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rejoinder.bank.ItemBank;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.bank.ReferenceAnswer;
import rejoinder.bank.Source;
import rejoinder.export.AnswerJson;
import rejoinder.export.CorrectionJson;
import rejoinder.export.DraftJson;
import rejoinder.export.EnumNames;
import rejoinder.export.GradeJson;
import rejoinder.export.MisconceptionJson;
import rejoinder.grade.Gist;
import rejoinder.intake.Letter;
import rejoinder.plan.CandidateId;
import rejoinder.plan.Drills;
import rejoinder.plan.NextAsked;
import rejoinder.session.Correction;
import rejoinder.session.Draft;
import rejoinder.session.DrillLine;
import rejoinder.session.Practice;
import rejoinder.session.Result;

/** A question in a session. Only {@link Ended} has what a good answer says, so that it cannot leak into a question that is still open. */
sealed interface QuestionJson {
    /** What every state of a question shows. */
    record Asked(
            int place,
            String id,
            TopicJson.Named topic,
            String prompt,
            String promptHtml,
            String contextHtml,
            String difficulty,
            long suggestedMillis,
            boolean selfGraded) {
        static Asked of(int place, Question question, ItemBank bank, Rendering rendering) {
            return new Asked(
                    place,
                    question.id().toString(),
                    TopicJson.Named.of(question.id().topic(), bank),
                    rendering.text().apply(question.prompt()),
                    rendering.inline().apply(question.prompt()),
                    rendering.html().apply(question.context()),
                    question.difficulty().word(),
                    question.suggestedTime().toMillis(),
                    question.selfGraded());
        }
    }

    /**
     * A question that takes an answer.
     *
     * @param letter whether the answer can be marked: A, B, C, or empty while that is not known
     * @param reason why, in one sentence
     */
    record Open(@JsonUnwrapped Asked asked, DraftJson draft, String letter, String reason) implements QuestionJson {
        static Open of(Asked asked, Draft draft, Letter letter) {
            return new Open(asked, DraftJson.of(draft), letter.letter().word(), letter.reason());
        }
    }

    /**
     * A question whose answer is handed in while the interview goes on, so marks are left out.
     *
     * @param outcome always {@code handed-in}
     * @param asking what the interviewer asks next; null as long as the answer is not judged
     * @param said the candidate's answer to that; empty if there is none yet
     */
    record HandedIn(
            @JsonUnwrapped Asked asked,
            AnswerJson answer,
            String outcome,
            @Nullable FollowUpJson asking,
            String said) implements QuestionJson {
        static HandedIn of(Asked asked, Question question, Result result, List<DrillLine> lines) {
            return new HandedIn(
                    asked,
                    AnswerJson.of(result.attempt()),
                    "handed-in",
                    result.isOwed() ? null : FollowUpJson.of(NextAsked.of(question, result.marking(List.of()))),
                    lines.isEmpty() ? "" : lines.get(lines.size() - 1).text());
        }
    }

    /**
     * A question whose answer is handed in.
     *
     * @param outcome {@code owed}, {@code marked}, {@code self-owed}, {@code self-marked} or {@code skipped}: left out of practice
     * @param unread why the candidate marks an answer that has a reference; empty unless the grader does not read its language
     * @param score what counts, corrections applied
     * @param ownScore the grader's or the candidate's own, before corrections
     * @param marking the grade in whole points, corrections applied
     * @param gist what the answer did, in one sentence; empty unless the grader has graded it
     * @param keyPoints how the points are named and asked about
     * @param followUp what the interviewer asks next
     * @param lines lines on single key points and follow-ups, oldest first
     */
    record Ended(
            @JsonUnwrapped Asked asked,
            AnswerJson answer,
            String outcome,
            String unread,
            @Nullable ScoreJson score,
            @Nullable ScoreJson ownScore,
            @Nullable GradeJson grade,
            GradeJson.@Nullable MarkingJson marking,
            String gist,
            List<KeyPointJson> keyPoints,
            List<CorrectionJson> corrections,
            List<ReferenceJson> references,
            List<MisconceptionJson> misconceptions,
            FollowUpJson followUp,
            List<LineJson> lines,
            List<Source> sources)
            implements QuestionJson {
        static Ended of(
                Asked asked,
                Question question,
                Result result,
                List<Correction> corrections,
                List<DrillLine> lines,
                Rendering rendering,
                Function<CandidateId, String> reviewers) {
            return new Ended(
                    asked,
                    AnswerJson.of(result.attempt()),
                    result.wasSkipped(question)
                            ? "skipped"
                            : EnumNames.of(result.outcome().kind()),
                    result.unread(question).orElse(""),
                    result.score(corrections).map(ScoreJson::of).orElse(null),
                    result.score().map(ScoreJson::of).orElse(null),
                    result.grade().map(GradeJson::of).orElse(null),
                    result.marking(corrections).map(GradeJson.MarkingJson::of).orElse(null),
                    result.marking(corrections)
                            .map(marking -> Gist.of(marking, question.keyPoints()))
                            .orElse(""),
                    question.keyPoints().stream().map(KeyPointJson::of).toList(),
                    CorrectionJson.of(corrections, reviewers),
                    question.referenceAnswers().stream()
                            .map(reference -> ReferenceJson.of(reference, rendering))
                            .toList(),
                    question.misconceptions().stream()
                            .map(MisconceptionJson::of)
                            .toList(),
                    FollowUpJson.of(NextAsked.of(question, result.marking(corrections))),
                    lines.stream().map(line -> LineJson.of(line, question)).toList(),
                    question.sources());
        }
    }

    /**
     * How a key point is named and asked about.
     *
     * @param shortForm a few words; empty if there are none
     * @param ask the yes-no question that settles it; empty if there is none
     * @param bonus whether full marks can do without it
     */
    record KeyPointJson(String id, String shortForm, String ask, boolean bonus) {
        static KeyPointJson of(KeyPoint point) {
            return new KeyPointJson(point.id(), point.shortForm(), point.ask(), point.bonus());
        }
    }

    /**
     * What the interviewer asks next.
     *
     * @param point the key point that it asks for; empty for the question's own follow-up
     * @param ask empty if nothing is asked
     * @param marked whether an answer to it can be marked
     */
    record FollowUpJson(String point, String ask, boolean marked) {
        static FollowUpJson of(NextAsked next) {
            return new FollowUpJson(next.point(), next.ask(), next.canBeMarked());
        }
    }

    /**
     * One line on a key point or follow-up, and what it earned of its own question.
     *
     * @param point the key point that it was about; empty for the question's own follow-up
     */
    record LineJson(String point, String ask, String text, int percent, long at) {
        static LineJson of(DrillLine line, Question question) {
            boolean own = line.drilled().point().equals(Practice.FOLLOW_UP);
            return new LineJson(
                    own ? "" : line.drilled().point(),
                    own ? line.statement() : Drills.ask(question, line.drilled().point(), line.statement()),
                    line.text(),
                    line.drilled().score().percent(),
                    line.drilled().at().toEpochMilli());
        }
    }

    /** A reference answer: shown, and as Markdown. */
    record ReferenceJson(String label, String html, String text) {
        static ReferenceJson of(ReferenceAnswer reference, Rendering rendering) {
            return new ReferenceJson(reference.label(), rendering.html().apply(reference.text()), reference.text());
        }
    }
}
