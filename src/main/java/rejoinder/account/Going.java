package rejoinder.account;

/**
 * A way to an identity provider and back. All of it is worked out from one secret that only the browser keeps, so nothing that is stored helps anybody to end it.
 *
 * @param state what the way back has to carry, so that it ends in the browser in which it began
 * @param nonce what the provider has to put into what it signs
 * @param verifier what shows the provider that the one who asks is the one who began (PKCE)
 * @param callback the page to come back to
 * @param anew whether the person has to show again who they are, even if the provider knows the browser
 */
public record Going(String state, String nonce, String verifier, String callback, boolean anew) {
    /** The way that belongs to a secret. */
    static Going of(String secret, String callback, boolean anew) {
        return new Going(
                Secrets.derived(secret, "state"),
                Secrets.derived(secret, "nonce"),
                Secrets.derived(secret, "verifier"),
                callback,
                anew);
    }
}
