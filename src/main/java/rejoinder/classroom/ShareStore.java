package rejoinder.classroom;

import java.util.Optional;
import rejoinder.session.SessionStore;

/** Where shares are stored. Every method is one transaction. Deleting a session deletes its share. */
public interface ShareStore {
    /** Keeps a share in place of an earlier one of the same session; false if the candidate has no such session. */
    boolean share(Share share);

    /** The share of a session. */
    Optional<Share> of(SessionStore.Key session);

    /** The share of an id. */
    Optional<Share> find(String id);

    /** Ends the share of a session; returns whether there was one. */
    boolean withdraw(SessionStore.Key session);
}
