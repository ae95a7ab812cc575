package rejoinder.account;

import java.util.Optional;

/** Another server that says who somebody is. */
public interface IdentityProvider {
    /** What people call it: its host. */
    String name();

    /**
     * Why nobody can be signed in.
     *
     * @param sentence what happened and what to do
     * @param bySettings whether it lasts until this server is set otherwise
     */
    record Trouble(String sentence, boolean bySettings) {}

    /** Why nobody can be signed in, as far as that is known; empty if they can. */
    Optional<Trouble> trouble();

    /** Asks it what it can do, if that was not found out yet or went wrong a minute ago or more. */
    void look();

    /**
     * Where the browser goes to sign in.
     *
     * @throws AccountException.ProviderAway if it does not answer
     */
    String address(AuthorizationRequest request);

    /**
     * Asks who came back.
     *
     * @param code what the browser brought back
     * @throws AccountException.ProviderAway if it does not answer, or answers what it should not
     * @throws AccountException.NotLetIn if it does not vouch for them, or its word is not to be trusted
     */
    ProviderIdentity ask(String code, AuthorizationRequest request);
}
