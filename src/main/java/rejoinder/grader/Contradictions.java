package rejoinder.grader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import rejoinder.text.Span;
import rejoinder.text.TaggedWords;
import rejoinder.text.TaggedWords.Word;

/**
 * Finds clauses of an answer that say of one thing what the expected text says of another, or that say the opposite of it. It looks only at clauses that repeat
 * most of the words of an expected clause: without that gate, negations are noise on real answers.
 */
final class Contradictions {
    /** Share of an answer's clause that must be in the expected clause to be compared. */
    private static final double NEAR_COPY = 0.85;

    /** Share of the best overlap that another expected clause must have to speak for the answer. */
    private static final double NEARLY = 0.8;

    /** Words that set two things of a question against each other, as "a list and a tuple" does. */
    private static final Set<String> JOINS = Set.of("and", "or", "vs", "versus", "from", "than", "to", "with");

    private static final Set<String> ARTICLES = Set.of("a", "an", "the", "its", "of", "between", "from");

    /** Content words that name a thing: "shallow copy". */
    private static final int REACH = 3;

    /** Part of an expected clause's content words that an answer may leave out and still deny it. */
    private static final double MOST_LACKING = 0.34;

    /** Content words that a clause needs to be compared. */
    private static final int LEAST_WORDS = 2;

    /**
     * A clause that turns the expected text round.
     *
     * @param span the clause in the answer
     * @param weight number of its content words
     * @param against the expected clause's words
     * @param reason what is reversed, part of a sentence
     */
    record Flip(Span span, int weight, String against, String reason) {}

    /**
     * What was found.
     *
     * @param flips clauses that are reversed
     * @param compared content words in all clauses that could be compared, flips included
     * @param total content words of the answer
     */
    record Result(List<Flip> flips, int compared, int total) {
        /** Content words in flips as a share of the answer's, 0 to 1. */
        double share() {
            return total == 0 ? 0 : flips.stream().mapToInt(Flip::weight).sum() / (double) total;
        }
    }

    /**
     * What a question names.
     *
     * @param stems its content words
     * @param pairs those that it sets against each other: "a list and a tuple", "shallow copy or deep copy"
     */
    private record Asked(Set<String> stems, Set<Set<String>> pairs) {
        static Asked of(List<Word> question) {
            Set<String> stems = new HashSet<>();
            Set<Set<String>> pairs = new HashSet<>();
            for (int i = 0; i < question.size(); i++) {
                if (question.get(i).content()) {
                    stems.add(question.get(i).stem());
                }
                if (JOINS.contains(question.get(i).lower())) {
                    List<Word> left = near(question, i, -1);
                    List<Word> right = near(question, i, 1);
                    for (Word x : left) {
                        right.stream()
                                .filter(y -> !has(left, y) && !has(right, x))
                                .forEach(y -> pairs.add(Set.of(x.stem(), y.stem())));
                    }
                }
            }
            return new Asked(stems, pairs);
        }

        /** Whether the question sets two words against each other. */
        boolean pair(Word one, Word other) {
            return !one.stem().equals(other.stem()) && pairs.contains(Set.of(one.stem(), other.stem()));
        }

        // the things on one side of the joining word: content words up to the next word of grammar but an article.
        // Numbers and letters name places in a picture, which answers mix freely
        private static List<Word> near(List<Word> question, int from, int step) {
            List<Word> found = new ArrayList<>();
            for (int i = from + step; i >= 0 && i < question.size() && found.size() < REACH; i += step) {
                Word word = question.get(i);
                if (word.content() && word.stem().length() > 1) {
                    found.add(word);
                } else if (!found.isEmpty() || !ARTICLES.contains(word.lower())) {
                    break;
                }
            }
            return found;
        }
    }

    /**
     * Words between two marks, and what is compared of them.
     *
     * @param words all of them
     * @param contents those that carry content, each stem once
     * @param denies whether one of them is a negation
     */
    private record Clause(List<Word> words, List<Word> contents, boolean denies) {
        static Clause of(List<Word> words) {
            Set<String> seen = new HashSet<>();
            List<Word> contents = words.stream()
                    .filter(Word::content)
                    .filter(word -> seen.add(word.stem()))
                    .toList();
            return new Clause(words, contents, words.stream().anyMatch(word -> TaggedWords.denies(word.lower())));
        }

