package rejoinder.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import rejoinder.bank.Question;

/** How much time a session has. */
public sealed interface Pace {
    /** What each pace comes to. */
    <R> R match(Function<Suggested, R> suggested, Function<Timed, R> timed, Supplier<R> untimed);

    /** The time for some questions together; empty if there is no clock. */
    Optional<Duration> total(List<Question> questions);

    /**
     * The sum of the questions' suggested times, multiplied.
     *
     * @param factor above 0, at most 10; 1 is as suggested
     */
    record Suggested(double factor) implements Pace {
        /** Refuses a factor outside the range. */
        public Suggested {
            if (!(factor > 0 && factor <= 10)) {
                throw new IllegalArgumentException("The time factor is above 0 and at most 10, not " + factor + ".");
            }
        }

        @Override
        public Optional<Duration> total(List<Question> questions) {
            long millis = questions.stream()
                    .mapToLong(question -> question.suggestedTime().toMillis())
                    .sum();
            return Optional.of(Duration.ofMillis(Math.round(millis * factor)));
        }

        @Override
        public <R> R match(Function<Suggested, R> suggested, Function<Timed, R> timed, Supplier<R> untimed) {
            return suggested.apply(this);
        }
    }

    /**
     * A total that the candidate chose.
     *
     * @param total 1 second to 24 hours
     */
    record Timed(Duration total) implements Pace {
        /** Refuses a total outside the range. */
        public Timed {
            if (total.compareTo(Duration.ofSeconds(1)) < 0 || total.compareTo(Duration.ofHours(24)) > 0) {
                throw new IllegalArgumentException("An interview lasts 1 second to 24 hours, not " + total + ".");
            }
        }

        @Override
        public Optional<Duration> total(List<Question> questions) {
            return Optional.of(total);
        }

        @Override
        public <R> R match(Function<Suggested, R> suggested, Function<Timed, R> timed, Supplier<R> untimed) {
            return timed.apply(this);
        }
    }

    /** No clock. */
    record Untimed() implements Pace {
        @Override
        public Optional<Duration> total(List<Question> questions) {
            return Optional.empty();
        }

        @Override
        public <R> R match(Function<Suggested, R> suggested, Function<Timed, R> timed, Supplier<R> untimed) {
            return untimed.get();
        }
    }
}
