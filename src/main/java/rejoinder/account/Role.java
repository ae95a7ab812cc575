package rejoinder.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What somebody may do; each role includes the ones before it. */
public enum Role {
    /** Practises. */
    CANDIDATE,
    /** Changes the questions, too. */
    REVIEWER,
    /** Invites people and removes them, too. */
    ADMIN;

    /** The roles by their words. */
    public static final Map<String, Role> WORDS =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Role::word, Function.identity()));

    /** The word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is this role or one that may do more. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
