package rejoinder.text;

/**
 * A stretch of a text.
 *
 * @param start index of its first character (UTF-16, as {@link String#charAt})
 * @param end index after its last character
 */
public record Span(int start, int end) implements Comparable<Span> {
    /** Refuses a stretch that ends before it starts. */
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("No such span: " + start + " to " + end + ".");
        }
    }

    /** The words themselves. */
    public String of(String text) {
        return text.substring(start, end);
    }

    @Override
    public int compareTo(Span other) {
        return start != other.start ? Integer.compare(start, other.start) : Integer.compare(end, other.end);
    }
}
