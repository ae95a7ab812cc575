package rejoinder.grade;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import rejoinder.grade.Words.Word;

/**
 * Finds clauses of an answer that say of one thing what the expected text says of another, or that say the opposite of it. It looks only at clauses that repeat
 * most of the words of an expected clause: without that gate, negations are noise on real answers.
 */
final class Contradictions {
    /** Share of an answer's clause that must stand in the expected clause to be compared. */
    private static final double NEAR_COPY = 0.85;

    /** Share of the best overlap that another expected clause must have to speak for the answer. */
    private static final double NEARLY = 0.8;

    /** Words that set two things of a question against each other, and how far from them the things stand. */
    private static final Set<String> JOINS = Set.of("and", "or", "vs", "versus", "from", "than", "to", "with");

    private static final int REACH = 3;

    /** Content words that a clause needs to be compared. */
    private static final int LEAST_WORDS = 2;

    /**
     * A clause that turns the expected text round.
     *
     * @param span the clause in the answer
     * @param weight number of its content words
     * @param against the expected clause's words
     * @param reason what is turned round, part of a sentence
     */
    record Flip(Span span, int weight, String against, String reason) {}

    /**
     * What was found.
     *
     * @param flips clauses that are turned round
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
                    for (Word x : near(question, i, -1)) {
                        near(question, i, 1).stream()
                                .filter(y -> !x.stem().equals(y.stem()))
                                .forEach(y -> pairs.add(Set.of(x.stem(), y.stem())));
                    }
                }
            }
            return new Asked(stems, pairs);
        }

        private static List<Word> near(List<Word> question, int from, int step) {
            List<Word> found = new ArrayList<>();
            for (int i = from + step; i >= 0 && i < question.size() && Math.abs(i - from) <= REACH; i += step) {
                if (question.get(i).content()) {
                    found.add(question.get(i));
                }
            }
            return found;
        }
    }

    private Contradictions() {}

    /**
     * Compares an answer with an expected text.
     *
     * @param question what was asked; words that it sets against each other may have changed places
     */
    static Result between(String question, String answer, String expected) {
        Asked asked = Asked.of(Words.of(question));
        List<List<Word>> answered = clauses(Words.of(answer));
        List<List<Word>> known = clauses(Words.of(expected));
        List<Flip> flips = new ArrayList<>();
        int compared = 0;
        int total = 0;
        for (List<Word> clause : answered) {
            int weight = contents(clause).size();
            total += weight;
            List<List<Word>> partners = partners(clause, known, asked);
            if (weight < LEAST_WORDS || partners.isEmpty()) {
                continue;
            }
            compared += weight;
            List<Optional<String>> reasons = partners.stream()
                    .map(partner -> reason(clause, partner, known, asked))
                    .toList();
            // one partner that is not turned round is enough: the answer is given the benefit
            if (reasons.stream().allMatch(Optional::isPresent)) {
                flips.add(new Flip(
                        new Span(
                                clause.get(0).span().start(),
                                clause.get(clause.size() - 1).span().end()),
                        weight,
                        textOf(partners.get(0), expected),
                        reasons.get(0).orElseThrow()));
            }
        }
        return new Result(flips, compared, total);
    }

    // expected clauses that the clause repeats, the nearest first, and those nearly as near
    private static List<List<Word>> partners(List<Word> clause, List<List<Word>> known, Asked asked) {
        double best = known.stream()
                .mapToDouble(candidate -> overlap(clause, candidate, asked))
                .max()
                .orElse(0);
        return best < NEAR_COPY
                ? List.of()
                : known.stream()
                        .filter(candidate -> overlap(clause, candidate, asked) >= best * NEARLY)
                        .sorted(Comparator.comparingDouble(candidate -> -overlap(clause, candidate, asked)))
                        .toList();
    }

