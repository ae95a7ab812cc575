package rejoinder.classroom;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import rejoinder.account.Secrets;
import rejoinder.plan.CandidateId;
import rejoinder.session.Session;
import rejoinder.session.SessionException;
import rejoinder.session.SessionId;
import rejoinder.session.SessionStore;

/** The use cases of sharing a result: making a link, withdrawing it, and reading what it leads to. */
public final class Shares {
    private final ShareStore store;
    private final SessionStore sessions;
    private final InstantSource clock;
    private final Supplier<String> tokens;

    /**
     * @param store where shares are kept
     * @param sessions what can be shared
     * @param clock the time
     * @param tokens unguessable names
     */
    public Shares(ShareStore store, SessionStore sessions, InstantSource clock, Supplier<String> tokens) {
        this.store = store;
        this.sessions = sessions;
        this.clock = clock;
        this.tokens = tokens;
    }

    /**
     * A share just made.
     *
     * @param secret what its link carries; shown this once
     */
    public record Made(Share share, String secret) {}

    /**
     * Makes a link to a result; an earlier one leads nowhere from then on.
     *
     * @throws SessionException.NoSuchSession if the candidate has none of that id
     * @throws SessionException.WrongState if it is not graded yet
     */
    public Made make(CandidateId candidate, SessionId id) {
        if (found(candidate, id).graded().isEmpty()) {
            throw new SessionException.WrongState("A result can be shared once every answer is graded.");
        }
        String secret = tokens.get();
        Share share = new Share(Secrets.id(secret), new SessionStore.Key(candidate, id), clock.instant());
        if (!store.share(share)) {
            throw new SessionException.NoSuchSession(id);
        }
        return new Made(share, secret);
    }

    private Session found(CandidateId candidate, SessionId id) {
        return sessions.find(candidate, id).orElseThrow(() -> new SessionException.NoSuchSession(id));
    }

    /**
     * The share of a session; empty if it is not shared.
     *
     * @throws SessionException.NoSuchSession if the candidate has none of that id
     */
    public Optional<Share> of(CandidateId candidate, SessionId id) {
        return store.of(
                new SessionStore.Key(candidate, found(candidate, id).setup().id()));
    }

    /**
     * Ends the share of a session, if there is one.
     *
     * @throws SessionException.NoSuchSession if the candidate has none of that id
     */
    public void withdraw(CandidateId candidate, SessionId id) {
        store.withdraw(
                new SessionStore.Key(candidate, found(candidate, id).setup().id()));
    }

    /**
     * The result that a link leads to.
     *
     * @throws ClassroomException.NoSuchLink if it leads nowhere
     */
    public Session.Graded open(String secret) {
        return store.find(Secrets.id(secret))
                .flatMap(share -> sessions.find(
                        share.session().candidate(), share.session().id()))
                .flatMap(Session::graded)
                .orElseThrow(ClassroomException.NoSuchLink::new);
    }
}
