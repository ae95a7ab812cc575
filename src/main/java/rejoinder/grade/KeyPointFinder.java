package rejoinder.grade;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Misconception;
import rejoinder.bank.Question;
import rejoinder.grade.Encoding.Token;
import rejoinder.grade.KeyPointFinding.Contradicted;
import rejoinder.grade.KeyPointFinding.Covered;
import rejoinder.grade.KeyPointFinding.Missing;
import rejoinder.grade.KeyPointFinding.Partial;
import rejoinder.grade.KeyPointFinding.Point;

/** Looks for one key point after the other in an answer. */
final class KeyPointFinder {
    private final Question question;
    private final Readings readings;
    private final GradingPolicy policy;
    private final Given given;
    private final double recall;
    private final Reading answer;
    private final List<Window> windows;
    private final Contradictions contradictions;
    private Misconceived dearest = new Misconceived("", 0, List.of());

    /** Tokens of the answer from one index to another (exclusive). */
    private record Window(int from, int to) {}

    /** How near a text comes to the answer, where, and token by token. */
    private record Nearest(String text, double similarity, Window window, Alignment alignment) {}

    /** What coming near to a misconception costs, and by which words. */
    private record Misconceived(String statement, double cost, List<Span> evidence) {}

    /**
     * Prepares the search.
     *
     * @param recall greatest part of a reference's words, by weight, that the answer carries
     */
    KeyPointFinder(Question question, Readings readings, GradingPolicy policy, Given given, double recall) {
        this.question = question;
        this.readings = readings;
        this.policy = policy;
        this.given = given;
        this.recall = recall;
        this.answer = given.reading();
        this.windows = windows();
        this.contradictions =
                new Contradictions(question.prompt(), answer.plain().text());
    }

    /** One finding a key point, in the question's order. */
    List<KeyPointFinding> findings() {
        double total = question.keyPoints().stream().mapToInt(KeyPoint::weight).sum();
        List<KeyPointFinding> findings = new ArrayList<>();
        for (KeyPoint point : question.keyPoints()) {
            findings.add(find(point, new Point(point.id(), point.statement(), point.weight() / total, false)));
        }
        return findings;
    }

    /**
     * What the misconception costs that the findings came nearest to; empty if they came near none. Ask for it after {@link #findings()}.
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

    private KeyPointFinding find(KeyPoint keyPoint, Point point) {
        Set<Integer> shared = piecesOfOthers(keyPoint);
        Nearest best = nearest(wordings(keyPoint), shared);
        Optional<Contradicted> contradicted =
                turnedRound(keyPoint, point, best).or(() -> misconceived(keyPoint, point, best, shared));
        if (contradicted.isPresent()) {
            return contradicted.get();
        }
        double similarity = best.similarity;
        double credit = policy.credit(similarity);
        if (credit == 1) {
            return new Covered(point, point.share(), similarity, evidence(best), best.text);
        }
        if (credit > 0) {
            return new Partial(point, point.share() * credit, similarity, evidence(best), best.text);
        }
        List<Span> evidence = similarity < policy.evidenceOfMissing() ? List.of() : evidence(best);
        return new Missing(point, 0, similarity, evidence, best.text);
    }

    // the answer nearly repeats the point, with its meaning turned round
    private Optional<Contradicted> turnedRound(KeyPoint keyPoint, Point point, Nearest best) {
        if (best.similarity < policy.partialFrom()) {
            return Optional.empty();
        }
        String expected = String.join("\n\n", wordings(keyPoint));
        for (Contradictions.Flip flip : contradictions.with(expected).flips()) {
            boolean there =
                    flip.span().start() < end(best.window) && flip.span().end() > start(best.window);
            if (there && flip.weight() >= 3) {
                return Optional.of(new Contradicted(
                        point,
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
    private Optional<Contradicted> misconceived(KeyPoint keyPoint, Point point, Nearest best, Set<Integer> shared) {
        Optional<Contradicted> found = Optional.empty();
        for (Misconception wrong : question.misconceptions()) {
            if (!wrong.keyPointId().equals(keyPoint.id())) {
                continue;
            }
            Nearest said = nearest(List.of(wrong.statement()), shared);
            WordOrder.Side side = new WordOrder(wrong.statement(), wordings(keyPoint)).of(text(said.window));
            double cost = policy.misconceived(said.similarity, best.similarity, recall, side);
            if (cost > dearest.cost) {
                dearest = new Misconceived(wrong.statement(), cost, evidence(said));
            }
            boolean ordered = side == WordOrder.Side.FIRST
                    && said.similarity >= policy.partialFrom()
                    && said.similarity >= best.similarity - policy.misconceptionLead();
            if (found.isEmpty() && (cost > 0 || ordered)) {
                String reason = wrong.why().isBlank() ? "This is a common misconception." : wrong.why();
                found = Optional.of(
                        new Contradicted(point, 0, said.similarity, evidence(said), wrong.statement(), reason));
            }
        }
        return found;
    }

    private Nearest nearest(List<String> wordings, Set<Integer> shared) {
        List<Nearest> found = new ArrayList<>();
        for (String wording : wordings) {
            Alignment alignment =
                    new Alignment(readings.expected(wording).lighter(shared, policy.siblingWeight()), given, policy);
            for (Window window : windows) {
                double similarity = alignment.similarity(window.from, window.to, policy.precisionShare());
                if (found.isEmpty() || similarity > found.get(0).similarity) {
                    found.clear();
                    found.add(new Nearest(wording, similarity, window, alignment));
                }
            }
        }
        return found.get(0);
    }

    private List<Span> evidence(Nearest nearest) {
        Alignment alignment = nearest.alignment;
        List<Integer> carriers = alignment.carriers(
                0, alignment.expected().size(), nearest.window.from, nearest.window.to, policy.evidenceFrom());
        return Evidence.of(answer, carriers);
    }

    private static List<String> wordings(KeyPoint point) {
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
                    for (Token token : readings.expected(wording).plain().tokens()) {
                        pieces.add(token.id());
                    }
                }
            }
        }
        return pieces;
    }

    private String text(Window window) {
        return answer.plain().text().substring(start(window), end(window));
    }

    private int start(Window window) {
        return answer.token(window.from).span().start();
    }

    private int end(Window window) {
        return answer.token(window.to - 1).span().end();
    }

    // every run of neighbouring sentences up to the policy's length
    private List<Window> windows() {
        List<Integer> starts = new ArrayList<>();
        for (Sentences.Sentence sentence : Sentences.of(answer.plain().text())) {
            starts.add(answer.tokenAt(sentence.span().start()));
        }
        starts.add(answer.size());
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i + 1 < starts.size(); i++) {
            for (int length = 1; length <= policy.windowSentences() && i + length < starts.size(); length++) {
                if (starts.get(i) < starts.get(i + length)) {
                    windows.add(new Window(starts.get(i), starts.get(i + length)));
                }
            }
        }
        return windows;
    }
}
