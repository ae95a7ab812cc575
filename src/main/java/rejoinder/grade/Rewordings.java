package rejoinder.grade;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.text.Sentences;
import rejoinder.text.Sentences.Sentence;

/**
 * An answer in other words, changed mechanically so that it claims the same: the order and the joints of its sentences, case, marks, short forms, one accepted
 * wording for another, typos. Code stays as it is. The same answer always gets the same rewordings.
 */
public final class Rewordings {
    private static final int SHORTEST_MISTYPED = 6;
    private static final int ROUNDS = 12;

    private static final Pattern PLAIN_WORD =
            Pattern.compile("(?<![\\w`.(\\[])[a-z]{" + SHORTEST_MISTYPED + ",}(?![\\w`.(\\[=])");
    private static final Pattern LAST_MARK = Pattern.compile("[.;!?]+$");

    /** What means the same wherever it stands; both ways round. */
    private static final List<List<String>> SAME = List.of(
            List.of("cannot", "can't"),
            List.of("can not", "cannot"),
            List.of("does not", "doesn't"),
            List.of("do not", "don't"),
            List.of("is not", "isn't"),
            List.of("are not", "aren't"),
            List.of("will not", "won't"),
            List.of("it is", "it's"),
            List.of("for example", "e.g."),
            List.of("that is", "i.e."),
            List.of("because", "since"),
            List.of("but", "however"),
            List.of("whereas", "while"),
            List.of("also", "too"),
            List.of("big", "large"),
            List.of("quick", "fast"));

    private final Question question;
    private final String answer;
    private final SplittableRandom dice;
    private final List<String> parts;
    private final boolean prose;

    /**
     * A reworded answer.
     *
     * @param change what was done to it, as "sentences in reverse order"
     * @param answer the result
     */
    public record Rewording(String change, String answer) {}

    private record Change(String name, UnaryOperator<String> on) {}

    private Rewordings(Question question, String answer) {
        this.question = question;
        this.answer = answer;
        this.dice = new SplittableRandom(answer.hashCode());
        List<Sentence> sentences = Sentences.of(answer);
        this.parts = sentences.stream()
                .map(sentence -> sentence.span().of(answer))
                .collect(Collectors.toCollection(ArrayList::new));
        this.prose = sentences.stream().noneMatch(Sentence::code) && answer.indexOf('\n') < 0;
    }

    /**
     * Rewords an answer.
     *
     * @param most how many rewordings at most; a very short answer has fewer, one that is all code none
     * @return no two alike, none like the answer
     */
    public static List<Rewording> of(Question question, String answer, int most) {
        return answer.isBlank() ? List.of() : new Rewordings(question, answer).all(most);
    }

    private List<Rewording> all(int most) {
        List<Change> changes = new ArrayList<>();
        if (prose && parts.size() > 1) {
            changes.add(new Change("sentences in reverse order", text -> joined(reversed(), " ")));
            changes.add(new Change("the first sentence last", text -> joined(rotated(), " ")));
            changes.add(new Change("sentences in another order", text -> joined(shuffled(), " ")));
            changes.add(new Change("sentences joined with \"and\"", text -> run(", and ")));
            changes.add(new Change("sentences joined with semicolons", text -> run("; ")));
            changes.add(new Change("sentences joined with \"also\"", text -> run(", also ")));
            changes.add(new Change("one sentence a line", text -> joined(parts, "\n- ")));
        }
        if (prose) {
            changes.add(new Change("small letters", text -> outsideCode(text, one -> one.toLowerCase(Locale.ROOT))));
            changes.add(new Change("capitals", text -> outsideCode(text, one -> one.toUpperCase(Locale.ROOT))));
            changes.add(new Change(
                    "no mark at the end", text -> LAST_MARK.matcher(text).replaceFirst("")));
            changes.add(new Change("\"I think\" in front", text -> "I think " + text));
            changes.add(new Change("\"So,\" in front", text -> "So, " + text));
            changes.add(new Change("two spaces between words", text -> text.replace(" ", "  ")));
        }
        changes.add(new Change("another accepted wording", this::accepted));
        changes.add(new Change("another short form", this::same));
        changes.add(new Change("two letters exchanged", text -> mistyped(text, Rewordings::exchanged)));
        changes.add(new Change("a letter left out", text -> mistyped(text, Rewordings::leftOut)));
        changes.add(new Change("a letter twice", text -> mistyped(text, Rewordings::twice)));
        return distinct(changes, most);
    }

    // each change once, then again those that fall out differently each time
    private List<Rewording> distinct(List<Change> changes, int most) {
        List<Rewording> found = new ArrayList<>();
        Set<String> known = new HashSet<>(Set.of(answer));
        for (int round = 0; round < ROUNDS; round++) {
            for (Change change : changes) {
                String reworded = change.on.apply(answer);
                if (found.size() < most && known.add(reworded)) {
                    found.add(new Rewording(change.name, reworded));
                }
            }
        }
        return found;
    }

