package rejoinder.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.Topic;
import rejoinder.grade.ScoreBand;

/** The questions that could be practised, grouped by the reason for them; each list has the best first. */
final class Candidates {
    /** A topic whose lower bound is below this, where the word "solid" begins, is weak; so is an answer. */
    private static final double WEAK_BELOW = .6;

    private final Progress progress;
    private final StudyRequest request;
    private final MemoryModel memory;
    private final List<Question> questions;
    private final List<Seen> failed = new ArrayList<>();
    private final List<Seen> due = new ArrayList<>();
    private final List<Seen> early = new ArrayList<>();
    private final Map<String, List<Question>> unseen = new LinkedHashMap<>();

    private final Map<QuestionId, List<WeakPoint>> missed = new HashMap<>();

    private record Seen(Question question, Progress.Recall recall, double priority, boolean today) {
        private static final Comparator<Seen> HIGHEST_PRIORITY =
                Comparator.comparingDouble(Seen::priority).reversed();
    }

    Candidates(Progress progress, StudyRequest request, MemoryModel memory) {
        this.progress = progress;
        this.request = request;
        this.memory = memory;
        questions = new ArrayList<>(progress.bank().questions());
        questions.removeIf(question -> !request.covers(question.id().topic()));
        shuffle(questions, request.seed());
        ReviewPriority priority =
                new ReviewPriority(memory, progress.today(), request.goal().horizon(progress.today()));
        long today = progress.today().toEpochDay();
        for (Question question : questions) {
            Progress.Recall recall = progress.recalls().get(question.id());
            if (recall == null) {
                unseen.computeIfAbsent(question.id().topic(), topic -> new ArrayList<>())
                        .add(question);
            } else {
                boolean ofToday = memory.day(recall.memory().lastReviewed()) >= today;
                (failed(recall) ? failed : progress.isDue(recall) ? due : early)
                        .add(new Seen(question, recall, priority.of(recall.memory()), ofToday));
            }
        }
        progress.weakPoints()
                .forEach(point -> point.places()
                        .forEach(place -> missed.computeIfAbsent(place.question(), id -> new ArrayList<>())
                                .add(point)));
        failed.sort(Comparator.comparing((Seen seen) -> seen.recall.memory().lastReviewed())
                .reversed());
        due.sort(Seen.HIGHEST_PRIORITY);
        early.sort(Comparator.comparing(Seen::today).thenComparing(Seen.HIGHEST_PRIORITY));
        unseen.values().forEach(list -> list.sort(Comparator.comparing(Question::difficulty)));
    }

