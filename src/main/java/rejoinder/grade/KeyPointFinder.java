package rejoinder.grade;

import java.util.ArrayList;
import java.util.List;
import rejoinder.bank.KeyPoint;
import rejoinder.grade.KeyPointFinding.Covered;
import rejoinder.grade.KeyPointFinding.Missing;
import rejoinder.grade.KeyPointFinding.Partial;
import rejoinder.grade.KeyPointFinding.Point;

/** Looks for one key point after the other in an answer. */
final class KeyPointFinder {
    private final Readings readings;
    private final GradingPolicy policy;
    private final Reading answer;
    private final List<int[]> windows;

    KeyPointFinder(Readings readings, GradingPolicy policy, Reading answer) {
        this.readings = readings;
        this.policy = policy;
        this.answer = answer;
        this.windows = windows(answer, policy.windowSentences());
    }

    /** What became of a key point: its best wording in its best stretch of the answer, on a ramp between the policy's thresholds. */
    KeyPointFinding find(KeyPoint point, double share) {
        List<String> wordings = new ArrayList<>();
        wordings.add(point.statement());
        wordings.addAll(point.acceptedWordings());
        double best = -1;
        String nearest = point.statement();
        List<Span> evidence = List.of();
        for (String wording : wordings) {
            Alignment alignment = new Alignment(readings.of(wording), answer);
            int[] window = windows.get(0);
            double highest = -1;
            for (int[] candidate : windows) {
                double similarity = alignment.similarity(candidate[0], candidate[1], policy.precisionShare());
                if (similarity > highest) {
                    highest = similarity;
                    window = candidate;
                }
            }
            if (highest > best) {
                best = highest;
                nearest = wording;
                evidence = Evidence.of(
                        answer,
                        alignment.carriers(
                                0, alignment.expected().size(), window[0], window[1], policy.evidenceFrom()));
            }
        }
        return finding(new Point(point.id(), point.statement(), share, false), best, evidence, nearest);
    }

    private KeyPointFinding finding(Point point, double similarity, List<Span> evidence, String wording) {
        if (similarity >= policy.coveredFrom()) {
            return new Covered(point, point.share(), similarity, evidence, wording);
        }
        if (similarity > policy.partialFrom()) {
            double way = (similarity - policy.partialFrom()) / (policy.coveredFrom() - policy.partialFrom());
            return new Partial(point, point.share() * way, similarity, evidence, wording);
        }
        return new Missing(point, 0, similarity, evidence, wording);
    }

    /** Token ranges of the whole answer and of every run of sentences up to a length. */
    private static List<int[]> windows(Reading answer, int longest) {
        List<Integer> starts = new ArrayList<>();
        for (Sentences.Sentence sentence : Sentences.of(answer.plain().text())) {
            starts.add(answer.tokenAt(sentence.span().start()));
        }
        starts.add(answer.size());
        List<int[]> windows = new ArrayList<>();
        windows.add(new int[] {0, answer.size()});
        for (int i = 0; i + 1 < starts.size(); i++) {
            for (int length = 1; length <= longest && i + length < starts.size(); length++) {
                if (starts.get(i) < starts.get(i + length)) {
                    windows.add(new int[] {starts.get(i), starts.get(i + length)});
                }
            }
        }
        return windows;
    }
}
