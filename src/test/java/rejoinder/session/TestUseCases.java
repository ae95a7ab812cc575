package rejoinder.session;

import java.time.InstantSource;
import java.util.function.Supplier;
import rejoinder.bank.ItemBank;
import rejoinder.grade.GraderState;
import rejoinder.plan.Exactly;
import rejoinder.plan.Hints;
import rejoinder.plan.Likeness;

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

    /** Those of one of several servers. */
    public static TestUseCases of(
            ItemBank bank,
            SessionStore store,
            CandidateStore candidates,
            Leases leases,
            Supplier<GraderState> grading,
            InstantSource instants,
            Supplier<String> tokens) {
        return of(bank, store, candidates, leases, grading, Exactly::new, instants, tokens);
    }

    /** Those that see likeness between questions. */
    public static TestUseCases of(
            ItemBank bank,
            SessionStore store,
            CandidateStore candidates,
            Supplier<GraderState> grading,
            Supplier<Likeness> likeness,
            InstantSource instants,
            Supplier<String> tokens) {
        return of(bank, store, candidates, new LeasesOfOneServer(), grading, likeness, instants, tokens);
    }

    private static TestUseCases of(
            ItemBank bank,
            SessionStore store,
            CandidateStore candidates,
            Leases leases,
            Supplier<GraderState> grading,
            Supplier<Likeness> likeness,
            InstantSource instants,
            Supplier<String> tokens) {
        SessionClock clock = new SessionClock(instants);
        Hints hints = new Hints(bank);
        OverdueCloser overdue = new OverdueCloser(store, leases, clock);
        OwedGrading owed = new OwedGrading(store, leases, grading, hints, clock);
        WarmUp warmUp = new WarmUp(grading);
        return new TestUseCases(
                new Interviewer(bank, store, candidates, overdue, warmUp, likeness, clock, tokens),
                new Practice(store, candidates, grading, hints, overdue, owed, clock),
                new Corrections(store, candidates, overdue, clock),
                new Archive(store, candidates, grading, hints),
                overdue,
                owed,
                warmUp);
    }
}
