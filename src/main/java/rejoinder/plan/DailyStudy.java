package rejoinder.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;

/** All that can be said of a candidate at one moment, worked out from one reading of the reviews. */
public final class DailyStudy {
    /** Questions of a round; as many as the first set-up of an interview has. */
    public static final int QUESTIONS = 5;

    /** Questions of a round at the most; a day's amount that is larger takes several rounds. */
    public static final int MOST_AT_ONCE = 10;

    /** How many weak points are listed. */
    private static final int MOST_POINTS = 50;

    /** What can be practised on a day besides everything else. */
    private static final Duration FULL_DAY = Duration.ofHours(1);

    private final List<Review> reviews;
    private final History history;
    private final MemoryModel memory;
    private final Likeness likeness;
    private final Optional<Appointment> appointment;
    private final Progress progress;
    private final Planner planner;

    /**
     * Works out where the candidate stands.
     *
     * @param reviews of one candidate
     * @param drilled the candidate's lines about single key points
     * @param memory with the candidate's parameters and zone
     * @param likeness what recognises near-duplicates in that bank
     * @param appointment the interview to prepare for; one that is over counts for nothing
     * @param now what counts as the present
     */
    public DailyStudy(
            ItemBank bank,
            List<Review> reviews,
            List<Drilled> drilled,
            MemoryModel memory,
            Likeness likeness,
            Optional<Appointment> appointment,
            Instant now) {
        this.reviews = reviews;
        this.memory = memory;
        this.likeness = likeness;
        history = History.of(reviews, now, memory.zone());
        progress = Progress.of(bank, history, drilled, memory, new MasteryModel());
        this.appointment = appointment.filter(one -> !one.date().isBefore(progress.today()));
        planner = new Planner(memory, likeness);
    }

    /** What is known of the candidate. */
    public Progress progress() {
        return progress;
    }

    /** The memory model in use. */
    public MemoryModel memory() {
        return memory;
    }

    /** Whether near-duplicates are recognised by meaning; else by words. */
    public boolean byMeaning() {
        return likeness.byMeaning();
    }

    /** The interview to prepare for; empty if there is none ahead. */
    public Optional<Appointment> appointment() {
        return appointment;
    }

    /** How many answers the memory model could predict. */
    public int foreseeable() {
        return ParameterFit.foreseeable(history, memory);
    }

    /**
     * What to practise now: five questions, or with an interview ahead what is left of the day's answers, up to {@link #MOST_AT_ONCE}. Among equals the day
     * decides, so that the same answers give the same round until midnight.
     */
    public StudyPlan round() {
        return planner.plan(progress, request(questions()));
    }

    /** How many questions a round has. */
    public int questions() {
        return appointment
                .map(interview -> leftToday(interview) > 0 ? Math.min(MOST_AT_ONCE, leftToday(interview)) : QUESTIONS)
                .orElse(QUESTIONS);
    }

    /** How many answers a day the plan for an interview has: as the candidate wants, or else as it proposes. */
    public int answersADay(Appointment interview) {
        return interview.answersADay() > 0 ? interview.answersADay() : suggestedADay(interview);
    }

    /** How many of them are left today; what was left blank was not given. */
    public int leftToday(Appointment interview) {
        int given = Review.answers(ofInterview(interview)
                .flatMap(id -> history.reviews(id).stream())
                .filter(this::isOfToday)
                .toList());
        // the day itself is not a day of practice
        return interview.date().isAfter(progress.today()) ? Math.max(0, answersADay(interview) - given) : 0;
    }

    /** How long the answers of a day take by what the questions of the interview suggest on average. */
    public Duration timeADay(Appointment interview) {
        return timeAnAnswer(interview).multipliedBy(answersADay(interview));
    }

    /** How many answers a day fit into an hour, in fives; 0 if the plan has no more than an hour already. */
    public int fewerADay(Appointment interview) {
        if (timeADay(interview).compareTo(FULL_DAY) <= 0) {
            return 0;
        }
        int fives = (int) FULL_DAY.dividedBy(timeAnAnswer(interview).multipliedBy(5));
        return Math.max(1, fives) * 5 < answersADay(interview) ? Math.max(1, fives) * 5 : 0;
    }

    private Duration timeAnAnswer(Appointment interview) {
        List<Question> asked = progress.bank().questions().stream()
                .filter(question -> interview.topics().isEmpty()
                        || interview.topics().contains(question.id().topic()))
                .toList();
        return asked.stream()
                .map(Question::suggestedTime)
                .reduce(Duration.ZERO, Duration::plus)
                .dividedBy(Math.max(1, asked.size()));
    }

    private Stream<QuestionId> ofInterview(Appointment interview) {
        return history.questions().stream()
                .filter(id -> interview.topics().isEmpty() || interview.topics().contains(id.topic()));
    }

    private boolean isOfToday(Review review) {
        return memory.day(review.at()) >= progress.today().toEpochDay();
    }

    /**
     * What to practise now of some topics.
     *
     * @param questions how many, 1 to 100
     */
    public StudyPlan round(int questions, Set<String> topics) {
        return planner.plan(
                progress,
                new StudyRequest(questions, topics, goal(), request(questions).seed()));
    }

    private StudyRequest request(int questions) {
        return new StudyRequest(questions, topics(), goal(), progress.today().toEpochDay());
    }

    private Goal goal() {
        return appointment.map(one -> one.goal(progress.today())).orElseGet(Goal.Lasting::new);
    }

    private Set<String> topics() {
        return appointment.map(one -> Set.copyOf(one.topics())).orElse(Set.of());
    }

    /** How many answers a day the plan proposes for an interview. */
    public int suggestedADay(Appointment interview) {
        int begun = (int) ofInterview(interview)
                .filter(id -> progress.recall(id).isPresent()
                        && isOfToday(history.reviews(id).get(0)))
                .count();
        return planner.answersADay(progress, Set.copyOf(interview.topics()), interview.date(), begun);
    }

    /** The plan by day up to the interview; empty if there is none ahead. */
    public Optional<Timetable> timetable() {
        return appointment.map(interview ->
                planner.timetable(progress, request(answersADay(interview)), interview.date(), leftToday(interview)));
    }

    /** The key points missed most often, those that say the same in different questions made one. */
    public List<WeakPoint> weakPoints() {
        return planner.weakPoints(progress, MOST_POINTS);
    }

    /** The key points of answered questions that no answer ever made, those of the most answers first. */
    public List<TopicStudy.NeverHit> neverMade() {
        return progress.bank().questions().stream()
                .filter(question -> progress.recall(question.id()).isPresent())
                .flatMap(question -> TopicStudy.neverHit(question, history.reviews(question.id())).stream())
                .filter(never -> !never.point().bonus())
                .sorted(Comparator.comparingInt(TopicStudy.NeverHit::answers).reversed())
                .limit(MOST_POINTS)
                .toList();
    }

    /** All about one topic; empty if there is no such topic. */
    public Optional<TopicStudy> topic(String id) {
        return progress.mastery(id).map(mastery -> TopicStudy.of(mastery, progress, history, memory));
    }

    /** What the answers of one round changed, in outline order. */
    public List<RoundChange> changes(List<Review> round) {
        return RoundChange.of(progress.bank(), reviews, round, progress.now(), memory.zone());
    }

    /** The day that a question is due; empty if it was never answered. */
    public Optional<LocalDate> due(QuestionId question) {
        return progress.recall(question).map(recall -> recall.memory().due());
    }
}
