package rejoinder.api;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import rejoinder.bank.ItemBank;
import rejoinder.plan.DailyStudy;
import rejoinder.plan.Mastery;
import rejoinder.plan.MemoryModel;
import rejoinder.plan.ParameterFit;
import rejoinder.plan.StudyPlan;

/**
 * Today's round and what is known of each topic.
 *
 * @param items what to practise, in the order in which it should be asked
 * @param minutes how long the round takes by what its questions suggest
 * @param failed how many questions of the bank were answered below 40 of 100 the last time, in the round or not
 * @param due how many questions of the bank are due, in the round or not
 * @param unseen how many were never answered
 * @param leftOut how many answers are left out because they are dated after today
 * @param topics those with answers: first those with a number, the lowest lower bound first, then those with too few answers
 * @param untouched those without answers, in outline order
 * @param bands the words for a mastery
 * @param likeness how near-duplicates were recognised: {@code meaning}, or {@code words} while there is no sentence model
 * @param interview null if there is none ahead
 * @param memory whose memory the schedule follows
 */
public record PlanJson(
        List<ItemJson> items,
        long minutes,
        int failed,
        int due,
        int unseen,
        int leftOut,
        List<MasteryJson> topics,
        List<MasteryJson> untouched,
        List<ScoreBandJson> bands,
        String likeness,
        @Nullable AheadJson interview,
        MemoryJson memory) {
    /** A question with the sentence that says why it is asked. */
    public record ItemJson(String id, TopicJson.Named topic, String prompt, String reason) {}

    /**
     * The interview to prepare for.
     *
     * @param date ISO 8601
     * @param answersADay how many answers a day the plan has
     * @param leftToday how many of them are left today; the round has them, up to {@code mostAtOnce}
     */
    public record AheadJson(String date, long daysLeft, int answersADay, int leftToday, int mostAtOnce) {}

    /**
     * Whose memory the schedule follows.
     *
     * @param kind {@code published}, {@code kept} or {@code fitted}
     * @param answers how many answers memory could have foreseen
     * @param needed how many of them it takes to fit it
     * @param mostDays the longest time until a question comes again; null if there is no limit
     */
    public record MemoryJson(
            String kind,
            String sentence,
            int answers,
            int needed,
            @Nullable Integer mostDays) {
        static MemoryJson of(ParameterFit fit, MemoryModel memory) {
            int most = memory.maximumInterval();
            String kind = fit instanceof ParameterFit.Fitted ? "fitted" : "published";
            return new MemoryJson(
                    fit instanceof ParameterFit.Kept ? "kept" : kind,
                    fit.sentence(),
                    fit.answers(),
                    ParameterFit.LEAST_ANSWERS,
                    most == MemoryModel.MAXIMUM_INTERVAL ? null : most);
        }
    }

    /**
     * The round over all topics in JSON.
     *
     * @param fit what came of fitting memory
     * @param text Markdown of one line to plain text
     */
    public static PlanJson of(DailyStudy daily, ParameterFit fit, UnaryOperator<String> text) {
        return of(daily, daily.round(), fit, text);
    }

    /** A round of some topics in JSON; what is due and unseen is counted over these. */
    static PlanJson of(DailyStudy daily, StudyPlan round, ParameterFit fit, UnaryOperator<String> text) {
        ItemBank bank = daily.progress().bank();
        LocalDate day = daily.progress().today();
        List<Mastery> mastery = daily.progress().mastery();
        return new PlanJson(
                round.items().stream()
                        .map(item -> new ItemJson(
                                item.id().toString(),
                                TopicJson.Named.of(item.id().topic(), bank),
                                text.apply(item.question().prompt()),
                                item.reason()))
                        .toList(),
                minutes(round.time()),
                round.failed(),
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
                        .toList(),
                ScoreBandJson.ALL,
                likeness(daily),
                daily.appointment()
                        .map(one -> new AheadJson(
                                one.date().toString(),
                                ChronoUnit.DAYS.between(day, one.date()),
                                daily.answersADay(one),
                                daily.leftToday(one),
                                DailyStudy.MOST_AT_ONCE))
                        .orElse(null),
                MemoryJson.of(fit, daily.memory()));
    }

    /** Whole minutes, a begun one counts. */
    static long minutes(Duration time) {
        return time.plusSeconds(59).toMinutes();
    }

    static String likeness(DailyStudy daily) {
        return daily.byMeaning() ? "meaning" : "words";
    }
}
