package rejoinder.grader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import rejoinder.grade.Deduction;
import rejoinder.text.Sentences;
import rejoinder.text.Sentences.Sentence;
import rejoinder.text.Span;
import rejoinder.text.StopWords;
import rejoinder.text.TaggedWords;
import rejoinder.text.TaggedWords.Word;

/**
 * Rules that take away what alignment gives too easily: giving up, repeating the question, a heap of keywords, the reference reversed. Each was kept because
 * it leaves human answers of full marks alone; the counts stand with the package's description.
 */
final class Guards {
    private static final Pattern GIVING_UP = Pattern.compile(
            "(?:^|\\bi(?:'m| am| have|'ve)?(?: really| honestly| just)? |\\b(?:sorry|so|but|well|honestly),? )(?:(?:do|did)(?: not|n'?t)(?: really| even)? (?:know|remember|recall|have an? idea)|dunno|idk"
                    + "|(?:have )?no (?:idea|clue)|not (?:really |quite |very |so |entirely )?sure|unsure|never (?:really )?(?:used|heard|worked|seen|done|came across|come across|encountered|learned|learnt)"
                    + "|(?:can(?:not|'?t)|could(?: not|n'?t)) (?:answer|remember|recall|say|tell)|(?:would |will |'d )?(?:have|need) to (?:look (?:it|that|this) up|guess|skip|pass))\\b"
                    + "|^\\W*(?:(?:i )?(?:pass|skip)(?: (?:on )?(?:it|this|that)(?: one| question)?)?|sorry|nothing|none|n/?a|next(?: question)?(?: please)?|\\?+|-+|\\.+)\\W*$");

    /** What people and forms write where no answer was given, and nothing else. */
    private static final Pattern STANDS_FOR_NOTHING = Pattern.compile(
            "\\W*(?:no|empty|blank) (?:answer|response|submission)(?: given)?\\W*", Pattern.CASE_INSENSITIVE);

    /** Signs that somebody wrote phrases: a mark before a space, a line break, a sign of equality. */
    private static final Pattern MARKS = Pattern.compile("[.,;:!?)]\\s|[\\n=]|\\s-+\\s");

    private static final Set<String> VERBS = Set.of(
            "is", "are", "was", "were", "be", "has", "have", "had", "do", "does", "did", "can", "will", "would",
            "should", "must", "may", "might");

    /** Content words that show that somebody who is not sure says something all the same. */
    private static final int LEAST_SUBSTANCE = 3;

    private static final int LEAST_SOUP = 8;
    private static final double SOUP_GRAMMAR = 0.18;
    private static final double SOUP_LIMIT = 0.1;
    private static final double ECHO_LIMIT = 0.05;
    /** Content words of a question that is short enough for an echo: a long story leaves no words of one's own. */
    private static final int SHORT_QUESTION = 12;

    private static final Set<String> DECISIONS = Set.of(
            "yes", "true", "false", "agree", "still", "more", "less", "fewer", "most", "least", "same", "both", "only");
    /** "The base case is one": a number that is spelt out is an answer, not a word of grammar. */
    private static final Pattern NUMBER_AT_THE_END =
            Pattern.compile("(?i)\\b(?:is|are|was|were|be|equals)\\s+(?:one|two)\\W*$");

    private static final double OTHER_THING = 0.25;

    private static final double COPY = 0.75;
    private static final double LEAST_FLIPPED = 0.2;
    private static final double FLIP_FACTOR = 2.5;

    private static final Set<String> EMPTY_WORDS = stems(String.join(" ", StopWords.empty()));

    private final String question;
    private final String context;
    private final List<String> references;
    private final String expected;
    private final Set<String> asked;
    private final boolean somethingToSay;

    /**
     * Prepares the rules for a question.
     *
     * @param context what is shown with it, such as code; "" if nothing is
     * @param references all model answers, as prose
     */
    Guards(String question, String context, List<String> references) {
        this.question = question;
        this.context = context;
        this.references = List.copyOf(references);
        this.expected = String.join("\n\n", references);
        this.asked = stems(question);
        Set<String> added = stems(expected);
        added.removeAll(asked);
        this.somethingToSay = added.size() >= 2;
    }

    /** Whether an answer only says that there is none, which is treated like a blank one. */
    static boolean standsForNothing(String answer) {
        return STANDS_FOR_NOTHING.matcher(answer).matches();
    }

    /** Whether an answer has neither a letter, nor a figure, nor a sign of code: a smile is not a word. */
    static boolean holdsNothing(String answer) {
        return answer.codePoints().noneMatch(c -> Character.isLetterOrDigit(c) || (c > ' ' && c < 0x7f));
    }

    /**
     * What each rule that fires takes away from a score; the amounts and the score never sum to less than 0.
     *
     * @param against what of the answer says the opposite of the best reference
     */
    List<Deduction> deductions(String answer, double score, Disagreement against) {
        return taken(
                List.of(
                        givesUp(answer),
                        pasted(answer),
                        echo(answer),
                        soup(answer),
                        otherThing(answer, against),
                        turnedRound(answer)),
                score);
    }

    private static List<Deduction> taken(List<Optional<Limit>> limits, double score) {
        List<Deduction> taken = new ArrayList<>();
        double left = score;
        for (Optional<Limit> found : limits) {
            if (found.isPresent()) {
                Limit limit = found.get();
                double after = Math.min(left, Math.max(limit.most, limit.factor * left));
                if (after < left || (limit.most == 0 && limit.factor == 0)) {
                    taken.add(new Deduction(limit.name, limit.reason, after - left, limit.evidence));
                    left = after;
                }
            }
        }
        return taken;
    }

