package rejoinder.session;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import rejoinder.bank.ItemBank;
import rejoinder.grade.GraderState;
import rejoinder.plan.CandidateId;

/** An interviewer over an in-memory store, with everything around it in the test's hands. */
public final class TestInterview {
    public static final CandidateId ADA = new CandidateId("ada");
    public static final CandidateId BEN = new CandidateId("ben");

    public final InMemorySessionStore store = new InMemorySessionStore();
    public final InMemoryCandidateStore candidates = new InMemoryCandidateStore();
    public final TestClock clock = new TestClock();
    public final AtomicReference<GraderState> grading = new AtomicReference<>(new GraderState.Ready(new TestGrader()));
    private final AtomicInteger tokens = new AtomicInteger();
    public final ItemBank bank;
    public final Interviewer interviewer;
    public final Practice practice;
    public final Corrections corrections;
    public final Archive archive;
    public final OverdueCloser overdue;
    public final OwedGrading owed;
    public final WarmUp warmUp;

    public TestInterview(ItemBank bank) {
        this.bank = bank;
        TestUseCases all = restarted();
        interviewer = all.interviewer();
        practice = all.practice();
        corrections = all.corrections();
        archive = all.archive();
        overdue = all.overdue();
        owed = all.owed();
        warmUp = all.warmUp();
    }

    /** Another start of the program: nothing is left of the first but what is in the store. */
    public TestUseCases restarted() {
        return TestUseCases.of(bank, store, candidates, grading::get, clock, () -> "token-" + tokens.incrementAndGet());
    }

    /** Starts an interview with 3 minutes a question. */
    public InProgress start(int questions) {
        return interviewer.start(ADA, blueprint(Mode.INTERVIEW, questions, new Pace.Suggested(1)));
    }

    /** Starts a practice round without a clock. */
    public InProgress practise(int questions) {
        return interviewer.start(ADA, blueprint(Mode.PRACTICE, questions, new Pace.Untimed()));
    }

    public static Blueprint blueprint(Mode mode, int questions, Pace pace) {
        return new Blueprint(mode, List.of(), List.of(), questions, pace, 42);
    }

    /** Saves a draft as the window with the session's first write lock does. */
    public Draft save(InProgress session, int place, long basedOn, String text) {
        return interviewer
                .save(ADA, session.setup().id(), save(place, basedOn, text, session.writeLock()))
                .draft();
    }

    public static DraftSave save(int place, long basedOn, String text, String writeLock) {
        return new DraftSave(place, basedOn, text, false, Confidence.UNSAID, Duration.ofSeconds(1), writeLock);
    }

    /** The session as it is in the store. */
    public Session stored(Session session) {
        return store.find(session.setup().candidate(), session.setup().id()).orElseThrow();
    }
}
