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
    private final Reading answer;
    private final List<Window> windows;

    /** Tokens of the answer from one index to another (exclusive). */
    private record Window(int from, int to) {}

    /** How near a text comes to the answer, where, and by which tokens. */
    private record Nearest(String text, double similarity, Window window, List<Span> evidence) {}

    KeyPointFinder(Question question, Readings readings, GradingPolicy policy, Reading answer) {
        this.question = question;
        this.readings = readings;
        this.policy = policy;
        this.answer = answer;
        this.windows = windows();
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

    private KeyPointFinding find(KeyPoint keyPoint, Point point) {
        Set<Integer> shared = piecesOfOthers(keyPoint);
        Nearest best = nearest(wordings(keyPoint), shared);
        Optional<Contradicted> contradicted =
                turnedRound(keyPoint, point, best).or(() -> misconceived(keyPoint, point, best, shared));
        if (contradicted.isPresent()) {
            return contradicted.get();
        }
        double similarity = best.similarity;
        if (similarity >= policy.coveredFrom()) {
            return new Covered(point, point.share(), similarity, best.evidence, best.text);
        }
        if (similarity > policy.partialFrom()) {
            double way = (similarity - policy.partialFrom()) / (policy.coveredFrom() - policy.partialFrom());
            return new Partial(point, point.share() * way, similarity, best.evidence, best.text);
        }
        return new Missing(point, 0, similarity, best.evidence, best.text);
    }

    // the answer nearly repeats the point, with its meaning turned round
    private Optional<Contradicted> turnedRound(KeyPoint keyPoint, Point point, Nearest best) {
        if (best.similarity < policy.partialFrom()) {
            return Optional.empty();
        }
        String text = answer.plain().text();
        String expected = String.join("\n\n", wordings(keyPoint));
        for (Contradictions.Flip flip :
                Contradictions.between(question.prompt(), text, expected).flips()) {
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

    // the answer comes nearer to something wrong that people say than to any wording of the point, or puts the words
    // that
    // both share in the order of the wrong statement
    private Optional<Contradicted> misconceived(KeyPoint keyPoint, Point point, Nearest best, Set<Integer> shared) {
        for (Misconception wrong : question.misconceptions()) {
            if (!wrong.keyPointId().equals(keyPoint.id())) {
                continue;
            }
            Nearest said = nearest(List.of(wrong.statement()), shared);
            boolean nearer = said.similarity >= policy.coveredFrom()
                    && said.similarity >= best.similarity + policy.misconceptionLead();
            if (nearer || ordered(wrong, keyPoint, said, best)) {
                String reason = wrong.why().isBlank() ? "This is a common misconception." : wrong.why();
                return Optional.of(
                        new Contradicted(point, 0, said.similarity, said.evidence, wrong.statement(), reason));
            }
        }
        return Optional.empty();
    }

    private boolean ordered(Misconception wrong, KeyPoint keyPoint, Nearest said, Nearest best) {
        if (said.similarity < policy.partialFrom() || said.similarity < best.similarity - policy.misconceptionLead()) {
            return false;
        }
        String text = answer.plain().text().substring(start(said.window), end(said.window));
        return new WordOrder(wrong.statement(), wordings(keyPoint)).speaksForTheFirst(text);
    }

    private Nearest nearest(List<String> wordings, Set<Integer> shared) {
        Nearest best = new Nearest(wordings.get(0), -1, windows.get(0), List.of());
        for (String wording : wordings) {
            Alignment alignment =
                    new Alignment(readings.of(wording).lighter(shared, policy.siblingWeight()), answer, policy);
            for (Window window : windows) {
                double similarity = alignment.similarity(window.from, window.to, policy.precisionShare());
                if (similarity > best.similarity) {
                    List<Integer> carriers = alignment.carriers(
                            0, alignment.expected().size(), window.from, window.to, policy.evidenceFrom());
                    best = new Nearest(wording, similarity, window, Evidence.of(answer, carriers));
                }
            }
        }
        return best;
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
                    for (Token token : readings.of(wording).plain().tokens()) {
                        pieces.add(token.id());
                    }
                }
            }
        }
        return pieces;
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
