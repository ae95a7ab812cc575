package rejoinder.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import rejoinder.bank.Question;

/**
 * Picks what to practise. What failed the last time comes back first. Of a round, 60 % failed, is due by memory or is of the weakest topics, 20 % asks for a
 * missed key point in another question, 20 % was never answered; what one kind cannot fill, the others do. What failed comes the latest first, what is due comes in the order of its priority, weak topics by the lower bound of their mastery. No two
 * questions of a round ask for nearly the same, and luck, which comes from the seed alone, only decides among equals.
 */
public final class Planner {
    /** How many weak points are tried to find one that another question asks for, too. */
    private static final int POINTS_TRIED = 10;

    private final MemoryModel memory;
    private final Likeness likeness;

    /** Takes the model of memory and what recognises near-duplicates. */
    public Planner(MemoryModel memory, Likeness likeness) {
        this.memory = memory;
        this.likeness = likeness;
    }

    /** What to practise now. */
    public StudyPlan plan(Progress progress, StudyRequest request) {
        Candidates candidates = new Candidates(progress, request, memory);
        Quota quota = Quota.of(
                request.questions(), candidates.unseenCount(), request.goal().daysLeft(progress.today()));
        // with an interview ahead a round may be all new; what has just failed comes back nevertheless
        int again = Math.min(candidates.failedCount(), 2 * request.questions() / 5);
        Round round = new Round();
        round.fill(candidates.failed(), Math.max(quota.due(), again));
        round.fill(candidates.due(), quota.due());
        round.fill(candidates.weak(), quota.due());
        if (quota.samePoint() > 0) {
            int until = round.items.size() + quota.samePoint();
            for (WeakPoint point : weakPoints(progress, POINTS_TRIED)) {
                if (round.items.size() < until) {
                    round.fill(candidates.samePoint(point, likeness), round.items.size() + 1);
                }
            }
        }
        round.fill(candidates.unseen(), Math.min(request.questions(), round.items.size() + quota.unseen()));
        for (List<StudyPlan.Item> rest : List.of(
                candidates.failed(), candidates.due(), candidates.weak(), candidates.unseen(), candidates.early())) {
            round.fill(rest, request.questions());
        }
        return new StudyPlan(
                round.items,
                candidates.failedCount(),
                candidates.dueCount(),
                candidates.unseenCount(),
                progress.leftOut());
    }

    /**
     * A plan by day up to an interview.
     *
     * @param request how many answers a day, of which topics
     * @param interview the day of the interview
     */
    public Timetable timetable(Progress progress, StudyRequest request, LocalDate interview) {
        return timetable(progress, request, interview, request.questions());
    }

    /**
     * A plan by day up to an interview.
     *
     * @param request how many answers a day, of which topics
     * @param interview the day of the interview
     * @param leftToday how many of them are not given yet today
     */
    Timetable timetable(Progress progress, StudyRequest request, LocalDate interview, int leftToday) {
        StudyRequest towards =
                new StudyRequest(request.questions(), request.topics(), new Goal.Interview(interview), request.seed());
        List<Timetable.Day> days = new Timetables(this::plan, memory).days(progress, towards, leftToday);
        LocalDate last = interview.isBefore(progress.today()) ? progress.today() : interview;
        return new Timetable(
                interview, request.questions(), days, new Forecaster(progress, memory).forecasts(days, towards, last));
    }

    /**
     * How many answers a day an interview asks for: enough for two answers to each question never answered and one to each other, in fives, from 5 to 30.
     *
     * @param topics only these; empty means every topic
     * @param begunToday how many questions were answered for the first time today, which changes nothing until tomorrow
     */
    int answersADay(Progress progress, Set<String> topics, LocalDate interview, int begunToday) {
        StudyRequest scope = new StudyRequest(1, topics, new Goal.Interview(interview), 0);
        int answers = begunToday;
        for (Question question : progress.bank().questions()) {
            if (scope.covers(question.id().topic())) {
                answers += progress.recall(question.id()).isEmpty() ? 2 : 1;
            }
        }
        int days = Math.max(1, scope.goal().daysLeft(progress.today()));
        int fives = (answers + 5 * days - 1) / (5 * days);
        return Math.max(1, Math.min(6, fives)) * 5;
    }

    /**
     * The key points of a candidate that were missed most often; those that say the same thing in different questions are made one.
     *
     * @param most how many points to look at
     */
    public List<WeakPoint> weakPoints(Progress progress, int most) {
        return WeakPoints.merged(progress.weakPoints().stream().limit(most).toList(), likeness);
    }

    /** The questions chosen so far. */
    private final class Round {
        private final List<StudyPlan.Item> items = new ArrayList<>();

        void fill(List<? extends StudyPlan.Item> supply, int until) {
            for (StudyPlan.Item item : supply) {
                if (items.size() >= until) {
                    return;
                }
                if (fits(item.question())) {
                    items.add(item);
                }
            }
        }

        private boolean fits(Question question) {
            return items.stream()
                    .map(StudyPlan.Item::question)
                    .noneMatch(other -> other.id().equals(question.id()) || likeness.nearlyTheSame(other, question));
        }
    }
}