    private static void shuffle(List<?> list, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = list.size() - 1; i > 0; i--) {
            Collections.swap(list, i, random.nextInt(i + 1));
        }
    }

    private static boolean failed(Progress.Recall recall) {
        return ScoreBand.of(recall.last()) == ScoreBand.NOT_YET;
    }

    int failedCount() {
        return failed.size();
    }

    /** How many are due; one that failed can be, too. */
    int dueCount() {
        return due.size()
                + (int) failed.stream()
                        .filter(seen -> progress.isDue(seen.recall))
                        .count();
    }

    int unseenCount() {
        return questions.size() - failed.size() - due.size() - early.size();
    }

    /** What failed the last time it was answered, the latest first. */
    List<StudyPlan.Item> failed() {
        return failed.stream()
                .<StudyPlan.Item>map(seen -> new StudyPlan.Failed(seen.question, last(seen)))
                .toList();
    }

    /** What memory says is due, the most worth first. */
    List<StudyPlan.Item> due() {
        return due.stream()
                .<StudyPlan.Item>map(seen -> new StudyPlan.Due(seen.question, last(seen)))
                .toList();
    }

    /**
     * Questions of the weak topics, shaky ones before new ones: one per topic, the weakest topic first, and round again. A topic in which an answer failed is weak
     * however few answers it has.
     */
    List<StudyPlan.Item> weak() {
        List<List<StudyPlan.Item>> byTopic = new ArrayList<>();
        int longest = 0;
        for (Mastery mastery : progress.mastery()) {
            if (mastery instanceof Mastery.Measured measured
                    && measured.low() < WEAK_BELOW
                    && request.covers(measured.topic().id())) {
                byTopic.add(weak(measured));
            } else if (mastery instanceof Mastery.TooFew few
                    && request.covers(few.topic().id())) {
                byTopic.add(afterFailure(few.topic()));
            }
        }
        for (List<StudyPlan.Item> items : byTopic) {
            longest = Math.max(longest, items.size());
        }
        List<StudyPlan.Item> inTurn = new ArrayList<>();
        for (int turn = 0; turn < longest; turn++) {
            for (List<StudyPlan.Item> items : byTopic) {
                if (turn < items.size()) {
                    inTurn.add(items.get(turn));
                }
            }
        }
        return inTurn;
    }

    private List<StudyPlan.Item> afterFailure(Topic topic) {
        int failures = (int) failed.stream().filter(seen -> isOf(seen, topic)).count();
        int answered = failures
                + (int) Stream.concat(due.stream(), early.stream())
                        .filter(seen -> isOf(seen, topic))
                        .count();
        return failures == 0
                ? List.of()
                : unseen.getOrDefault(topic.id(), List.of()).stream()
                        .<StudyPlan.Item>map(
                                question -> new StudyPlan.AfterFailure(question, topic, failures, answered))
                        .toList();
    }

    private static boolean isOf(Seen seen, Topic topic) {
        return seen.question.id().topic().equals(topic.id());
    }

    private List<StudyPlan.Item> weak(Mastery.Measured mastery) {
        String topic = mastery.topic().id();
        List<StudyPlan.Item> items = new ArrayList<>();
        for (Seen seen : early) {
            if (seen.question.id().topic().equals(topic) && seen.recall.last().value() < WEAK_BELOW && !seen.today) {
                items.add(new StudyPlan.Shaky(seen.question, mastery, last(seen)));
            }
        }
        unseen.getOrDefault(topic, List.of())
                .forEach(question -> items.add(new StudyPlan.WeakTopic(question, mastery)));
        return items;
    }

    /** Other questions that ask for a point, the most alike first. */
    List<StudyPlan.SamePoint> samePoint(WeakPoint point, Likeness likeness) {
        long today = progress.today().toEpochDay();
        List<StudyPlan.SamePoint> items = new ArrayList<>();
        for (Question question : questions) {
            Progress.Recall recall = progress.recalls().get(question.id());
            boolean ofToday = recall != null && memory.day(recall.memory().lastReviewed()) >= today;
            if (!ofToday && !point.in(question.id())) {
                for (KeyPoint asked : question.keyPoints()) {
                    double alike = likeness.between(point.statement(), asked.statement());
                    if (alike >= likeness.samePointFrom()) {
                        items.add(new StudyPlan.SamePoint(question, point, asked.id(), alike));
                    }
                }
            }
        }
        items.sort(Comparator.comparingDouble(StudyPlan.SamePoint::likeness).reversed());
        return items;
    }

    /** What was never answered: always of the topic of which the smallest share was seen, its easiest question first. */
    List<StudyPlan.Item> unseen() {
        record Turn(Topic topic, int size, int seen, int taken) {
            double share() {
                return (seen + taken) / (double) size;
            }
        }

        // topics in the order of their first shuffled question, so that the seed decides among equals
        Map<String, Integer> luck = new LinkedHashMap<>();
        unseen.keySet().forEach(topic -> luck.put(topic, luck.size()));
        PriorityQueue<Turn> turns = new PriorityQueue<>(
                Comparator.comparingDouble(Turn::share).thenComparing(turn -> luck.getOrDefault(turn.topic.id(), 0)));
        unseen.forEach((id, waiting) -> progress.bank().topic(id).ifPresent(topic -> {
            int size = progress.bank().questions(id).size();
            turns.add(new Turn(topic, size, size - waiting.size(), 0));
        }));
        List<StudyPlan.Item> items = new ArrayList<>();
        for (Turn turn = turns.poll(); turn != null; turn = turns.poll()) {
            List<Question> waiting = unseen.getOrDefault(turn.topic.id(), List.of());
            items.add(new StudyPlan.Unseen(waiting.get(turn.taken), turn.topic, turn.seen, turn.size));
            if (turn.taken + 1 < waiting.size()) {
                turns.add(new Turn(turn.topic, turn.size, turn.seen, turn.taken + 1));
            }
        }
        return items;
    }

    /** What is not due yet, the most worth first; what was answered today comes last. */
    List<StudyPlan.Item> early() {
        long today = progress.today().toEpochDay();
        return early.stream()
                .<StudyPlan.Item>map(seen -> new StudyPlan.Early(
                        seen.question, last(seen), seen.recall.memory().due().toEpochDay() - today))
                .toList();
    }

    private StudyPlan.Last last(Seen seen) {
        MemoryState state = seen.recall.memory();
        return new StudyPlan.Last(
                progress.today().toEpochDay() - memory.day(state.lastReviewed()),
                seen.recall.last(),
                memory.retrievability(state, progress.now()),
                missed.getOrDefault(seen.question.id(), List.of()));
    }
}
