package rejoinder.grader;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.text.Encoding.Token;
import rejoinder.text.Span;

/** Looks for one key point after the other in an answer. */
final class KeyPointFinder {
    private static final Pattern SPECIAL_NAME = Pattern.compile("__\\w+?__");

    private final Question question;
    private final EncodedPrompt readings;
    private final GradingPolicy policy;
    private final AnswerMatrix given;
    private final WeightedText answer;
    private final List<Window> code;
    private final List<Window> windows;

    /** Tokens of the answer from one index to another (exclusive), whole sentences or statements. */
    private record Window(int from, int to) {}

    /** How near a text comes to the answer, where, and token by token. */
    private record Nearest(String text, double similarity, Window window, Alignment alignment) {}

    /** Prepares the search. */
    KeyPointFinder(Question question, EncodedPrompt readings, GradingPolicy policy, AnswerMatrix given) {
        this.question = question;
        this.readings = readings;
        this.policy = policy;
        this.given = given;
        this.answer = given.reading();
        this.code = runs(given.sentences(), given.parts());
        this.windows = Stream.concat(runs(0, given.sentences()).stream(), code.stream())
                .toList();
    }

    /**
     * How near an answer comes to a key point.
     *
     * @param similarity less what its words say of another point, 0 to 1
     * @param wording the wording that it comes nearest to
     * @param evidence its words that come nearest to those of the wording
     */
    record Sighting(double similarity, String wording, List<Span> evidence) {}

    /** How near the answer comes to each key point, in the question's order. */
    List<Sighting> sightings() {
        List<Nearest> nearest = question.keyPoints().stream().map(this::nearest).toList();
        return nearest.stream()
                .map(one -> new Sighting(
                        Math.max(0, one.similarity - policy.points().claimed(claimed(one, nearest))),
                        one.text,
                        evidence(one)))
                .toList();
    }

    // share of the words that make a point, by weight, which make another one better
    private double claimed(Nearest point, List<Nearest> all) {
        Set<Integer> others = new HashSet<>();
        for (Nearest other : all) {
            if (other.similarity > point.similarity) {
                others.addAll(carriers(other));
            }
        }
        double claimed = 0;
        double sum = 0;
        for (int token : carriers(point)) {
            sum += answer.weights()[token];
            claimed += others.contains(token) ? answer.weights()[token] : 0;
        }
        return sum > 0 ? claimed / sum : 0;
    }

    private Nearest nearest(KeyPoint keyPoint) {
        Set<Integer> shared = piecesOfOthers(keyPoint);
        List<String> wordings = wordings(keyPoint);
        return asCode(nearest(wordings, windows, shared), wordings, shared);
    }

    // a wording that is code itself is compared with code by what both do, too
    private Nearest asCode(Nearest known, List<String> wordings, Set<Integer> shared) {
        Optional<Nearest> found = Optional.of(known);
        for (String wording : code.isEmpty() ? List.<String>of() : wordings) {
            Optional<String> said = readings.inWords(wording);
            if (said.isPresent()) {
                found = nearer(found, wording, readings.expected(said.get()), code, shared);
            }
        }
        return found.orElseThrow();
    }

    private Nearest nearest(List<String> wordings, List<Window> windows, Set<Integer> shared) {
        Optional<Nearest> found = Optional.empty();
        for (String wording : wordings) {
            found = nearer(found, wording, readings.expected(wording), windows, shared);
        }
        return found.orElseThrow();
    }

    private Optional<Nearest> nearer(
            Optional<Nearest> known, String wording, WeightedText expected, List<Window> windows, Set<Integer> shared) {
        Alignment alignment =
                new Alignment(expected.lighter(shared, policy.similarity().siblingWeight()), given, policy);
        Optional<Nearest> found = known;
        for (Window window : windows) {
            if (ofAnotherName(wording, window)) {
                continue;
            }
            double similarity = alignment.similarity(window.from(), window.to(), precisionShare(window));
            if (found.isEmpty() || similarity > found.get().similarity) {
                found = Optional.of(new Nearest(wording, similarity, window, alignment));
            }
        }
        return found;
    }

    // code that defines __str__ shows nothing about __call__, however alike the two read
    private boolean ofAnotherName(String wording, Window window) {
        if (window.from() < answer.written()) {
            return false;
        }
        Set<String> expected = specialNames(wording);
        Set<String> shown = expected.isEmpty() ? Set.of() : specialNames(text(window));
        return !shown.isEmpty() && Collections.disjoint(expected, shown);
    }

    private static Set<String> specialNames(String text) {
        return SPECIAL_NAME.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    // a statement's names and values are nothing that an expected sentence could have
    private double precisionShare(Window window) {
        return window.from() >= answer.written() ? 0 : policy.similarity().precisionShare();
    }

    private List<Span> evidence(Nearest nearest) {
        return Evidence.of(answer, carriers(nearest));
    }

    private List<Integer> carriers(Nearest nearest) {
        return nearest.alignment.carriers(
                0,
                nearest.alignment.expected().size(),
                nearest.window.from(),
                nearest.window.to(),
                policy.similarity().evidenceFrom());
    }

    /** All that a point may be said with. */
    static List<String> wordings(KeyPoint point) {
        List<String> wordings = new ArrayList<>();
        wordings.add(point.statement());
        wordings.addAll(point.acceptedWordings());
        return wordings;
    }

    private Set<Integer> piecesOfOthers(KeyPoint point) {
        Set<Integer> pieces = new HashSet<>();
        for (KeyPoint other : question.keyPoints()) {
            if (!other.id().equals(point.id())) {
                for (String wording : wordings(other)) {
                    for (Token token : readings.expected(wording).encoding().tokens()) {
                        pieces.add(token.id());
                    }
                }
            }
        }
        return pieces;
    }

    private String text(Window window) {
        return answer.text().substring(start(window), end(window));
    }

    private int start(Window window) {
        int start = answer.token(window.from()).span().start();
        for (int i = window.from(); i < window.to(); i++) {
            start = Math.min(start, answer.token(i).span().start());
        }
        return start;
    }

    private int end(Window window) {
        int end = 0;
        for (int i = window.from(); i < window.to(); i++) {
            end = Math.max(end, answer.token(i).span().end());
        }
        return end;
    }

    // every run of neighbouring parts of the answer up to the policy's length, the last (exclusive) in none
    private List<Window> runs(int first, int last) {
        List<Window> runs = new ArrayList<>();
        for (int i = first; i < last; i++) {
            for (int length = 1; length <= policy.similarity().windowSentences() && i + length <= last; length++) {
                runs.add(new Window(given.starts()[i], given.starts()[i + length]));
            }
        }
        return runs;
    }
}
