package rejoinder.api;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Question;
import rejoinder.grade.Grade;
import rejoinder.grade.GraderState;
import rejoinder.session.Attempt;
import rejoinder.session.Confidence;
import rejoinder.session.DraftSave;
import rejoinder.session.Outcome;
import rejoinder.session.Result;
import rejoinder.session.SessionException;

/** One question to try at once; nothing of it is kept. */
final class SampleHandlers {
    private final ServerSettings settings;
    private final ItemBank bank;

    SampleHandlers(ServerSettings settings) {
        this.settings = settings;
        this.bank = settings.bank();
    }

    void question(Context ctx) {
        Question question = sample();
        Reply.json(ctx, QuestionJson.Asked.of(0, question, bank, settings.rendering()));
    }

    void answer(Context ctx) {
        Question question = sample();
        String text = Incoming.fields(ctx, "text").text("text");
        SessionException.AnswerTooLong.check(text, DraftSave.LONGEST_ANSWER);
        GraderState grading = settings.grading().get();
        Grade grade = grading.ready()
                .map(grader -> grader.grade(question, text))
                .orElseThrow(() -> Refusal.notGradedYet(grading));
        Instant now = settings.clock().instant();
        Attempt attempt = new Attempt.Answered(text, now, Duration.ZERO, Confidence.UNSAID);
        Reply.json(
                ctx,
                QuestionJson.Ended.of(
                        QuestionJson.Asked.of(0, question, bank, settings.rendering()),
                        question,
                        new Result(attempt, new Outcome.Marked(grade, now)),
                        List.of(),
                        List.of(),
                        settings.rendering(),
                        settings::reviewer));
    }

    // one that stands by itself, the easiest with the fewest key points: a beginner can say something about it
    private Question sample() {
        Map<String, Integer> order = order();
        return bank.questions().stream()
                .filter(question -> !question.selfGraded())
                .min(Comparator.comparing(
                                (Question question) -> !question.context().isBlank())
                        .thenComparing(question -> question.keyPoints().isEmpty())
                        .thenComparing(Question::difficulty)
                        .thenComparing(question -> question.keyPoints().size())
                        .thenComparing(Question::suggestedTime)
                        .thenComparing(
                                question -> order.getOrDefault(question.id().topic(), Integer.MAX_VALUE))
                        .thenComparing(Question::id))
                .orElseThrow(() -> new Refusal(
                        Problem.NO_SUCH_QUESTION.saying("The item bank has no question that can be tried.")));
    }

    private Map<String, Integer> order() {
        Map<String, Integer> order = new HashMap<>();
        bank.topics().forEach(topic -> order.put(topic.id(), order.size()));
        return order;
    }
}
