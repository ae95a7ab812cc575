package rejoinder.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Question;
import rejoinder.bank.ReferenceAnswer;
import rejoinder.bank.Source;
import rejoinder.export.AnswerJson;
import rejoinder.export.CorrectionJson;
import rejoinder.export.DraftJson;
import rejoinder.export.EnumNames;
import rejoinder.export.GradeJson;
import rejoinder.export.MisconceptionJson;
import rejoinder.session.Correction;
import rejoinder.session.Draft;
import rejoinder.session.Result;

/** A question in a session. What a good answer says is in {@link Ended} alone, so that it cannot reach a question that is still open. */
sealed interface QuestionJson {
    /** What is shown of a question in every state. */
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

    /** A question that takes an answer. */
    record Open(@JsonUnwrapped Asked asked, DraftJson draft) implements QuestionJson {
        static Open of(Asked asked, Draft draft) {
            return new Open(asked, DraftJson.of(draft));
        }
    }

    /**
     * A question whose answer is handed in.
     *
     * @param outcome {@code owed}, {@code marked}, {@code self-owed} or {@code self-marked}
     * @param score what counts, corrections applied
     * @param ownScore the grader's or the candidate's own, before corrections
     * @param marking the grade in whole points, corrections applied
     */
    record Ended(
            @JsonUnwrapped Asked asked,
            AnswerJson answer,
            String outcome,
            @Nullable ScoreJson score,
            @Nullable ScoreJson ownScore,
            @Nullable GradeJson grade,
            GradeJson.@Nullable MarkingJson marking,
            List<CorrectionJson> corrections,
            List<ReferenceJson> references,
            List<MisconceptionJson> misconceptions,
            String followUp,
            List<Source> sources)
            implements QuestionJson {
        static Ended of(
                Asked asked, Question question, Result result, List<Correction> corrections, Rendering rendering) {
            return new Ended(
                    asked,
                    AnswerJson.of(result.attempt()),
                    EnumNames.of(result.outcome().kind()),
                    result.score(corrections).map(ScoreJson::of).orElse(null),
                    result.score().map(ScoreJson::of).orElse(null),
                    result.grade().map(GradeJson::of).orElse(null),
                    result.marking(corrections).map(GradeJson.MarkingJson::of).orElse(null),
                    CorrectionJson.of(corrections),
                    question.referenceAnswers().stream()
                            .map(reference -> ReferenceJson.of(reference, rendering))
                            .toList(),
                    question.misconceptions().stream()
                            .map(MisconceptionJson::of)
                            .toList(),
                    question.followUp().prompt(),
                    question.sources());
        }
    }

    /** A reference answer: shown, and as Markdown. */
    record ReferenceJson(String label, String html, String text) {
        static ReferenceJson of(ReferenceAnswer reference, Rendering rendering) {
            return new ReferenceJson(reference.label(), rendering.html().apply(reference.text()), reference.text());
        }
    }
}
