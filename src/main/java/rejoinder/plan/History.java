package rejoinder.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rejoinder.bank.QuestionId;

/**
 * One candidate's reviews, put in order as of a moment: sorted by time, each attempt once, grouped by question.
 *
 * <p>An answer dated later today was given when the clock was a little ahead; it counts as given now. One dated after today was given when the clock was
 * wrong; it is left out until its day comes, so that it can neither freeze a question for years nor count before its time.
 */
public final class History {
    private final Map<QuestionId, List<Review>> byQuestion;
    private final Map<QuestionId, int[]> answersUpTo = new HashMap<>();
    private final Instant now;
    private final int size;
    private final int ahead;
    private final Instant tomorrow;

    private History(Map<QuestionId, List<Review>> byQuestion, Instant now, int size, int ahead, Instant tomorrow) {
        this.byQuestion = byQuestion;
        this.now = now;
        this.tomorrow = tomorrow;
        this.size = size;
        this.ahead = ahead;
        byQuestion.forEach((id, reviews) -> {
            if (Review.answers(reviews) < reviews.size()) {
                answersUpTo.put(id, runningCount(reviews));
            }
        });
    }

    private static int[] runningCount(List<Review> reviews) {
        int[] counts = new int[reviews.size() + 1];
        for (int i = 0; i < reviews.size(); i++) {
            counts[i + 1] = counts[i] + Review.answers(reviews.subList(i, i + 1));
        }
        return counts;
    }

    /**
     * Puts reviews in order.
     *
     * @param reviews of one candidate, in any order; of two of the same question and instant the later in the list counts
     * @param now what counts as the present
     * @param zone where the candidate's days begin and end
     */
    public static History of(List<Review> reviews, Instant now, ZoneId zone) {
        Instant tomorrow =
                LocalDate.ofInstant(now, zone).plusDays(1).atStartOfDay(zone).toInstant();
        Map<QuestionId, List<Review>> byQuestion = new HashMap<>();
        int ahead = 0;
        for (Review review : reviews) {
            if (review.at().isBefore(tomorrow)) {
                byQuestion
                        .computeIfAbsent(review.question(), id -> new ArrayList<>())
                        .add(review);
            } else {
                ahead++;
            }
        }
        int size = 0;
        for (Map.Entry<QuestionId, List<Review>> entry : byQuestion.entrySet()) {
            List<Review> ordered = inOrder(entry.getValue());
            entry.setValue(ordered);
            size += ordered.size();
        }
        return new History(byQuestion, now, size, ahead, tomorrow);
    }

    private static List<Review> inOrder(List<Review> reviews) {
        boolean strictly = true;
        for (int i = 1; i < reviews.size() && strictly; i++) {
            strictly = reviews.get(i - 1).at().isBefore(reviews.get(i).at());
        }
        if (strictly) {
            return Collections.unmodifiableList(reviews);
        }
        List<Review> sorted = new ArrayList<>(reviews);
        sorted.sort(Comparator.comparing(Review::at));
        List<Review> once = new ArrayList<>(sorted.size());
        for (Review review : sorted) {
            int last = once.size() - 1;
            if (last >= 0 && once.get(last).at().equals(review.at())) {
                once.set(last, review);
            } else {
                once.add(review);
            }
        }
        return Collections.unmodifiableList(once);
    }

    /** The moment that counts as the present. */
    public Instant now() {
        return now;
    }

    /** Whether a moment counts: it is not after today. */
    boolean hasCome(Instant at) {
        return at.isBefore(tomorrow);
    }

    /** The questions that were answered, in no particular order. */
    public Set<QuestionId> questions() {
        return Collections.unmodifiableSet(byQuestion.keySet());
    }

    /** The reviews of a question, oldest first; empty if it was not answered. */
    public List<Review> reviews(QuestionId question) {
        return byQuestion.getOrDefault(question, List.of());
    }

    /**
     * How many of a question's oldest reviews are answers, without a pass over them: the trend asks for each topic and day.
     *
     * @param oldest how many reviews to look at, from the oldest, 0 to all
     */
    int answers(QuestionId question, int oldest) {
        int[] counts = answersUpTo.get(question);
        return counts == null ? oldest : counts[oldest];
    }

    /** How many reviews count. */
    public int size() {
        return size;
    }

    /** How many reviews are left out because they are dated after today. */
    public int ahead() {
        return ahead;
    }
}
