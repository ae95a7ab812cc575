package rejoinder.grade;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import rejoinder.bank.KeyPoint;

/**
 * What an answer did, in one plain sentence: {@code You covered: lookup speed and hashability; you left out: frozenset.} Every word of it can be counted. A short
 * form may be a sentence of its own, as "blocking calls stop the loop" is, so they stand after colons.
 */
public final class Gist {
    /** More names than this make a list, not a sentence. */
    private static final int MOST_NAMES = 3;
    /** In a sentence that says three things there is less room. */
    private static final int MOST_NAMES_OF_THREE = 2;

    private static final List<String> NUMBERS =
            List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    private final Map<String, String> shortForms = new HashMap<>();
    private final Marking marking;

    private Gist(Marking marking, List<KeyPoint> points) {
        this.marking = marking;
        points.forEach(point -> shortForms.put(point.id(), point.shortForm().strip()));
    }

    /**
     * The sentence.
     *
     * @param points of the question, for their short forms; without these the points are counted, not named
     */
    public static String of(Marking marking, List<KeyPoint> points) {
        return new Gist(marking, points).sentence();
    }

    private String sentence() {
        List<Marking.Line> made = with(Verdict.MADE);
        List<Marking.Line> wrong = with(Verdict.CONTRADICTED);
        List<Marking.Line> out = with(Verdict.NOT_SAID);
        List<Marking.Line> unclear = with(Verdict.UNCLEAR);
        if (made.size() == marking.lines().size() && !made.isEmpty()) {
            return made.size() == 1 ? "You made the point." : "You made every point.";
        }
        if (made.isEmpty() && wrong.isEmpty() && unclear.isEmpty()) {
            return guard().orElse("Nothing in the answer makes a point.");
        }
        return named(made, out, wrong, unclear).orElseGet(() -> counted(made, out, wrong, unclear));
    }

    /** Why the whole answer counts for nothing, if a rule says so. */
    private Optional<String> guard() {
        return marking.changes().stream()
                .filter(change ->
                        change.givenBack().isEmpty() && change.deduction().takesAway())
                .map(change -> change.deduction().reason())
                .findFirst();
    }

    private Optional<String> named(
            List<Marking.Line> made, List<Marking.Line> out, List<Marking.Line> wrong, List<Marking.Line> unclear) {
        boolean all = marking.lines().stream().noneMatch(line -> name(line).isEmpty());
        if (!all) {
            return Optional.empty();
        }
        int most = made.isEmpty() || wrong.isEmpty() || out.isEmpty() ? MOST_NAMES : MOST_NAMES_OF_THREE;
        List<String> parts = new ArrayList<>();
        if (!made.isEmpty()) {
            parts.add("you covered: " + names(made, most));
        }
        if (!wrong.isEmpty()) {
            parts.add("you got wrong: " + names(wrong, most));
        }
        if (!out.isEmpty()) {
            parts.add("you left out: " + names(out, most));
        }
        if (parts.isEmpty()) {
            parts.add("you came near: " + names(unclear, most));
        }
        return Optional.of(sentence(String.join("; ", parts)));
    }

    private static String counted(
            List<Marking.Line> made, List<Marking.Line> out, List<Marking.Line> wrong, List<Marking.Line> unclear) {
        List<String> parts = new ArrayList<>();
        parts.add(number(made.size()) + (made.size() == 1 ? " point" : " points") + " made");
        addCount(parts, unclear, "unclear");
        addCount(parts, wrong, "contradicted");
        addCount(parts, out, "not said");
        return sentence(String.join(", ", parts));
    }

    private static void addCount(List<String> parts, List<Marking.Line> lines, String word) {
        if (!lines.isEmpty()) {
            parts.add(number(lines.size()) + " " + word);
        }
    }

    private List<Marking.Line> with(Verdict verdict) {
        return marking.lines().stream()
                .filter(line -> line.verdict() == verdict)
                .sorted(Comparator.comparingInt(Marking.Line::most).reversed())
                .toList();
    }

    private String name(Marking.Line line) {
        return shortForms.getOrDefault(line.finding().point().id(), "");
    }

    private String names(List<Marking.Line> lines, int most) {
        int more = lines.size() - most;
        List<String> names =
                new ArrayList<>(lines.stream().limit(most).map(this::name).toList());
        if (more > 0) {
            names.add(number(more) + " more");
        }
        String last = names.remove(names.size() - 1);
        return names.isEmpty() ? last : String.join(", ", names) + " and " + last;
    }

    private static String number(int count) {
        return count < NUMBERS.size() ? NUMBERS.get(count) : String.valueOf(count);
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }
}
