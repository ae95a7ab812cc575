package rejoinder.api;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import rejoinder.bank.ItemBank;
import rejoinder.plan.Mastery;
import rejoinder.plan.StudyPlan;
import rejoinder.plan.Today;

/**
 * Today's round and what is known of each topic.
 *
 * @param items what to practise, in the order in which it should be asked
 * @param due how many questions of the bank are due, in the round or not
 * @param unseen how many were never answered
 * @param leftOut how many answers are left out because they are dated after today
 * @param topics those with answers: first those with a number, the lowest lower bound first, then those with too few answers
 * @param untouched those without answers, in outline order
 */
public record PlanJson(
        List<ItemJson> items, int due, int unseen, int leftOut, List<MasteryJson> topics, List<MasteryJson> untouched) {
    /** A question with the sentence that says why it is asked. */
    public record ItemJson(String id, TopicJson.Named topic, String prompt, String reason) {}

    /**
     * What is known of a topic, in whole per cent.
     *
     * @param mid the best guess; like the bounds null while there are too few answers for a number
     * @param low lower bound of the middle 80 %
     * @param high upper bound of it
     * @param word what the candidate is told
     */
    public record MasteryJson(
            String id,
            String title,
            int answers,
            @Nullable Integer mid,
            @Nullable Integer low,
            @Nullable Integer high,
            String word) {
        static MasteryJson of(Mastery mastery) {
            String id = mastery.topic().id();
            String title = mastery.topic().title();
            if (mastery instanceof Mastery.Measured measured) {
                int mid = percent(measured.mean());
                return new MasteryJson(
                        id,
                        title,
                        measured.answers(),
                        mid,
                        percent(measured.low()),
                        percent(measured.high()),
                        Words.of(mid));
            }
            String word = mastery instanceof Mastery.TooFew few ? few.sentence() : "not answered yet";
            return new MasteryJson(id, title, mastery.answers(), null, null, null, word);
        }

        private static int percent(double fraction) {
            return (int) Math.round(fraction * 100);
        }
    }

    /**
     * The same in JSON.
     *
     * @param text Markdown of one line to plain text
     */
    public static PlanJson of(Today today, UnaryOperator<String> text) {
        ItemBank bank = today.standing().bank();
        StudyPlan round = today.round();
        List<Mastery> mastery = today.standing().mastery();
        return new PlanJson(
                round.items().stream()
                        .map(item -> new ItemJson(
                                item.id().toString(),
                                TopicJson.Named.of(item.id().topic(), bank),
                                text.apply(item.question().prompt()),
                                item.reason()))
                        .toList(),
                round.due(),
                round.unseen(),
                round.leftOut(),
                mastery.stream()
                        .filter(one -> one.answers() > 0)
                        .map(MasteryJson::of)
                        .toList(),
                mastery.stream()
                        .filter(one -> one.answers() == 0)
                        .map(MasteryJson::of)
                        .toList());
    }
}
