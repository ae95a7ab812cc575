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
     * @param bySettings whether it lasts until this server's settings change
     */
    record Trouble(String sentence, boolean bySettings) {}

    /** Why nobody can sign in at the moment, if that is known. */
    Optional<Trouble> trouble();

    /** Loads the provider's metadata, if that has not been done yet or failed a minute ago or more. */
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
     * @throws AccountException.NotLetIn if it does not vouch for them, or its answer cannot be trusted
     */
    ProviderIdentity ask(String code, AuthorizationRequest request);
}
