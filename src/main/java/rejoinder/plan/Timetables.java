package rejoinder.plan;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import rejoinder.bank.QuestionId;
import rejoinder.bank.Topic;
import rejoinder.grade.Score;

/** Simulates the days until an interview. */
final class Timetables {
    /** A plan further ahead says nothing that a shorter one does not. */
    private static final int MOST_DAYS = 365;

    private static final Score KNOWN = new Score(.75);
    private static final Score FORGOTTEN = new Score(.2);

    private final BiFunction<Progress, StudyRequest, StudyPlan> planner;
    private final MemoryModel memory;

    /** @param planner picks what to practise on one day */
    Timetables(BiFunction<Progress, StudyRequest, StudyPlan> planner, MemoryModel memory) {
        this.planner = planner;
        this.memory = memory;
    }

    /** @param leftToday how many answers of the first day are not given yet */
    List<Timetable.Day> days(Progress today, StudyRequest request, int leftToday) {
        Map<QuestionId, Double> doubts = new HashMap<>();
        List<Timetable.Day> days = new ArrayList<>();
        ZonedDateTime now = today.now().atZone(memory.zone());
        Progress progress = today;
        int count = Math.min(MOST_DAYS, request.goal().daysLeft(today.today()));
        for (int ahead = 0; ahead < count; ahead++) {
            LocalDate date = today.today().plusDays(ahead);
            if (ahead > 0) {
                progress = progress.later(now.plusDays(ahead).toInstant(), date, Map.of());
            }
            int answers = ahead == 0 ? leftToday : request.questions();
            List<QuestionId> questions = answers == 0
                    ? List.of()
                    : planner.apply(progress, ofDay(request, answers, ahead)).questions();
            days.add(new Timetable.Day(date, questions, shares(progress, questions)));
            progress = progress.later(progress.now(), date, answered(progress, questions, doubts));
        }
        return days;
    }

    private static StudyRequest ofDay(StudyRequest request, int answers, int ahead) {
        return new StudyRequest(answers, request.topics(), request.goal(), request.seed() + ahead);
    }

    private static List<Timetable.Share> shares(Progress progress, List<QuestionId> questions) {
        List<Timetable.Share> shares = new ArrayList<>();
        for (Topic topic : progress.bank().topics()) {
            List<QuestionId> own = questions.stream()
                    .filter(id -> id.topic().equals(topic.id()))
                    .toList();
            if (!own.isEmpty()) {
                int unseen = (int)
                        own.stream().filter(id -> progress.recall(id).isEmpty()).count();
                shares.add(new Timetable.Share(topic, own.size(), unseen));
            }
        }
        return shares;
    }

    // a question is forgotten once the doubts of its answers add up to one: as often as expected, and without dice
    private Map<QuestionId, Progress.Recall> answered(
            Progress progress, List<QuestionId> questions, Map<QuestionId, Double> doubts) {
        Map<QuestionId, Progress.Recall> changed = new HashMap<>();
        for (QuestionId id : questions) {
            Progress.Recall before = progress.recalls().get(id);
            double known = before == null
                    ? progress.posterior(id.topic()).mean()
                    : memory.retrievability(before.memory(), progress.now());
            double doubt = doubts.getOrDefault(id, 0d) + 1 - known;
            Rating rating = doubt >= 1 ? Rating.AGAIN : Rating.GOOD;
            doubts.put(id, doubt >= 1 ? doubt - 1 : doubt);
            MemoryState state = before == null
                    ? memory.first(rating, progress.now())
                    : memory.next(before.memory(), rating, progress.now());
            changed.put(
                    id,
                    new Progress.Recall(
                            state,
                            before == null ? 1 : before.answers() + 1,
                            rating == Rating.AGAIN ? FORGOTTEN : KNOWN));
        }
        return changed;
    }
}
