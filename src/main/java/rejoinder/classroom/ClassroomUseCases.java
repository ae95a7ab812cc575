package rejoinder.classroom;

import java.time.InstantSource;
import java.util.function.Supplier;
import rejoinder.account.Accounts;
import rejoinder.session.Corrections;
import rejoinder.session.Interviewer;
import rejoinder.session.SessionStore;

/**
 * The use cases of a server with accounts: sharing results, classes, assignments and their review.
 *
 * @param shares results that are shown by a link
 * @param classes who is in which class
 * @param assignments what the classes are to do
 * @param reviewing what they have done
 */
public record ClassroomUseCases(Shares shares, Classes classes, Assignments assignments, Reviewing reviewing) {
    /** Where everything is kept. */
    public record Stores(ShareStore shares, ClassStore classes, SessionStore sessions) {}

    /**
     * Builds them all.
     *
     * @param interviewer starts sessions
     * @param corrections corrects marks
     * @param clock the time
     * @param tokens unguessable names
     */
    public static ClassroomUseCases of(
            Stores stores,
            Accounts accounts,
            Interviewer interviewer,
            Corrections corrections,
            InstantSource clock,
            Supplier<String> tokens) {
        Classes classes = new Classes(stores.classes, accounts, clock, tokens);
        Assignments assignments = new Assignments(classes, stores.classes, stores.sessions, interviewer, clock, tokens);
        return new ClassroomUseCases(
                new Shares(stores.shares, stores.sessions, clock, tokens),
                classes,
                assignments,
                new Reviewing(classes, assignments, stores.classes, stores.sessions, interviewer, corrections, clock));
    }
}
