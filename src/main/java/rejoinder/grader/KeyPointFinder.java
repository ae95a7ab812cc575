package rejoinder.grader;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Misconception;
import rejoinder.bank.Question;
import rejoinder.grade.Deduction;
import rejoinder.grade.Finding;
import rejoinder.grade.Finding.Point;
import rejoinder.grade.Verdict;
import rejoinder.text.Encoding.Token;
import rejoinder.text.Span;

/** Looks for one key point after the other in an answer. */
final class KeyPointFinder {
    private static final Pattern SPECIAL_NAME = Pattern.compile("__\\w+?__");

    private final Question question;
    private final EncodedPrompt readings;
    private final GradingPolicy policy;
    private final AnswerMatrix given;
    private final double recall;
    private final WeightedText answer;
    private final List<Window> written;
    private final List<Window> code;
    private final List<Window> windows;
    private final Contradictions contradictions;

    /** Tokens of the answer from one index to another (exclusive), whole sentences or statements. */
    private record Window(int from, int to) {}

    /** How near a text comes to the answer, where, and token by token. */
    private record Nearest(String text, double similarity, Window window, Alignment alignment) {}

    /** What coming near to a misconception costs, and by which words. */
    private record Misconceived(String statement, double cost, List<Span> evidence) {
        private static final Misconceived NONE = new Misconceived("", 0, List.of());

        Misconceived or(Misconceived other) {
            return other.cost > cost ? other : this;
        }
    }

    /** A finding, and the dearest misconception that it came near to. */
    private record Judged(Finding finding, Misconceived misconceived) {}

    /** What an answer makes of the key points. */
    static final class Found {
        private final List<Finding> findings;
        private final Misconceived dearest;

        private Found(List<Judged> judged) {
            findings = judged.stream().map(Judged::finding).toList();
            dearest = judged.stream().map(Judged::misconceived).reduce(Misconceived.NONE, Misconceived::or);
        }

        /** One finding per key point, in the question's order. */
        List<Finding> findings() {
            return findings;
        }

        /**
         * What the misconception costs that the answer came nearest to; empty if it came near none.
         *
         * @param most what there is to take from, 0 to 1
         */
        Optional<Deduction> misconception(double most) {
            return dearest.cost == 0 || most <= 0
                    ? Optional.empty()
                    : Optional.of(new Deduction(
                            Deduction.MISCONCEPTION,
                            "The answer comes near to a misconception: \u201C" + dearest.statement + "\u201D",
                            -Math.min(dearest.cost, most),
                            dearest.evidence));
        }
    }

    /**
     * Prepares the search.
     *
     * @param recall greatest part of a reference's words, by weight, that the answer carries
     */
    KeyPointFinder(Question question, EncodedPrompt readings, GradingPolicy policy, AnswerMatrix given, double recall) {
        this.question = question;
        this.readings = readings;
        this.policy = policy;
        this.given = given;
        this.recall = recall;
        this.answer = given.reading();
        this.written = runs(0, given.sentences());
        this.code = runs(given.sentences(), given.parts());
        this.windows = Stream.concat(written.stream(), code.stream()).toList();
        this.contradictions = new Contradictions(question.prompt(), answer.text());
    }

    /** Looks for every key point. */
    Found find() {
        double total = question.keyPoints().stream().mapToInt(KeyPoint::weight).sum();
        List<Nearest> nearest = question.keyPoints().stream().map(this::nearest).toList();
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < nearest.size(); i++) {
            KeyPoint point = question.keyPoints().get(i);
            judged.add(judge(
                    point,
                    new Point(point.id(), point.statement(), point.weight() / total, false),
                    nearest.get(i),
                    policy.points().claimed(claimed(nearest.get(i), nearest))));
        }
        return new Found(judged);
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

    private Judged judge(KeyPoint keyPoint, Point point, Nearest best, double claimed) {
        Optional<Finding> turned = turnedRound(keyPoint, point, best);
        if (turned.isPresent()) {
            return new Judged(turned.get(), Misconceived.NONE);
        }
        double similarity = Math.max(0, best.similarity - claimed);
        return misconceived(keyPoint, point, best, () -> found(point, best, similarity));
    }

    private Finding found(Point point, Nearest best, double similarity) {
        double credit = policy.points().credit(similarity);
        if (credit == 1) {
            return new Finding(point, Verdict.MADE, point.share(), similarity, evidence(best), best.text);
        }
        if (credit > 0) {
            return new Finding(point, Verdict.UNCLEAR, point.share() * credit, similarity, evidence(best), best.text);
        }
        List<Span> evidence = similarity < policy.similarity().evidenceOfMissing() ? List.of() : evidence(best);
        return new Finding(point, Verdict.NOT_SAID, 0, similarity, evidence, best.text);
    }

    // the answer nearly repeats the point, with its meaning turned round
    private Optional<Finding> turnedRound(KeyPoint keyPoint, Point point, Nearest best) {
        if (best.similarity < policy.points().unclearFrom()) {
            return Optional.empty();
        }
        String expected = String.join("\n\n", wordings(keyPoint));
        for (Contradictions.Flip flip : contradictions.with(expected).flips()) {
            boolean there =
                    flip.span().start() < end(best.window) && flip.span().end() > start(best.window);
            if (there && flip.weight() >= 3) {
                return Optional.of(new Finding(
                        point,
                        Verdict.CONTRADICTED,
                        0,
                        best.similarity,
                        List.of(flip.span()),
                        keyPoint.statement(),
                        "It says the opposite: " + flip.reason() + "."));
            }
        }
        return Optional.empty();
    }

    // the answer comes near to something wrong that people say, or puts the words that both share in the order of the
    // wrong statement
    private Judged misconceived(KeyPoint keyPoint, Point point, Nearest best, Supplier<Finding> otherwise) {
        Set<Integer> shared = piecesOfOthers(keyPoint);
        Optional<Finding> found = Optional.empty();
        Misconceived dearest = Misconceived.NONE;
        for (Misconception wrong : question.misconceptions()) {
            if (!wrong.keyPointId().equals(keyPoint.id())) {
                continue;
            }
            // what code does is said in the grader's words, and those are not held against anybody
            Nearest said = nearest(List.of(wrong.statement()), written, shared);
            WordOrder order = new WordOrder(wrong.statement(), wordings(keyPoint));
            if (order.isOnlyOfOthers(text(said.window))) {
                continue;
            }
            WordOrder.Side side = order.of(text(said.window));
            double cost = policy.misconceptions().cost(said.similarity, best.similarity, recall, side);
            dearest = dearest.or(new Misconceived(wrong.statement(), cost, evidence(said)));
            boolean ordered = side == WordOrder.Side.FIRST
                    && said.similarity >= policy.points().unclearFrom()
                    && said.similarity
                            >= best.similarity - policy.misconceptions().lead();
            if (found.isEmpty() && (cost > 0 || ordered)) {
                String reason = wrong.why().isBlank() ? "This is a common misconception." : wrong.why();
                found = Optional.of(new Finding(
                        point, Verdict.CONTRADICTED, 0, said.similarity, evidence(said), wrong.statement(), reason));
            }
        }
        return new Judged(found.orElseGet(otherwise), dearest);
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
