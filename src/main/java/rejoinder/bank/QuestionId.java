package rejoinder.bank;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The stable name of a question, {@code python-basics/memory-management}. It never changes once answers exist; what is asked under it may, and then has another
 * {@linkplain Question#revision() revision}.
 *
 * @param topic id of the topic, a slug
 * @param slug name of the question within the topic, a slug
 */
public record QuestionId(String topic, String slug) implements Comparable<QuestionId> {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final int LONGEST_SLUG = 100;

    /** Refuses anything that is not a slug. */
    public QuestionId {
        if (!isSlug(topic) || !isSlug(slug)) {
            throw new IllegalArgumentException("'" + topic + "/" + slug
                    + "' is not a question id: write topic/question in lower-case letters, digits and single hyphens.");
        }
    }

    /** Whether a text can be a topic's or a question's id: lower-case letters, digits and single hyphens, at most 100 characters. */
    public static boolean isSlug(String text) {
        return text.length() <= LONGEST_SLUG && SLUG.matcher(text).matches();
    }

    /** Reads {@code topic/slug}; empty if the text has another shape. */
    public static Optional<QuestionId> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !isSlug(text.substring(0, slash)) || !isSlug(text.substring(slash + 1))) {
            return Optional.empty();
        }
        return Optional.of(new QuestionId(text.substring(0, slash), text.substring(slash + 1)));
    }

    @Override
    public int compareTo(QuestionId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return topic + "/" + slug;
    }
}
