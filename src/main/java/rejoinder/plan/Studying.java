package rejoinder.plan;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import rejoinder.bank.ItemBank;
import rejoinder.bank.QuestionId;

/** The use cases of studying between the sessions: what to do today, the interview that it is for, and memory fitted to the candidate's own answers. */
public final class Studying {
    private static final String INTERVIEW = "interview-ahead";
    private static final String MEMORY = "memory-fit";
    private static final String LONGEST = "longest-interval";

    /** Fitting again is worth a second of work once there are this many more answers. */
    private static final int FITTED_AGAIN_AFTER = 50;

    private final ItemBank bank;
    private final ReviewLog reviews;
    private final DrillLog drills;
    private final CandidateSettings settings;
    private final Supplier<Likeness> likeness;
    private final InstantSource clock;
    private final MemoryModel published;

    /**
     * @param bank what can be asked
     * @param reviews the graded attempts
     * @param drills the lines about single key points
     * @param settings where the interview ahead and the fitted parameters are kept
     * @param likeness what recognises near-duplicates now
     * @param clock the time
     * @param zone where the candidate's days begin and end
     */
    public Studying(
            ItemBank bank,
            ReviewLog reviews,
            DrillLog drills,
            CandidateSettings settings,
            Supplier<Likeness> likeness,
            InstantSource clock,
            ZoneId zone) {
        this.bank = bank;
        this.reviews = reviews;
        this.drills = drills;
        this.settings = settings;
        this.likeness = likeness;
        this.clock = clock;
        this.published = new MemoryModel(zone);
    }

    /** All that can be said of a candidate now. */
    public DailyStudy daily(CandidateId candidate) {
        return new DailyStudy(
                bank,
                reviews.reviews(candidate),
                drills.drills(candidate),
                memory(candidate),
                likeness.get(),
                interview(candidate),
                clock.instant());
    }

    private MemoryModel memory(CandidateId candidate) {
        return published
                .with(lastFit(candidate).map(ParameterFit::parameters).orElseGet(published::parameters))
                .atMost(settings.setting(candidate, LONGEST)
                        .filter(text -> text.matches("[1-9]\\d{0,4}"))
                        .map(Integer::valueOf)
                        .filter(days -> days <= MemoryModel.MAXIMUM_INTERVAL)
                        .orElse(MemoryModel.MAXIMUM_INTERVAL));
    }

    /**
     * Sets the longest time until a question comes again.
     *
     * @param days 1 to {@link MemoryModel#MAXIMUM_INTERVAL}; empty takes the limit away
     */
    public void atMost(CandidateId candidate, OptionalInt days) {
        settings.setting(candidate, LONGEST, days.isPresent() ? Integer.toString(days.getAsInt()) : "");
    }

    /**
     * The four ways to rate an answer, with when its question would come again.
     *
     * @param at when it was given; answers from then on count for nothing here
     */
    public List<NextTime> choices(CandidateId candidate, QuestionId question, Instant at) {
        MemoryModel memory = memory(candidate);
        List<Review> earlier = reviews.reviews(candidate).stream()
                .filter(review ->
                        review.question().equals(question) && review.at().isBefore(at))
                .toList();
        return NextTime.choices(memory, History.of(earlier, at, memory.zone()).reviews(question), at);
    }

    /** What a job description calls for, by meaning if there is a sentence model. */
    public JobDescription jobDescription(String text) {
        return JobDescription.read(text, bank, likeness.get());
    }

    /** The questions that ask something like a text, the most similar first; none while there is no sentence model. */
    public List<QuestionId> asking(String text) {
        Likeness now = likeness.get();
        if (!now.byMeaning()) {
            return List.of();
        }
        return now.asking(text, bank, now.callsFrom()).entrySet().stream()
                .sorted(Map.Entry.<QuestionId, Double>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether texts are compared by meaning now; else by words. */
    public boolean byMeaning() {
        return likeness.get().byMeaning();
    }

    /** The interview that a candidate prepares for, ahead or over; empty if there is none. */
    public Optional<Appointment> interview(CandidateId candidate) {
        return settings.setting(candidate, INTERVIEW).flatMap(Appointment::parse);
    }

    /** Sets the interview that a candidate prepares for; empty takes it away. */
    public void prepareFor(CandidateId candidate, Optional<Appointment> interview) {
        settings.setting(candidate, INTERVIEW, interview.map(Appointment::text).orElse(""));
    }

    /** What came of fitting memory to the candidate's answers last; as long as it was not tried, how many of them there are. */
    public ParameterFit fit(CandidateId candidate, DailyStudy daily) {
        return lastFit(candidate).orElseGet(() -> new ParameterFit.TooFew(published.parameters(), daily.foreseeable()));
    }

    private Optional<ParameterFit> lastFit(CandidateId candidate) {
        return settings.setting(candidate, MEMORY).flatMap(ParameterFit::parse);
    }

    /**
     * Fits memory to the candidate's answers if there are enough, and enough more than last time; takes a second then, so it belongs in the background.
     *
     * @return whether it was tried
     */
    public boolean fitIfDue(CandidateId candidate) {
        List<Review> all = reviews.reviews(candidate);
        History history = History.of(all, clock.instant(), published.zone());
        int answers = ParameterFit.foreseeable(history, published);
        int last = lastFit(candidate).map(ParameterFit::answers).orElse(0);
        if (answers < ParameterFit.LEAST_ANSWERS || Math.abs(answers - last) < FITTED_AGAIN_AFTER) {
            return false;
        }
        // always from the published parameters, so that the same answers give the same fit
        settings.setting(candidate, MEMORY, ParameterFit.of(history, published).text());
        return true;
    }
}
