package rejoinder.classroom;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How much of a member's practice the reviewer of a class sees; each value includes the ones before it. */
public enum PracticeVisibility {
    /** Nothing, as at first. */
    NOTHING,
    /** When they practised which topics, and the scores. */
    SCORES,
    /** The answers with their marks, too. */
    ANSWERS;

    /** All of them by their words. */
    public static final Map<String, PracticeVisibility> WORDS = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(PracticeVisibility::word, Function.identity()));

    /** The word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it includes another value. */
    public boolean includes(PracticeVisibility other) {
        return compareTo(other) >= 0;
    }
}
