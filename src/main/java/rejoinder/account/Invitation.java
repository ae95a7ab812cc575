package rejoinder.account;

import java.time.Instant;

/**
 * What lets one person choose a password, once.
 *
 * @param id names it in lists; of no use to whoever wants to come in
 * @param name of the person
 * @param renews whether the person has an account already and gets another password
 */
public record Invitation(String id, String name, Role role, Instant madeAt, Instant expiresAt, boolean renews) {}