        Span span() {
            return new Span(
                    words.get(0).span().start(),
                    words.get(words.size() - 1).span().end());
        }
    }

    /** An expected clause, and how much of a clause of the answer it has. */
    private record Near(Clause clause, double overlap) {}

    private final Asked asked;
    private final List<Clause> answered;
    private final int total;

    /**
     * Prepares the comparison of an answer with any number of expected texts.
     *
     * @param question what was asked; words that it sets against each other may have changed places
     */
    Contradictions(String question, String answer) {
        this.asked = Asked.of(TaggedWords.of(question));
        this.answered = clauses(TaggedWords.of(answer));
        this.total =
                answered.stream().mapToInt(clause -> clause.contents.size()).sum();
    }

    /** Compares the answer with an expected text. */
    Result with(String expected) {
        List<Clause> known = clauses(TaggedWords.of(expected));
        List<Flip> flips = new ArrayList<>();
        int compared = 0;
        for (Clause clause : answered) {
            int weight = clause.contents.size();
            List<Clause> partners = weight < LEAST_WORDS ? List.of() : partners(clause, known);
            if (partners.isEmpty()) {
                continue;
            }
            compared += weight;
            List<Optional<String>> reasons = partners.stream()
                    .map(partner -> reason(clause, partner, known))
                    .toList();
            // one partner that is not reversed is enough: the answer is given the benefit
            if (reasons.stream().allMatch(Optional::isPresent)) {
                flips.add(new Flip(
                        clause.span(),
                        weight,
                        partners.get(0).span().of(expected),
                        reasons.get(0).orElseThrow()));
            }
        }
        return new Result(flips, compared, total);
    }

    // expected clauses that the clause repeats, the nearest first, and those nearly as near
    private List<Clause> partners(Clause clause, List<Clause> known) {
        List<Near> overlaps = known.stream()
                .map(candidate -> new Near(candidate, overlap(clause.contents, candidate.contents)))
                .toList();
        double best = overlaps.stream().mapToDouble(Near::overlap).max().orElse(0);
        return best < NEAR_COPY
                ? List.of()
                : overlaps.stream()
                        .filter(near -> near.overlap >= best * NEARLY)
                        .sorted(Comparator.comparingDouble(Near::overlap).reversed())
                        .map(Near::clause)
                        .toList();
    }

    // share of the clause's content words that the candidate has too, as themselves or as opposites, and a little for
    // the candidate's own
    private double overlap(List<Word> left, List<Word> right) {
        long found = left.stream().filter(word -> meets(word, left, right)).count();
        // a word of the question that the candidate does not have: the clause speaks of something else
        boolean other = left.stream().anyMatch(word -> asked.stems.contains(word.stem()) && !meets(word, left, right));
        if (other || found < 2 || right.size() < 2 || (found < 3 && left.size() > 2)) {
            return 0;
        }
        long back = right.stream().filter(word -> meets(word, right, left)).count();
        return (double) found / left.size() + 0.1 * back / right.size();
    }

    // two words that the question asks about meet: which of them it is, is what is looked for
    private boolean meets(Word word, List<Word> own, List<Word> others) {
        return others.stream()
                .anyMatch(other -> other.stem().equals(word.stem())
                        || Opposites.are(word.lower(), other.lower())
                        || (asked.pair(word, other) && !has(own, other)));
    }

    private Optional<String> reason(Clause clause, Clause partner, List<Clause> known) {
        Optional<String> exchanged = exchanged(clause, partner, known);
        // the clause speaks of the other of the two things that the question sets against each other
        if (exchanged.isEmpty() && ofAnother(clause.contents, partner.contents)) {
            return Optional.empty();
        }
        Optional<String> denied =
                exchanged.isPresent() && clause.denies != partner.denies ? exchanged : denied(clause, partner);
        List<String> turns = Stream.of(exchanged, opposite(clause, partner), denied)
                .flatMap(Optional::stream)
                .toList();
        // reversed twice is the right way round
        return turns.size() % 2 == 1 ? Optional.of(turns.get(0)) : Optional.empty();
    }

    private boolean ofAnother(List<Word> mine, List<Word> theirs) {
        return mine.stream()
                .filter(x -> !has(theirs, x))
                .anyMatch(x -> theirs.stream().anyMatch(y -> !has(mine, y) && asked.pair(x, y)));
    }