    /** Likewise for an answer whose points were judged one by one: an answer that turns a point round has lost that point already. */
    List<Deduction> aboutPoints(String answer, double score) {
        return taken(List.of(givesUp(answer), pasted(answer), echo(answer), soup(answer)), score);
    }

    private record Limit(String name, String reason, double most, double factor, List<Span> evidence) {}

    private Optional<Limit> givesUp(String answer) {
        List<Span> said = new ArrayList<>();
        Set<String> substance = new HashSet<>();
        for (Sentence sentence : Sentences.of(answer)) {
            String text = sentence.span().of(answer).toLowerCase(Locale.ROOT).replace('\u2019', '\'');
            Matcher phrase = GIVING_UP.matcher(text);
            if (phrase.find()) {
                said.add(sentence.span());
            }
            for (Word word : TaggedWords.of(phrase.replaceAll(" "))) {
                if (word.content() && !asked.contains(word.stem()) && !EMPTY_WORDS.contains(word.stem())) {
                    substance.add(word.stem());
                }
            }
        }
        return said.isEmpty() || substance.size() >= LEAST_SUBSTANCE
                ? Optional.empty()
                : Optional.of(new Limit("gave-up", "The answer says that it has no answer.", 0, 0, said));
    }

    /** The question as it stands there, once or again and again, is not an answer, whatever the references have in common with it. */
    private Optional<Limit> pasted(String answer) {
        String shown = bare(question);
        String given = bare(answer);
        return !shown.isEmpty()
                        && given.contains(shown)
                        && given.replace(shown, "").replace(bare(context), "").isBlank()
                ? Optional.of(new Limit("pasted-question", "The answer is the question pasted back.", 0, 0, List.of()))
                : Optional.empty();
    }

    /** Letters and digits alone, one space between words. */
    private static String bare(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    private Optional<Limit> echo(String answer) {
        List<Word> words = TaggedWords.of(answer);
        Set<String> added = new HashSet<>();
        for (Word word : words) {
            if (word.content() && !asked.contains(word.stem()) && !EMPTY_WORDS.contains(word.stem())) {
                added.add(word.stem());
            }
        }
        boolean decides = NUMBER_AT_THE_END.matcher(answer).find()
                || words.stream()
                        .anyMatch(word -> DECISIONS.contains(word.lower()) || TaggedWords.denies(word.lower()));
        return added.isEmpty() && somethingToSay && !decides && words.size() >= 3 && asked.size() <= SHORT_QUESTION
                ? Optional.of(new Limit(
                        "echo",
                        "The answer repeats the question and adds no word of its own.",
                        ECHO_LIMIT,
                        0,
                        List.of()))
                : Optional.empty();
    }

    private Optional<Limit> soup(String answer) {
        String text = answer.strip();
        // a single letter is not a keyword
        List<Word> words = TaggedWords.of(text).stream()
                .filter(word -> !word.content() || word.lower().length() > 1)
                .toList();
        boolean marked = MARKS.matcher(text).find();
        if (marked || words.size() < LEAST_SOUP) {
            return Optional.empty();
        }
        double grammar = words.stream()
                        .filter(word -> TaggedWords.isFunction(word.lower()))
                        .count()
                / (double) words.size();
        boolean states = words.stream().anyMatch(word -> VERBS.contains(word.lower()));
        return grammar < SOUP_GRAMMAR && !states
                ? Optional.of(new Limit(
                        "keyword-soup",
                        "The answer is a row of keywords that states nothing.",
                        SOUP_LIMIT,
                        0,
                        List.of()))
                : Optional.empty();
    }

    private Optional<Limit> otherThing(String answer, Disagreement against) {
        return against.agrees()
                ? Optional.empty()
                : OtherThing.in(question, references, answer)
                        .map(other -> new Limit(
                                "other-thing",
                                "The answer speaks of \u201C" + other.given()
                                        + "\u201D where the question asks about \u201C" + other.asked() + "\u201D.",
                                0,
                                OTHER_THING,
                                List.of(other.name())));
    }

    private Optional<Limit> turnedRound(String answer) {
        List<Word> content =
                TaggedWords.of(answer).stream().filter(Word::content).toList();
        boolean nearCopy = references.stream()
                .map(Guards::stems)
                .anyMatch(known -> content.stream()
                                .filter(word -> known.contains(word.stem()))
                                .count()
                        >= COPY * content.size());
        if (content.size() < 4 || !nearCopy) {
            return Optional.empty();
        }
        // one reference that the answer does not turn round is enough
        Contradictions contradictions = new Contradictions(question, answer);
        Optional<Contradictions.Result> found = Stream.concat(references.stream(), Stream.of(expected))
                .map(contradictions::with)
                .filter(result -> result.compared() > 0)
                .min(Comparator.comparingDouble(Contradictions.Result::share));
        if (found.isEmpty() || found.get().share() < LEAST_FLIPPED) {
            return Optional.empty();
        }
        Contradictions.Result result = found.get();
        double share = result.share();
        Contradictions.Flip first = result.flips().get(0);
        return Optional.of(new Limit(
                "contradiction",
                "The answer turns the reference round: where that says \u201C" + first.against() + "\u201D, "
                        + first.reason() + ".",
                0,
                Math.max(0, 1 - FLIP_FACTOR * share),
                result.flips().stream().map(Contradictions.Flip::span).toList()));
    }

    private static Set<String> stems(String text) {
        Set<String> stems = new HashSet<>();
        for (Word word : TaggedWords.of(text)) {
            if (word.content()) {
                stems.add(word.stem());
            }
        }
        return stems;
    }
}
