package rejoinder.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** What the practice is for. */
public sealed interface Goal {
    /** How far ahead a goal without a date looks, in days. */
    int LASTING_DAYS = 30;

    /** To know things for long. */
    record Lasting() implements Goal {}

    /**
     * To know things on one day.
     *
     * @param date the day of the interview, which is not a day of practice
     */
    record Interview(LocalDate date) implements Goal {}

    /** The day for which an answer given today is valued: the interview, or a month from now if there is none or it is over. */
    default LocalDate horizon(LocalDate today) {
        return this instanceof Interview interview && !interview.date().isBefore(today)
                ? interview.date()
                : today.plusDays(LASTING_DAYS);
    }

    /** How many days of practice are left, today included; 0 if there is no end in sight. */
    default int daysLeft(LocalDate today) {
        return this instanceof Interview interview && interview.date().isAfter(today)
                ? Math.toIntExact(ChronoUnit.DAYS.between(today, interview.date()))
                : 0;
    }
}
