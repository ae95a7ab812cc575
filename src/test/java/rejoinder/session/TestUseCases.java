package rejoinder.session;

import java.time.InstantSource;
import java.util.function.Supplier;
import rejoinder.bank.ItemBank;
import rejoinder.grade.GraderState;
import rejoinder.plan.Hints;

/** The use cases over given stores. */
public record TestUseCases(
        Interviewer interviewer,
        Practice practice,
        Corrections corrections,
        Archive archive,
        OverdueCloser overdue,
        OwedGrading owed,
        WarmUp warmUp) {
    public static TestUseCases of(
            ItemBank bank,
            SessionStore store,
            CandidateStore candidates,
            Supplier<GraderState> grading,
            InstantSource instants,
            Supplier<String> tokens) {
        return of(bank, store, candidates, new LeasesOfOneServer(), grading, instants, tokens);
    }

    public static TestUseCases of(
            ItemBank bank,
            SessionStore store,
            CandidateStore candidates,
            Leases leases,
            Supplier<GraderState> grading,
            InstantSource instants,
            Supplier<String> tokens) {
        SessionClock clock = new SessionClock(instants);
        Hints hints = new Hints(bank);
        OverdueCloser overdue = new OverdueCloser(store, leases, clock);
        OwedGrading owed = new OwedGrading(store, leases, grading, hints, clock);
        WarmUp warmUp = new WarmUp(grading);
        return new TestUseCases(
                new Interviewer(bank, store, candidates, overdue, warmUp, clock, tokens),
                new Practice(store, candidates, grading, hints, overdue, owed, clock),
                new Corrections(store, candidates, overdue, clock),
                new Archive(store, candidates, grading, hints),
                overdue,
                owed,
                warmUp);
    }
}
