package rejoinder.account;

import java.time.Instant;

/**
 * What lets one person choose a password, once.
 *
 * @param id names it in lists; no help in signing in
 * @param name of the person
 * @param renews whether the person has an account already: they get another password or, if it leads into a class, sign in to join it
 * @param classroom id of the class that whoever accepts it joins; empty if there is none
 */
public record Invitation(
        String id, String name, Role role, Instant madeAt, Instant expiresAt, boolean renews, String classroom) {
    /** An invitation that leads into no class. */
    public Invitation(String id, String name, Role role, Instant madeAt, Instant expiresAt, boolean renews) {
        this(id, name, role, madeAt, expiresAt, renews, "");
    }
}
