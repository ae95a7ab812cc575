package rejoinder.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with their units, and orders of growth, as they are in a text: "25 cm", "two copies", "O(log n)", "n squared", "linear time". */
public final class Quantities {
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{L}\\p{N}_.])(\\d{1,3}(?:[,_]\\d{3})++|\\d+)(\\.\\d+)?\\s?(%|[\\p{L}µ]+(?:/[\\p{L}]+)?)?");
    private static final Pattern GROWTH =
            Pattern.compile("(?<![\\p{L}])[Oo]\\s?\\(([^()]*+(?:\\([^()]*+\\)[^()]*+)*+)\\)");
    /** An order of growth without its O: "n log n", "n squared", "n^2", "log n". */
    private static final Pattern BARE_GROWTH = Pattern.compile(
            "(?<![\\p{L}\\p{N}_])n(?:\\s?\\*?\\s?log\\s?\\(?n\\)?|\\s?(?:squared|cubed|²|³|\\^\\s?[23]|\\*\\*\\s?[23]))(?![\\p{L}\\p{N}_])"
                    + "|(?<![\\p{L}\\p{N}_])log\\s?\\(?n\\)?(?![\\p{L}\\p{N}_])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern WORD = Pattern.compile("[\\p{L}]+");

    private static final Map<String, String> SPELT_OUT = Map.ofEntries(
            Map.entry("zero", "0"),
            Map.entry("one", "1"),
            Map.entry("two", "2"),
            Map.entry("three", "3"),
            Map.entry("four", "4"),
            Map.entry("five", "5"),
            Map.entry("six", "6"),
            Map.entry("seven", "7"),
            Map.entry("eight", "8"),
            Map.entry("nine", "9"),
            Map.entry("ten", "10"),
            Map.entry("hundred", "100"),
            Map.entry("thousand", "1000"));

    private static final Map<String, String> GROWTH_WORDS = Map.of(
            "constant",
            "1",
            "logarithmic",
            "logn",
            "linear",
            "n",
            "quadratic",
            "n^2",
            "cubic",
            "n^3",
            "exponential",
            "2^n");

    private Quantities() {}

    /**
     * A number or an order of growth.
     *
     * @param value the number in plain digits, or the order of growth without spaces, such as {@code nlogn}
     * @param unit what it counts: the unit or the word after it, stemmed; empty if nothing follows; {@code O} for an order of growth
     * @param span where it is
     */
    public record Quantity(String value, String unit, Span span) {
        /** Whether both give the same amount of the same thing. */
        public boolean sameAmount(Quantity other) {
            return value.equals(other.value) && unit.equals(other.unit);
        }

        /** Whether both give an amount of the same thing. */
        boolean comparable(Quantity other) {
            return !unit.isEmpty() && unit.equals(other.unit);
        }
    }

    /** The quantities of a text in order. */
    public static List<Quantity> of(String text) {
        List<Quantity> found = new ArrayList<>();
        Matcher growth = GROWTH.matcher(text);
        while (growth.find()) {
            found.add(new Quantity(order(growth.group(1)), "O", new Span(growth.start(), growth.end())));
        }
        Matcher bare = BARE_GROWTH.matcher(text);
        while (bare.find()) {
            if (!covered(found, bare.start())) {
                found.add(new Quantity(order(bare.group()), "O", new Span(bare.start(), bare.end())));
            }
        }
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            if (covered(found, number.start())) {
                continue;
            }
            String value = number.group(1).replaceAll("[,_]", "") + fraction(number.group(2));
            String unit = number.group(3) == null ? next(text, number.end()) : unit(number.group(3));
            found.add(new Quantity(value, unit, new Span(number.start(), number.end(number.group(2) == null ? 1 : 2))));
        }
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            String lower = word.group().toLowerCase(Locale.ROOT);
            String value = SPELT_OUT.get(lower);
            if (value != null && !covered(found, word.start())) {
                String unit = next(text, word.end());
                // "one" alone is a pronoun
                if (!unit.isEmpty()) {
                    found.add(new Quantity(value, unit, new Span(word.start(), word.end())));
                }
            }
            String order = GROWTH_WORDS.get(lower);
            if (order != null) {
                found.add(new Quantity(order, "O", new Span(word.start(), word.end())));
            }
        }
        found.sort((a, b) -> a.span().compareTo(b.span()));
        return found;
    }

    /**
     * The quantity of an answer that cannot be right if an expected text is: one that counts the same thing as an expected one, with another value, while the
     * expected value of that thing stands nowhere in the answer; or the expected number with another unit of measurement.
     *
     * @param expected quantities of a true statement
     * @param given quantities of what the answer says about it
     */
    public static Optional<Quantity> conflict(List<Quantity> expected, List<Quantity> given) {
        for (Quantity right : expected) {
            boolean said = given.stream()
                    .anyMatch(one -> one.value().equals(right.value())
                            && (one.comparable(right)
                                    || one.unit().isEmpty()
                                    || right.unit().isEmpty()));
            if (said) {
                continue;
            }
            for (Quantity one : given) {
                boolean alsoExpected = expected.stream()
                        .anyMatch(other -> other.value().equals(one.value())
                                && other.unit().equals(one.unit()));
                boolean otherValue = one.comparable(right) && !one.value().equals(right.value());
                boolean otherUnit =
                        one.value().equals(right.value()) && isMeasure(one.unit()) && isMeasure(right.unit());
                if (!alsoExpected && (otherValue || otherUnit)) {
                    return Optional.of(one);
                }
            }
        }
        return Optional.empty();
    }

    private static final Pattern MEASURE = Pattern.compile(
            "%|[numkµ]?s|min|h|hour|minute|second|millisecond|day|[nmckµ]?m|[kmgtKMGT]?i?[bB]|kilobyte|megabyte|gigabyte|byte|bit|[mk]?g|[kmg]?hz");

    private static boolean isMeasure(String unit) {
        return MEASURE.matcher(unit).matches();
    }

    private static String unit(String written) {
        return written.length() <= 2 ? written : Stems.inflected(written.toLowerCase(Locale.ROOT));
    }

    private static String next(String text, int from) {
        Matcher word = WORD.matcher(text);
        if (from < text.length()
                && text.charAt(from) == ' '
                && word.find(from)
                && word.start() == from + 1
                && !TaggedWords.isFunction(word.group().toLowerCase(Locale.ROOT))) {
            return unit(word.group());
        }
        return "";
    }

    private static String fraction(String digits) {
        String bare = digits == null ? "" : digits.replaceFirst("0+$", "");
        return bare.equals(".") ? "" : bare;
    }

    private static String order(String inside) {
        return inside.toLowerCase(Locale.ROOT)
                .replace("**", "^")
                .replaceAll("[\\s*·()]", "")
                .replaceAll("²|squared", "^2")
                .replaceAll("³|cubed", "^3")
                .replaceAll("log2|lg", "log")
                .replaceAll("^c$|^k$", "1");
    }

    private static boolean covered(List<Quantity> found, int place) {
        return found.stream()
                .anyMatch(
                        one -> one.span().start() <= place && place < one.span().end());
    }
}
