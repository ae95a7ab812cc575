package rejoinder.api;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import rejoinder.bank.ItemBank;
import rejoinder.plan.DailyStudy;
import rejoinder.session.TimeSpent;

/**
 * Progress over all answers, in addition to the scores of sessions and the mastery of topics.
 *
 * @param today the day in the candidate's zone
 * @param days those with answers that have text, oldest first
 * @param neverMade key points that no answer ever made
 * @param times how long answers took, the slowest against the suggested time first
 */
record ProgressJson(
        String today, List<DayJson> days, List<TopicStudyJson.NeverHitJson> neverMade, List<TimeJson> times) {
    /** Most questions whose time is listed. */
    private static final int MOST_TIMES = 50;

    /** A day with answers. */
    record DayJson(String date, int answers) {}

    /**
     * How long a question took.
     *
     * @param answers how many
     * @param averageMillis average time of an answer
     * @param suggestedMillis suggested time of an answer
     */
    record TimeJson(
            String id, String prompt, TopicJson.Named topic, int answers, long averageMillis, long suggestedMillis) {
        private double share() {
            return averageMillis / (double) Math.max(1, suggestedMillis);
        }
    }

    static ProgressJson of(
            DailyStudy daily,
            SortedMap<LocalDate, Integer> answered,
            List<TimeSpent> times,
            UnaryOperator<String> text) {
        ItemBank bank = daily.progress().bank();
        return new ProgressJson(
                daily.progress().today().toString(),
                answered.entrySet().stream()
                        .map(day -> new DayJson(day.getKey().toString(), day.getValue()))
                        .toList(),
                daily.neverMade().stream()
                        .map(never -> TopicStudyJson.NeverHitJson.of(never, text))
                        .toList(),
                times.stream()
                        .flatMap(time -> bank.question(time.question()).stream()
                                .map(question -> new TimeJson(
                                        question.id().toString(),
                                        text.apply(question.prompt()),
                                        TopicJson.Named.of(question.id().topic(), bank),
                                        time.answers(),
                                        time.average().toMillis(),
                                        question.suggestedTime().toMillis())))
                        .sorted(Comparator.comparingDouble(TimeJson::share).reversed())
                        .limit(MOST_TIMES)
                        .toList());
    }
}
