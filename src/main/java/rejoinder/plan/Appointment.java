package rejoinder.plan;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The interview that a candidate prepares for.
 *
 * @param date its day, which is not a day of practice
 * @param topics ids of what it is about; empty means everything
 * @param answersADay how many answers a day the candidate wants to give, 1 to 100; 0 leaves it to the plan
 */
public record Appointment(LocalDate date, List<String> topics, int answersADay) {
    /** How far ahead it can be, in days. */
    public static final int MOST_DAYS = 365;

    /** The most answers a day. */
    public static final int MOST_ANSWERS = 100;

    /** Copies the list and refuses an impossible number. */
    public Appointment {
        topics = List.copyOf(topics);
        if (answersADay < 0 || answersADay > MOST_ANSWERS) {
            throw new IllegalArgumentException(
                    "A plan has 1 to " + MOST_ANSWERS + " answers a day, not " + answersADay + ".");
        }
    }

    /** As one line: date, answers a day, topics, with a space between each. */
    public String text() {
        List<String> words = new ArrayList<>(List.of(date.toString(), Integer.toString(answersADay)));
        words.addAll(topics);
        return String.join(" ", words);
    }

    /** What {@link #text} wrote; empty if a text is nothing of the kind. */
    public static Optional<Appointment> parse(String text) {
        List<String> words = Arrays.asList(text.split(" "));
        if (words.size() < 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Appointment(
                    LocalDate.parse(words.get(0)), words.subList(2, words.size()), Integer.parseInt(words.get(1))));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The goal that it gives to practice; nothing but to know things for long once it is over. */
    public Goal goal(LocalDate today) {
        return date.isBefore(today) ? new Goal.Lasting() : new Goal.Interview(date);
    }
}
