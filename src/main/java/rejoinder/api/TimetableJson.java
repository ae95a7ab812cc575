package rejoinder.api;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.plan.Appointment;
import rejoinder.plan.DailyStudy;
import rejoinder.plan.Mastery;
import rejoinder.plan.Timetable;

/**
 * The interview ahead and the plan by day up to it.
 *
 * @param interview null if there is none ahead
 * @param suggestedADay how many answers a day the plan proposes; 0 if there is no interview ahead
 * @param minutesADay how long the answers of a day take
 * @param fewerADay how many answers a day fit into an hour; 0 if the plan does
 * @param days one per day from today
 * @param expected what mastery of each topic should be on the day of the interview
 * @param sentence all of it in one sentence; empty if there is no interview ahead
 */
public record TimetableJson(
        @Nullable InterviewJson interview,
        int suggestedADay,
        long minutesADay,
        int fewerADay,
        List<DayJson> days,
        List<ExpectedJson> expected,
        String sentence) {
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    /**
     * The interview ahead.
     *
     * @param topics ids; empty for all
     * @param answersADay how many answers a day the plan has
     */
    public record InterviewJson(String date, List<String> topics, int answersADay) {}

    /** One day of practice. */
    public record DayJson(String date, int answers, List<ShareJson> topics, List<AskedJson> questions) {}

    /**
     * A topic's part of a day.
     *
     * @param unseen how many of the answers are to questions never answered before
     */
    public record ShareJson(String id, String title, int answers, int unseen) {}

    /** A question of a day. */
    public record AskedJson(String id, String prompt) {}

    /**
     * The expected mastery if the plan is followed, in whole per cent; null while so few answers were given that today's is not known either.
     *
     * @param neverAsked questions of the topic that the plan does not reach
     * @param now how it stands today
     */
    public record ExpectedJson(
            String id,
            String title,
            @Nullable Integer mid,
            @Nullable Integer low,
            @Nullable Integer high,
            int neverAsked,
            MasteryJson now) {}

    /** The plan for the interview of a moment. */
    public static TimetableJson of(DailyStudy daily, UnaryOperator<String> text) {
        Optional<Appointment> ahead = daily.appointment();
        Optional<Timetable> plan = daily.timetable();
        if (ahead.isEmpty() || plan.isEmpty()) {
            return new TimetableJson(null, 0, 0, 0, List.of(), List.of(), "");
        }
        Timetable timetable = plan.get();
        ItemBank bank = daily.progress().bank();
        LocalDate date = timetable.interview();
        return new TimetableJson(
                new InterviewJson(date.toString(), ahead.get().topics(), timetable.answersADay()),
                daily.suggestedADay(ahead.get()),
                PlanJson.minutes(daily.timeADay(ahead.get())),
                daily.fewerADay(ahead.get()),
                timetable.days().stream().map(day -> day(day, bank, text)).toList(),
                timetable.forecasts().stream()
                        .map(forecast -> expected(forecast, daily))
                        .toList(),
                sentence(daily.progress().today(), date, timetable.answersADay()));
    }

    private static DayJson day(Timetable.Day day, ItemBank bank, UnaryOperator<String> text) {
        return new DayJson(
                day.date().toString(),
                day.questions().size(),
                day.shares().stream()
                        .map(share -> new ShareJson(
                                share.topic().id(), share.topic().title(), share.answers(), share.unseen()))
                        .toList(),
                day.questions().stream()
                        .map(id -> new AskedJson(id.toString(), prompt(id, bank, text)))
                        .toList());
    }

    /** The prompt of a question in plain text; its id if it left the bank. */
    static String prompt(QuestionId id, ItemBank bank, UnaryOperator<String> text) {
        return bank.question(id).map(Question::prompt).map(text).orElse(id.toString());
    }

    private static ExpectedJson expected(Timetable.Forecast forecast, DailyStudy daily) {
        String id = forecast.topic().id();
        Mastery now = daily.progress().mastery(id).orElseGet(() -> new Mastery.Untouched(forecast.topic()));
        boolean known = now instanceof Mastery.Measured;
        return new ExpectedJson(
                id,
                forecast.topic().title(),
                known ? MasteryJson.percent(forecast.mean()) : null,
                known ? MasteryJson.percent(forecast.low()) : null,
                known ? MasteryJson.percent(forecast.high()) : null,
                forecast.neverAsked(),
                MasteryJson.of(now));
    }

    private static String sentence(LocalDate today, LocalDate date, int answers) {
        long days = ChronoUnit.DAYS.between(today, date);
        if (days == 0) {
            return "The interview is today, on " + LONG.format(date) + ".";
        }
        return (days == 1 ? "1 day" : days + " days") + " to the interview on " + LONG.format(date) + ": " + answers
                + " answers a day.";
    }
}
