package rejoinder.api;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Question;
import rejoinder.bank.Topic;
import rejoinder.intake.LetterBook;
import rejoinder.plan.Drills;
import rejoinder.plan.Review;
import rejoinder.plan.TopicStudy;

/**
 * Everything about one topic; the lists are those of {@link TopicStudy}.
 *
 * @param mastery how it stands now
 * @param bands the words for a mastery
 */
record TopicStudyJson(
        String id,
        String title,
        String summary,
        MasteryJson mastery,
        List<ScoreBandJson> bands,
        List<DayJson> history,
        List<AnsweredJson> answers,
        List<SeenJson> questions,
        List<UnseenJson> unseen,
        List<NeverHitJson> neverHit,
        List<WeakPointJson> weakPoints) {
    /** How the topic stood at the end of a day; no figures while there were too few answers. */
    record DayJson(
            String date,
            int answers,
            @Nullable Integer mid,
            @Nullable Integer low,
            @Nullable Integer high) {
        static DayJson of(TopicStudy.Day day) {
            MasteryJson mastery = MasteryJson.of(day.mastery());
            return new DayJson(day.date().toString(), mastery.answers(), mastery.mid(), mastery.low(), mastery.high());
        }
    }

    /** One answer; the prompt is the id of a question that left the bank. */
    record AnsweredJson(long at, String id, String prompt, int percent) {
        static AnsweredJson of(Review review, ItemBank bank, UnaryOperator<String> text) {
            String id = review.question().toString();
            return new AnsweredJson(
                    review.at().toEpochMilli(),
                    id,
                    bank.question(review.question())
                            .map(question -> text.apply(question.prompt()))
                            .orElse(id),
                    review.score().percent());
        }
    }

    /**
     * A question that was answered.
     *
     * @param letter whether answers can be marked, empty while that is not known
     * @param percent of the last answer
     * @param chance that it is still known, in whole per cent
     */
    record SeenJson(
            String id,
            String prompt,
            String difficulty,
            String letter,
            int answers,
            int percent,
            String due,
            boolean overdue,
            int chance) {
        static SeenJson of(TopicStudy.Seen seen, LetterBook letters, UnaryOperator<String> text) {
            return new SeenJson(
                    seen.question().id().toString(),
                    text.apply(seen.question().prompt()),
                    seen.question().difficulty().word(),
                    letters.of(seen.question()).letter().word(),
                    seen.recall().answers(),
                    seen.recall().last().percent(),
                    seen.recall().memory().due().toString(),
                    seen.due(),
                    MasteryJson.percent(seen.chance()));
        }
    }

    /** A question that was never answered. */
    record UnseenJson(String id, String prompt, String difficulty, String letter, long suggestedMillis) {
        static UnseenJson of(Question question, LetterBook letters, UnaryOperator<String> text) {
            return new UnseenJson(
                    question.id().toString(),
                    text.apply(question.prompt()),
                    question.difficulty().word(),
                    letters.of(question).letter().word(),
                    question.suggestedTime().toMillis());
        }
    }

    /** A key point that no answer ever made. */
    record NeverHitJson(String id, String prompt, String point, String statement, int answers, String ask) {
        static NeverHitJson of(TopicStudy.NeverHit never, UnaryOperator<String> text) {
            return new NeverHitJson(
                    never.question().id().toString(),
                    text.apply(never.question().prompt()),
                    never.point().id(),
                    never.point().statement(),
                    never.answers(),
                    Drills.ask(
                            never.question(), never.point().id(), never.point().statement()));
        }
    }

    static TopicStudyJson of(
            TopicStudy study, ItemBank bank, LetterBook letters, Drills drills, UnaryOperator<String> text) {
        Topic topic = study.mastery().topic();
        return new TopicStudyJson(
                topic.id(),
                topic.title(),
                topic.summary(),
                MasteryJson.of(study.mastery()),
                ScoreBandJson.ALL,
                study.history().stream().map(DayJson::of).toList(),
                study.answers().stream()
                        .map(review -> AnsweredJson.of(review, bank, text))
                        .toList(),
                study.seen().stream()
                        .map(seen -> SeenJson.of(seen, letters, text))
                        .toList(),
                study.unseen().stream()
                        .map(question -> UnseenJson.of(question, letters, text))
                        .toList(),
                study.neverHit().stream()
                        .map(never -> NeverHitJson.of(never, text))
                        .toList(),
                study.weakPoints().stream()
                        .map(point -> WeakPointJson.of(point, bank, drills, text))
                        .toList());
    }
}
