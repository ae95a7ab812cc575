package rejoinder.cli;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.Supplier;
import rejoinder.bank.ItemBank;
import rejoinder.grade.GraderState;
import rejoinder.plan.Hints;
import rejoinder.plan.Likeness;
import rejoinder.plan.ReviewLog;
import rejoinder.plan.Studying;
import rejoinder.session.Archive;
import rejoinder.session.CandidateStore;
import rejoinder.session.Corrections;
import rejoinder.session.Interviewer;
import rejoinder.session.Leases;
import rejoinder.session.OverdueCloser;
import rejoinder.session.OwedGrading;
import rejoinder.session.Practice;
import rejoinder.session.SessionClock;
import rejoinder.session.SessionStore;
import rejoinder.session.WarmUp;

/**
 * The use cases over one item bank and one database, each with what it needs and no more.
 *
 * @param bank what can be asked
 */
record UseCases(
        ItemBank bank,
        Interviewer interviewer,
        Practice practice,
        Corrections corrections,
        Archive archive,
        Studying studying,
        OverdueCloser overdue,
        OwedGrading owed,
        WarmUp warmUp) {
    /** Where everything is kept. */
    record Stores(SessionStore sessions, CandidateStore candidates, ReviewLog reviews, Leases leases) {}

    /**
     * What the use cases cannot work out for themselves.
     *
     * @param grading whether answers can be graded now
     * @param likeness what recognises near-duplicates now
     * @param clock the time
     * @param zone where the candidate's days begin and end
     * @param tokens unguessable names
     */
    record Surroundings(
            Supplier<GraderState> grading,
            Supplier<Likeness> likeness,
            InstantSource clock,
            ZoneId zone,
            Supplier<String> tokens) {}

    /** Builds them all. */
    static UseCases of(ItemBank bank, Stores stores, Surroundings around) {
        SessionStore sessions = stores.sessions();
        CandidateStore candidates = stores.candidates();
        SessionClock clock = new SessionClock(around.clock());
        Hints hints = new Hints(bank);
        OverdueCloser overdue = new OverdueCloser(sessions, stores.leases(), clock);
        OwedGrading owed = new OwedGrading(sessions, stores.leases(), around.grading(), hints, clock);
        WarmUp warmUp = new WarmUp(around.grading());
        return new UseCases(
                bank,
                new Interviewer(bank, sessions, candidates, overdue, warmUp, around.likeness(), clock, around.tokens()),
                new Practice(sessions, candidates, around.grading(), hints, overdue, owed, clock),
                new Corrections(sessions, candidates, overdue, clock),
                new Archive(sessions, candidates, around.grading(), hints),
                new Studying(
                        bank, stores.reviews(), sessions, candidates, around.likeness(), around.clock(), around.zone()),
                overdue,
                owed,
                warmUp);
    }
}
