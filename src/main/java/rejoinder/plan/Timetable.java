package rejoinder.plan;

import java.time.LocalDate;
import java.util.List;
import rejoinder.bank.QuestionId;
import rejoinder.bank.Topic;

/**
 * A plan by day up to an interview, and what it should come to.
 *
 * @param interview the day of the interview, on which nothing is practised
 * @param answersADay how many answers a day it counts on
 * @param days one per day from today; empty if the interview is today or over
 * @param forecasts one per topic asked for, in outline order
 */
public record Timetable(LocalDate interview, int answersADay, List<Day> days, List<Forecast> forecasts) {
    /** Copies the lists. */
    public Timetable {
        days = List.copyOf(days);
        forecasts = List.copyOf(forecasts);
    }

    /**
     * One day of practice. The first is the plan of today; the later ones are what follows if answers turn out as memory expects, and are worked out again each day.
     *
     * @param date the day
     * @param questions what should be asked, in order
     * @param shares one per topic of the day, in outline order
     */
    public record Day(LocalDate date, List<QuestionId> questions, List<Share> shares) {
        /** Copies the lists. */
        public Day {
            questions = List.copyOf(questions);
            shares = List.copyOf(shares);
        }
    }

    /**
     * A topic's part of a day.
     *
     * @param topic the topic
     * @param answers how many questions of it
     * @param unseen how many of them were never answered before
     */
    public record Share(Topic topic, int answers, int unseen) {}

    /**
     * The expected mastery of a topic on the day of the interview if the plan is followed.
     *
     * @param topic the topic
     * @param mean the best guess, 0 to 1
     * @param low below it with a chance of one in ten
     * @param high above it with a chance of one in ten
     * @param neverAsked how many of its questions the plan does not reach
     */
    public record Forecast(Topic topic, double mean, double low, double high, int neverAsked) {
        /** As it is said to the candidate: {@code 61 % (48-72)}. */
        public String sentence() {
            return Math.round(100 * mean) + " % (" + Math.round(100 * low) + "-" + Math.round(100 * high) + ")";
        }
    }
}
