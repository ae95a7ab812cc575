package rejoinder.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.grade.Score;

/**
 * Where a candidate stands at a moment: what is remembered of each question, what is known of each topic, which key points are weak. Questions that are no
 * longer in the bank have no place in it; a question that was edited keeps its memory.
 */
public final class Progress {
    private final ItemBank bank;
    private final Instant now;
    private final LocalDate today;
    private final Map<QuestionId, Recall> recalls;
    private final List<Mastery> mastery;
    private final Map<String, Posterior> posteriors;
    private final List<WeakPoint> weakPoints;
    private final int leftOut;

    /**
     * What is remembered of one question.
     *
     * @param memory the memory of it
     * @param answers how often it was answered; not at all if it was only ever left blank
     * @param last what the last answer earned
     */
    public record Recall(MemoryState memory, int answers, Score last) {}

    private Progress(
            ItemBank bank,
            Instant now,
            LocalDate today,
            Map<QuestionId, Recall> recalls,
            List<Mastery> mastery,
            Map<String, Posterior> posteriors,
            List<WeakPoint> weakPoints,
            int leftOut) {
        this.bank = bank;
        this.now = now;
        this.today = today;
        this.recalls = recalls;
        this.mastery = mastery;
        this.posteriors = posteriors;
        this.weakPoints = weakPoints;
        this.leftOut = leftOut;
    }

    /** Works it out from a history alone. */
    public static Progress of(ItemBank bank, History history, MemoryModel memory, MasteryModel mastery) {
        return of(bank, history, List.of(), memory, mastery);
    }

    /**
     * Works it out from a history.
     *
     * @param drilled lines about single key points
     */
    public static Progress of(
            ItemBank bank, History history, List<Drilled> drilled, MemoryModel memory, MasteryModel mastery) {
        Map<QuestionId, Recall> recalls = new HashMap<>();
        for (QuestionId id : history.questions()) {
            if (bank.question(id).isPresent()) {
                List<Review> reviews = history.reviews(id);
                Score last = reviews.get(reviews.size() - 1).score();
                memory.after(reviews)
                        .ifPresent(state ->
                                recalls.put(id, new Recall(state, history.answers(id, reviews.size()), last)));
            }
        }
        MasteryModel.Survey survey = mastery.survey(bank, history);
        return new Progress(
                bank,
                history.now(),
                LocalDate.ofInstant(history.now(), memory.zone()),
                Collections.unmodifiableMap(recalls),
                survey.mastery(),
                survey.posteriors(),
                WeakPoints.of(bank, history, drilled),
                history.ahead());
    }

    /** The same a day later or more, with one more answer to some questions; what is known of topics and points stays. */
    Progress later(Instant then, LocalDate day, Map<QuestionId, Recall> changed) {
        Map<QuestionId, Recall> all = new HashMap<>(recalls);
        all.putAll(changed);
        return new Progress(bank, then, day, Collections.unmodifiableMap(all), mastery, posteriors, List.of(), leftOut);
    }

    /** What can be asked. */
    public ItemBank bank() {
        return bank;
    }

    /** The moment. */
    public Instant now() {
        return now;
    }

    /** The day in the candidate's zone. */
    public LocalDate today() {
        return today;
    }

    /** What is remembered of each question that was answered and is still in the bank. */
    public Map<QuestionId, Recall> recalls() {
        return recalls;
    }

    /** What is remembered of a question; empty if it was never answered. */
    public Optional<Recall> recall(QuestionId question) {
        return Optional.ofNullable(recalls.get(question));
    }

    /** Every topic, in the order of {@link MasteryModel#of}. */
    public List<Mastery> mastery() {
        return mastery;
    }

    /** The mastery of a topic; empty if there is no such topic. */
    public Optional<Mastery> mastery(String topic) {
        return mastery.stream().filter(one -> one.topic().id().equals(topic)).findFirst();
    }

    /** The distribution behind the mastery of a topic that was answered, or else what is believed of one that was not. */
    Posterior posterior(String topic) {
        return posteriors.getOrDefault(topic, Posterior.UNTOUCHED);
    }

    /** The key points that the last answer to their question missed, the most often missed first. */
    public List<WeakPoint> weakPoints() {
        return weakPoints;
    }

    /** How many answers are left out because they are dated after today. */
    public int leftOut() {
        return leftOut;
    }

    /** Whether a question is due today or was before. */
    boolean isDue(Recall recall) {
        return !recall.memory().due().isAfter(today);
    }

    /** The questions that are due, by day; what was due before today is under today. Questions of a day are in the order of the bank. */
    public SortedMap<LocalDate, List<QuestionId>> calendar() {
        SortedMap<LocalDate, List<QuestionId>> days = new TreeMap<>();
        for (Question question : bank.questions()) {
            recall(question.id()).ifPresent(recall -> {
                LocalDate due = isDue(recall) ? today : recall.memory().due();
                days.computeIfAbsent(due, day -> new ArrayList<>()).add(question.id());
            });
        }
        return days;
    }
}