    private Optional<String> opposite(Clause clause, Clause partner) {
        // words of grammar too: "one" for "many", "before" for "after"
        for (Word word : clause.words) {
            for (Word other : partner.words) {
                if (Opposites.are(word.lower(), other.lower())
                        && word.negated() == other.negated()
                        && !has(partner.words, word)
                        && !has(clause.words, other)
                        && !asked.pair(word, other)) {
                    return Optional.of("\u201C" + word.lower() + "\u201D stands where it should be \u201C"
                            + other.lower() + "\u201D");
                }
            }
        }
        return Optional.empty();
    }

    // one of the two clauses denies and the other does not, and most of what they share is under the denial
    private Optional<String> denied(Clause clause, Clause partner) {
        if (clause.denies == partner.denies || deniesTheOpposite(clause, partner)) {
            return Optional.empty();
        }
        int same = 0;
        int turned = 0;
        int lacking = 0;
        int stated = 0;
        int unsaid = 0;
        for (Word other : partner.contents) {
            Optional<Word> twin = clause.contents.stream()
                    .filter(word -> word.stem().equals(other.stem()))
                    .findFirst();
            same += twin.isPresent() ? 1 : 0;
            turned += twin.isPresent() && twin.get().negated() != other.negated() ? 1 : 0;
            // what the expected clause says of something else, the answer may deny
            boolean lacks = twin.isEmpty()
                    && clause.contents.stream().noneMatch(word -> Opposites.are(word.lower(), other.lower()));
            // words of the question are not statements: what is denied must be what the expected clause adds to them
            boolean adds = !asked.stems.contains(other.stem());
            lacking += lacks ? 1 : 0;
            stated += adds ? 1 : 0;
            unsaid += lacks && adds ? 1 : 0;
        }
        return same > 1
                        && turned * 3 > same
                        && lacking <= MOST_LACKING * partner.contents.size()
                        && unsaid <= MOST_LACKING * stated
                ? Optional.of("it is denied, or the denial is left out")
                : Optional.empty();
    }

    // "cannot be broken down" and "can be broken up" agree: the denial makes up for the opposite
    private static boolean deniesTheOpposite(Clause clause, Clause partner) {
        return clause.words.stream()
                .anyMatch(word -> partner.words.stream()
                        .anyMatch(other ->
                                word.negated() != other.negated() && Opposites.are(word.lower(), other.lower())));
    }

    // x stands where the expected clause has y, the question asks about both, and the expected text says other things
    // of x
    private Optional<String> exchanged(Clause clause, Clause partner, List<Clause> known) {
        List<Word> mine = clause.contents;
        List<Word> theirs = partner.contents;
        for (Word x : mine) {
            boolean elsewhere = known.stream().anyMatch(other -> !other.equals(partner) && has(other.contents, x));
            if (!elsewhere || has(theirs, x)) {
                continue;
            }
            for (Word y : theirs) {
                if (!has(mine, y) && asked.pair(x, y) && sameSlot(mine.indexOf(x), mine, theirs.indexOf(y), theirs)) {
                    return Optional.of(
                            "it is said of \u201C" + x.lower() + "\u201D and holds for \u201C" + y.lower() + "\u201D");
                }
            }
        }
        return Optional.empty();
    }

    private static boolean sameSlot(int i, List<Word> mine, int j, List<Word> theirs) {
        boolean firsts = i == 0 && j == 0;
        boolean before = i > 0
                && j > 0
                && mine.get(i - 1).stem().equals(theirs.get(j - 1).stem());
        boolean after = i + 1 < mine.size()
                && j + 1 < theirs.size()
                && mine.get(i + 1).stem().equals(theirs.get(j + 1).stem());
        return firsts || (before && (after || i + 1 == mine.size()));
    }

    private static boolean has(List<Word> words, Word word) {
        return words.stream().anyMatch(other -> other.stem().equals(word.stem()));
    }

    private static List<Clause> clauses(List<Word> words) {
        List<Clause> clauses = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= words.size(); i++) {
            if (i == words.size() || words.get(i).clause() != words.get(from).clause()) {
                clauses.add(Clause.of(words.subList(from, i)));
                from = i;
            }
        }
        return clauses;
    }
}