    private List<String> reversed() {
        List<String> turned = new ArrayList<>(parts);
        Collections.reverse(turned);
        return turned;
    }

    private List<String> rotated() {
        List<String> turned = new ArrayList<>(parts);
        Collections.rotate(turned, -1);
        return turned;
    }

    private List<String> shuffled() {
        List<String> left = new ArrayList<>(parts);
        List<String> drawn = new ArrayList<>();
        while (!left.isEmpty()) {
            drawn.add(left.remove(dice.nextInt(left.size())));
        }
        return drawn;
    }

    // what was last may lack its mark, and two sentences would read as one
    private static String joined(List<String> sentences, String joint) {
        String lead = joint.startsWith("\n") ? joint.substring(1) : "";
        return lead
                + sentences.stream()
                        .map(sentence -> LAST_MARK.matcher(sentence).find() ? sentence : sentence + ".")
                        .collect(Collectors.joining(joint));
    }

    private String run(String joint) {
        String last = parts.get(parts.size() - 1);
        Matcher mark = LAST_MARK.matcher(last);
        return IntStream.range(0, parts.size())
                        .mapToObj(i -> {
                            String bare = LAST_MARK.matcher(parts.get(i)).replaceFirst("");
                            return i == 0 ? bare : small(bare);
                        })
                        .collect(Collectors.joining(joint))
                + (mark.find() ? mark.group() : "");
    }

    // a word that begins a sentence, not a name such as TypeError or GIL
    private static String small(String sentence) {
        return sentence.matches("(?s)[A-Z][a-z]*\\b.*") && !sentence.matches("(?s)Python.*|I\\b.*")
                ? sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1)
                : sentence;
    }

    private static String outsideCode(String text, UnaryOperator<String> change) {
        String[] pieces = text.split("`", -1);
        for (int i = 0; i < pieces.length; i += 2) {
            pieces[i] = change.apply(pieces[i]);
        }
        return String.join("`", pieces);
    }

    private String accepted(String text) {
        List<String> reworded = new ArrayList<>();
        String lower = text.toLowerCase(Locale.ROOT);
        for (KeyPoint point : question.keyPoints()) {
            List<String> wordings = new ArrayList<>(point.acceptedWordings());
            wordings.add(0, point.statement());
            for (String wording : wordings) {
                String said = LAST_MARK.matcher(wording).replaceFirst("");
                int at = lower.indexOf(said.toLowerCase(Locale.ROOT));
                for (String other : at < 0 ? List.<String>of() : wordings) {
                    if (!other.startsWith("`") && !other.equals(wording)) {
                        reworded.add(text.substring(0, at)
                                + LAST_MARK.matcher(other).replaceFirst("")
                                + text.substring(at + said.length()));
                    }
                }
            }
        }
        return any(reworded).orElse(text);
    }

    private String same(String text) {
        List<String> reworded = new ArrayList<>();
        for (List<String> pair : SAME) {
            for (int i = 0; i < pair.size(); i++) {
                Matcher found = Pattern.compile("(?<![\\w`'])" + Pattern.quote(pair.get(i)) + "(?![\\w`'])")
                        .matcher(text);
                if (found.find()) {
                    reworded.add(text.substring(0, found.start()) + pair.get(1 - i) + text.substring(found.end()));
                }
            }
        }
        return any(reworded).orElse(text);
    }

    private String mistyped(String text, TypingError error) {
        List<MatchResult> words = PLAIN_WORD
                .matcher(text)
                .results()
                .filter(word -> !inCode(text, word.start()))
                .toList();
        if (words.isEmpty()) {
            return text;
        }
        MatchResult word = words.get(dice.nextInt(words.size()));
        // not the first letter, which people seldom get wrong
        int at = 1 + dice.nextInt(word.group().length() - 2);
        return text.substring(0, word.start()) + error.in(word.group(), at) + text.substring(word.end());
    }

    private static boolean inCode(String text, int place) {
        return Sentences.of(text).stream()
                        .anyMatch(sentence -> sentence.code()
                                && sentence.span().start() <= place
                                && place < sentence.span().end())
                || text.substring(0, place).chars().filter(c -> c == '`').count() % 2 == 1;
    }

    private interface TypingError {
        String in(String word, int at);
    }

    private static String exchanged(String word, int at) {
        return word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
    }

    private static String leftOut(String word, int at) {
        return word.substring(0, at) + word.substring(at + 1);
    }

    private static String twice(String word, int at) {
        return word.substring(0, at) + word.charAt(at) + word.substring(at);
    }

    private Optional<String> any(List<String> some) {
        return some.isEmpty() ? Optional.empty() : Optional.of(some.get(dice.nextInt(some.size())));
    }
}
