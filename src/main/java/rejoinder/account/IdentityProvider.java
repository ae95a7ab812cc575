package rejoinder.account;

/** A server elsewhere that says who somebody is. */
public interface IdentityProvider {
    /** What people call it: its host. */
    String name();

    /**
     * Where the browser goes to sign in.
     *
     * @throws AccountException.ProviderAway if it does not answer
     */
    String address(Going going);

    /**
     * Asks who came back.
     *
     * @param code what the browser brought back
     * @throws AccountException.ProviderAway if it does not answer, or answers what it should not
     * @throws AccountException.NotLetIn if it does not vouch for them, or its word is not to be trusted
     */
    Vouched ask(String code, Going going);
}
