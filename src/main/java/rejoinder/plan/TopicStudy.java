package rejoinder.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import rejoinder.bank.ItemBank;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.grade.Marking;

/**
 * Everything that is known of one topic.
 *
 * @param mastery how it stands now
 * @param history how it stood at the end of each day with an answer, oldest first; the last {@value #MOST_DAYS} of them
 * @param answers its reviews, newest first; the last {@value #MOST_ANSWERS} of them
 * @param seen its questions that were answered, in outline order
 * @param unseen those that were not
 * @param neverHit key points of answered questions that no answer ever made
 * @param weakPoints key points that the last answer to their question missed
 */
public record TopicStudy(
        Mastery mastery,
        List<Day> history,
        List<Review> answers,
        List<Seen> seen,
        List<Question> unseen,
        List<NeverHit> neverHit,
        List<WeakPoint> weakPoints) {
    private static final int MOST_DAYS = 60;
    private static final int MOST_ANSWERS = 100;

    /** Copies the lists. */
    public TopicStudy {
        history = List.copyOf(history);
        answers = List.copyOf(answers);
        seen = List.copyOf(seen);
        unseen = List.copyOf(unseen);
        neverHit = List.copyOf(neverHit);
        weakPoints = List.copyOf(weakPoints);
    }

    /** How the topic stood at the end of a day. */
    public record Day(LocalDate date, Mastery mastery) {}

    /**
     * A question that was answered.
     *
     * @param recall what is remembered of it
     * @param due whether it is due today or was before
     * @param chance that it is still known
     */
    public record Seen(Question question, Progress.Recall recall, boolean due, double chance) {}

    /**
     * A key point that no answer ever made.
     *
     * @param answers how many answers to the question as it is now there were
     */
    public record NeverHit(Question question, KeyPoint point, int answers) {}

    /**
     * Works it out.
     *
     * @param mastery of the topic, as it is in {@code progress}
     */
    public static TopicStudy of(Mastery mastery, Progress progress, History history, MemoryModel memory) {
        String topic = mastery.topic().id();
        List<Review> answers = new ArrayList<>();
        for (QuestionId id : history.questions()) {
            if (id.topic().equals(topic)) {
                answers.addAll(history.reviews(id));
            }
        }
        answers.sort(Comparator.comparing(Review::at));
        List<Seen> seen = new ArrayList<>();
        List<Question> unseen = new ArrayList<>();
        List<NeverHit> never = new ArrayList<>();
        for (Question question : progress.bank().questions(topic)) {
            Progress.Recall recall = progress.recalls().get(question.id());
            if (recall == null) {
                unseen.add(question);
            } else {
                seen.add(new Seen(
                        question,
                        recall,
                        progress.isDue(recall),
                        memory.retrievability(recall.memory(), progress.now())));
                never.addAll(neverHit(question, history.reviews(question.id())));
            }
        }
        List<Review> newest =
                new ArrayList<>(answers.subList(Math.max(0, answers.size() - MOST_ANSWERS), answers.size()));
        newest.sort(Comparator.comparing(Review::at).reversed());
        return new TopicStudy(
                mastery,
                days(mastery, progress, answers, memory),
                newest,
                seen,
                unseen,
                never,
                progress.weakPoints().stream()
                        .filter(point ->
                                point.places().get(0).question().topic().equals(topic))
                        .toList());
    }

    private static List<Day> days(Mastery now, Progress progress, List<Review> answers, MemoryModel memory) {
        TreeSet<LocalDate> dates = new TreeSet<>();
        answers.forEach(review -> dates.add(LocalDate.ofEpochDay(memory.day(review.at()))));
        while (dates.size() > MOST_DAYS) {
            dates.pollFirst();
        }
        // one topic is enough to survey
        ItemBank alone = new ItemBank(
                List.of(now.topic()), progress.bank().questions(now.topic().id()));
        MasteryModel model = new MasteryModel();
        List<Day> days = new ArrayList<>();
        for (LocalDate date : dates) {
            Instant end =
                    date.plusDays(1).atStartOfDay(memory.zone()).toInstant().minusMillis(1);
            if (date.isBefore(progress.today())) {
                days.add(new Day(
                        date,
                        model.of(alone, History.of(answers, end, memory.zone())).get(0)));
            } else {
                days.add(new Day(progress.today(), now));
                break;
            }
        }
        return days;
    }

    // what an answer missed is known of the points that the question had then, so only answers to the question as it is
    // now tell
    static List<NeverHit> neverHit(Question question, List<Review> reviews) {
        String revision = question.revision();
        List<Review> same = reviews.stream()
                .filter(review -> review.revision().equals(revision))
                .filter(TopicStudy::tellsOfPoints)
                .toList();
        return same.isEmpty()
                ? List.of()
                : question.keyPoints().stream()
                        .filter(point -> same.stream().noneMatch(review -> made(review, point.id())))
                        .map(point -> new NeverHit(question, point, same.size()))
                        .toList();
    }

    // an answer judged as a whole names no missed points, however little it earned
    private static boolean tellsOfPoints(Review review) {
        return !review.incomplete().isEmpty()
                || !Marking.isMissed(review.score().value());
    }

    private static boolean made(Review review, String point) {
        return review.missed().stream().noneMatch(missed -> missed.point().equals(point));
    }
}
