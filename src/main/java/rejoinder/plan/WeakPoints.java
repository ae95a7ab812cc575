package rejoinder.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import rejoinder.bank.ItemBank;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;

/** Which key points were missed, and again and again. */
final class WeakPoints {
    /** How many answers to a question are looked back at. */
    private static final int LAST_ANSWERS = 5;

    /** Among equals the order stays as it was. */
    private static final Comparator<WeakPoint> WORST_FIRST = Comparator.comparingInt(WeakPoint::weight)
            .thenComparing(WeakPoint::lastMissed)
            .reversed();

    private WeakPoints() {}

    /**
     * Every key point that the last answer to its question missed, the most often missed first; lines that made it count against that. Among equals come core points
     * before those that only add, and the heaviest first. A point that the question no longer has is left out; one taken from a reference answer is left out unless
     * the question is still what it was, because then its number means something else.
     */
    static List<WeakPoint> of(ItemBank bank, History history, List<Drilled> drilled) {
        Map<QuestionId, List<Drilled>> lines = drilled.stream()
                .filter(line -> history.hasCome(line.at()))
                .collect(Collectors.groupingBy(Drilled::question));
        List<WeakPoint> weak = new ArrayList<>();
        for (QuestionId id : history.questions()) {
            List<Review> all = history.reviews(id);
            List<Review> reviews = all.subList(Math.max(0, all.size() - LAST_ANSWERS), all.size());
            Review last = all.get(all.size() - 1);
            if (last.missed().isEmpty()) {
                continue;
            }
            Optional<Question> question = bank.question(id);
            if (question.isPresent()) {
                Map<String, String> statements = statements(question.get(), last);
                Map<String, Integer> counts = new HashMap<>();
                reviews.forEach(
                        review -> review.missed().forEach(missed -> counts.merge(missed.point(), 1, Integer::sum)));
                last.missed().stream()
                        .filter(missed -> statements.containsKey(missed.point()))
                        .forEach(missed -> weak.add(new WeakPoint(
                                        statements.getOrDefault(missed.point(), missed.statement()),
                                        List.of(new WeakPoint.Place(id, missed.point())),
                                        counts.getOrDefault(missed.point(), 1),
                                        reviews.size(),
                                        last.at())
                                .with(lines.getOrDefault(id, List.of()))));
            }
        }
        weak.sort(mostValuableFirst(bank));
        weak.sort(WORST_FIRST);
        return List.copyOf(weak);
    }

    private static Comparator<WeakPoint> mostValuableFirst(ItemBank bank) {
        Map<WeakPoint.Place, Double> worth = new HashMap<>();
        return Comparator.comparing((WeakPoint point) ->
                        worth.computeIfAbsent(point.places().get(0), place -> worth(bank, place)))
                .reversed()
                .thenComparing(point -> point.places().get(0).question())
                .thenComparing(point -> point.places().get(0).point());
    }

    private static double worth(ItemBank bank, WeakPoint.Place place) {
        return bank.question(place.question()).stream()
                .flatMap(question -> question.keyPoints().stream())
                .filter(point -> point.id().equals(place.point()) && !point.bonus())
                .mapToDouble(KeyPoint::weight)
                .findFirst()
                .orElse(0);
    }

    private static Map<String, String> statements(Question question, Review last) {
        Map<String, String> statements = new HashMap<>();
        for (KeyPoint point : question.keyPoints()) {
            statements.put(point.id(), point.statement());
        }
        if (question.keyPoints().isEmpty() && question.revision().equals(last.revision())) {
            last.incomplete().forEach(missed -> statements.put(missed.point(), missed.statement()));
        }
        return statements;
    }

    /** The same points with those that say the same thing in different questions made one. */
    static List<WeakPoint> merged(List<WeakPoint> points, Likeness likeness) {
        List<WeakPoint> merged = new ArrayList<>();
        for (WeakPoint point : points) {
            int same = 0;
            while (same < merged.size() && !alike(merged.get(same), point, likeness)) {
                same++;
            }
            if (same < merged.size()) {
                merged.set(same, join(merged.get(same), point));
            } else {
                merged.add(point);
            }
        }
        merged.sort(WORST_FIRST);
        return List.copyOf(merged);
    }

    private static boolean alike(WeakPoint one, WeakPoint other, Likeness likeness) {
        return !one.in(other.places().get(0).question())
                && likeness.between(one.statement(), other.statement()) >= likeness.samePointFrom();
    }

    private static WeakPoint join(WeakPoint first, WeakPoint second) {
        List<WeakPoint.Place> places = new ArrayList<>(first.places());
        places.addAll(second.places());
        Instant last = first.lastMissed().isAfter(second.lastMissed()) ? first.lastMissed() : second.lastMissed();
        return new WeakPoint(
                first.statement(),
                places,
                first.missed() + second.missed(),
                first.answers() + second.answers(),
                last,
                first.said() + second.said(),
                first.lines() + second.lines());
    }
}
