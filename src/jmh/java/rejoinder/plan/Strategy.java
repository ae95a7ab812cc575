package rejoinder.plan;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;

/** A way to choose what to answer on a day. One object serves one learner. */
interface Strategy {
    List<QuestionId> choose(List<Review> reviews, int day, int count);

    /** Any questions, each at most once a day. */
    static Strategy random(ItemBank bank, long seed) {
        Random random = new Random(seed);
        return (reviews, day, count) -> {
            List<QuestionId> all = shuffled(bank, random);
            return all.subList(0, Math.min(count, all.size()));
        };
    }

    /** Never answered ones first, then the one answered the longest time ago: how an interview draws its questions. */
    static Strategy oldestFirst(ItemBank bank, long seed) {
        Random random = new Random(seed);
        return (reviews, day, count) -> {
            Map<QuestionId, Integer> last = new HashMap<>();
            for (int i = 0; i < reviews.size(); i++) {
                last.put(reviews.get(i).question(), i);
            }
            List<QuestionId> all = shuffled(bank, random);
            all.sort(Comparator.comparing(id -> last.getOrDefault(id, -1)));
            return all.subList(0, Math.min(count, all.size()));
        };
    }

    /**
     * Five boxes asked every 1, 2, 4, 8 and 16 days: a passed question moves up a box, a failed one to the first. What is due comes first, the longest overdue in
     * front; then new questions; then the one that is due next.
     */
    static Strategy leitner(ItemBank bank, long seed) {
        Random random = new Random(seed);
        return (reviews, day, count) -> {
            Map<QuestionId, Integer> boxes = new HashMap<>();
            Map<QuestionId, Integer> dueDays = new HashMap<>();
            for (Review review : reviews) {
                int box = review.rating() == Rating.AGAIN
                        ? 0
                        : Math.min(4, boxes.getOrDefault(review.question(), -1) + 1);
                boxes.put(review.question(), box);
                int answered = (int) (LocalDate.ofInstant(review.at(), ZoneOffset.UTC)
                                .toEpochDay()
                        - LocalDate.ofInstant(Learner.START, ZoneOffset.UTC).toEpochDay());
                dueDays.put(review.question(), answered + (1 << box));
            }
            List<QuestionId> all = shuffled(bank, random);
            all.sort(Comparator.comparing((QuestionId id) -> {
                        Integer due = dueDays.get(id);
                        return due == null ? 1 : due <= day ? 0 : 2;
                    })
                    .thenComparing(id -> dueDays.getOrDefault(id, 0)));
            return all.subList(0, Math.min(count, all.size()));
        };
    }

    /** The planner, working towards a day or without one. */
    static Strategy planner(ItemBank bank, long seed, Goal goal) {
        MemoryModel memory = new MemoryModel(ZoneOffset.UTC);
        MasteryModel mastery = new MasteryModel();
        Planner planner = new Planner(memory, new Exactly());
        return (reviews, day, count) -> {
            History history = History.of(reviews, Learner.noon(day), ZoneOffset.UTC);
            Progress progress = Progress.of(bank, history, memory, mastery);
            return planner.plan(progress, new StudyRequest(count, Set.of(), goal, seed + day))
                    .questions();
        };
    }

    private static List<QuestionId> shuffled(ItemBank bank, Random random) {
        List<QuestionId> all =
                new ArrayList<>(bank.questions().stream().map(Question::id).toList());
        Collections.shuffle(all, random);
        return all;
    }
}
