package rejoinder.evaluate;

import java.util.Set;
import java.util.stream.Collectors;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.grade.Bonus;
import rejoinder.grade.Finding;
import rejoinder.grade.Grade;
import rejoinder.text.Embedder;

/**
 * What two questions of a topic both ask. Authors say so by giving the two points the same id; the sentence model confirms it, because an id is a short word that may
 * be used twice by chance.
 *
 * @param ids of the shared points
 * @param core part of the question's weight that its core points among them hold, 0 to 1
 */
record SharedPoints(Set<String> ids, double core) {
    /** At or above this likeness two points of the same id are taken for the same claim. */
    static final double ALIKE = 0.5;

    /** What a question shares with another one. */
    static SharedPoints of(Question question, Question other, Embedder embedder) {
        Set<String> ids = question.keyPoints().stream()
                .filter(point -> other.keyPoints().stream().anyMatch(theirs -> same(point, theirs, embedder)))
                .map(KeyPoint::id)
                .collect(Collectors.toSet());
        int all = question.corePoints().stream().mapToInt(KeyPoint::weight).sum();
        int shared = question.corePoints().stream()
                .filter(point -> ids.contains(point.id()))
                .mapToInt(KeyPoint::weight)
                .sum();
        return new SharedPoints(ids, all == 0 ? 0 : (double) shared / all);
    }

    private static boolean same(KeyPoint point, KeyPoint other, Embedder embedder) {
        return point.id().equals(other.id())
                && !point.exact()
                && !other.exact()
                && likeness(point, other, embedder) >= ALIKE;
    }

    /** How alike two points' statements are, 0 to 1. */
    static double likeness(KeyPoint point, KeyPoint other, Embedder embedder) {
        return embedder.encode(point.statement()).cosine(embedder.encode(other.statement()));
    }

    /** The part of what only this question asks that an answer earns, 0 to 1; bonus points make up for as much of it as they do of a whole question. */
    double earnedBesides(Grade grade) {
        double asked = 0;
        double core = 0;
        double bonus = 0;
        for (Finding finding : grade.findings()) {
            if (ids.contains(finding.point().id())) {
                continue;
            }
            asked += finding.point().bonus() ? 0 : finding.point().share();
            core += finding.point().bonus() ? 0 : finding.earned();
            bonus += finding.point().bonus() ? finding.earned() : 0;
        }
        return asked == 0 ? 0 : Math.min(1, core / asked + Math.min(Bonus.MOST, bonus));
    }
}