    // share of the clause's content words that the candidate has too, as themselves or as opposites, and a little for
    // the candidate's own
    private static double overlap(List<Word> clause, List<Word> candidate, Asked asked) {
        List<Word> left = contents(clause);
        List<Word> right = contents(candidate);
        long found =
                left.stream().filter(word -> meets(word, left, right, asked)).count();
        long back =
                right.stream().filter(word -> meets(word, right, left, asked)).count();
        // a word of the question that the candidate does not have: the clause speaks of something else
        boolean other =
                left.stream().anyMatch(word -> asked.stems.contains(word.stem()) && !meets(word, left, right, asked));
        if (other || found < 2 || right.size() < 2 || (found < 3 && left.size() > 2)) {
            return 0;
        }
        return (double) found / left.size() + 0.1 * back / right.size();
    }

    // two words that the question asks about meet: which of them it is, is what is looked for
    private static boolean meets(Word word, List<Word> own, List<Word> others, Asked asked) {
        return others.stream()
                .anyMatch(other -> other.stem().equals(word.stem())
                        || Opposites.are(word.lower(), other.lower())
                        || (asked.pairs.contains(Set.of(word.stem(), other.stem())) && !has(own, other)));
    }

    private static Optional<String> reason(List<Word> clause, List<Word> partner, List<List<Word>> known, Asked asked) {
        int same = 0;
        int turned = 0;
        Optional<String> opposite = Optional.empty();
        for (Word word : clause) {
            for (Word other : partner) {
                if (word.content() && other.content() && word.stem().equals(other.stem())) {
                    same++;
                    turned += word.negated() != other.negated() ? 1 : 0;
                } else if (opposite.isEmpty()
                        && Opposites.are(word.lower(), other.lower())
                        && word.negated() == other.negated()
                        && !has(partner, word)
                        && !has(clause, other)
                        && !asked.pairs.contains(Set.of(word.stem(), other.stem()))) {
                    opposite = Optional.of("\u201C" + word.lower() + "\u201D stands where it should be \u201C"
                            + other.lower() + "\u201D");
                }
            }
        }
        Optional<String> exchanged = exchanged(clause, partner, known, asked);
        Optional<String> denied = same > 1 && turned * 3 > same
                ? Optional.of("it is denied, or the denial is left out")
                : Optional.empty();
        List<String> turns =
                Stream.of(exchanged, opposite, denied).flatMap(Optional::stream).toList();
        // turned round twice is the right way round
        return turns.size() % 2 == 1 ? Optional.of(turns.get(0)) : Optional.empty();
    }

    // x stands where the expected clause has y, the question asks about both, and the expected text says other things
    // of x
    private static Optional<String> exchanged(
            List<Word> clause, List<Word> partner, List<List<Word>> known, Asked asked) {
        List<Word> mine = contents(clause);
        List<Word> theirs = contents(partner);
        for (Word x : mine) {
            boolean elsewhere = known.stream().anyMatch(other -> other != partner && has(other, x));
            if (!elsewhere || has(theirs, x)) {
                continue;
            }
            for (Word y : theirs) {
                if (!has(mine, y)
                        && asked.pairs.contains(Set.of(x.stem(), y.stem()))
                        && sameSlot(mine.indexOf(x), mine, theirs.indexOf(y), theirs)) {
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

    private static List<Word> contents(List<Word> clause) {
        Set<String> seen = new HashSet<>();
        return clause.stream()
                .filter(Word::content)
                .filter(word -> seen.add(word.stem()))
                .toList();
    }

    private static List<List<Word>> clauses(List<Word> words) {
        List<List<Word>> clauses = new ArrayList<>();
        int current = -1;
        for (Word word : words) {
            if (word.clause() != current) {
                clauses.add(new ArrayList<>());
                current = word.clause();
            }
            clauses.get(clauses.size() - 1).add(word);
        }
        return clauses;
    }

    private static String textOf(List<Word> clause, String text) {
        return text.substring(
                clause.get(0).span().start(),
                clause.get(clause.size() - 1).span().end());
    }
}
