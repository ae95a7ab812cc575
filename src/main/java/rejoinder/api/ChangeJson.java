package rejoinder.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import rejoinder.bank.Question;
import rejoinder.plan.DailyStudy;
import rejoinder.plan.Review;
import rejoinder.plan.RoundChange;
import rejoinder.session.Session;

/**
 * What a round changed.
 *
 * @param topics one per topic with a scored answer, in outline order
 * @param next when each question with a score comes again
 * @param again ids of the questions that the candidate wants to be asked again at once
 */
record ChangeJson(List<TopicChangeJson> topics, List<NextJson> next, List<String> again) {
    /**
     * @param before without the round's answers
     * @param after with them
     * @param more what further answers would do; may be empty
     */
    record TopicChangeJson(
            String id, String title, int answers, MasteryJson before, MasteryJson after, String sentence, String more) {
        static TopicChangeJson of(RoundChange change) {
            return new TopicChangeJson(
                    change.topic().id(),
                    change.topic().title(),
                    change.answers(),
                    MasteryJson.of(change.before()),
                    MasteryJson.of(change.after()),
                    change.sentence(),
                    change.moreSentence());
        }
    }

    /** @param due null if the question has left the bank */
    record NextJson(
            String id,
            String prompt,
            int percent,
            @Nullable String due,
            @Nullable Long days) {}

    static ChangeJson of(Session session, DailyStudy daily, UnaryOperator<String> text) {
        List<Review> round = new ArrayList<>();
        List<NextJson> next = new ArrayList<>();
        List<String> again = new ArrayList<>();
        for (int place = 0; place < session.setup().questions().size(); place++) {
            Question question = session.setup().questions().get(place);
            int here = place;
            session.result(place).ifPresent(result -> {
                if (result.practiceNotes().again()) {
                    again.add(question.id().toString());
                }
                result.review(question, session.corrections(here)).ifPresent(review -> {
                    round.add(review);
                    next.add(new NextJson(
                            question.id().toString(),
                            text.apply(question.prompt()),
                            review.score().percent(),
                            daily.due(question.id()).map(Object::toString).orElse(null),
                            daily.due(question.id())
                                    .map(due -> due.toEpochDay()
                                            - daily.progress().today().toEpochDay())
                                    .orElse(null)));
                });
            });
        }
        return new ChangeJson(
                daily.changes(round).stream().map(TopicChangeJson::of).toList(), next, again);
    }
}
