package rejoinder.account;

/**
 * What a browser takes to an identity provider and brings back. All of it is derived from one secret that only the browser keeps, so nothing that is stored lets anybody complete the sign-in.
 *
 * @param state what the browser must bring back, so that the sign-in ends in the browser in which it began
 * @param nonce what the provider has to put into what it signs
 * @param verifier proves to the provider that the sign-in is finished by the server that began it (PKCE)
 * @param callback the page to come back to
 * @param reauthenticate whether the person has to show again who they are, even if the provider knows the browser
 */
public record AuthorizationRequest(
        String state, String nonce, String verifier, String callback, boolean reauthenticate) {
    /** The request derived from a secret. */
    static AuthorizationRequest of(String secret, String callback, boolean reauthenticate) {
        return new AuthorizationRequest(
                Secrets.derived(secret, "state"),
                Secrets.derived(secret, "nonce"),
                Secrets.derived(secret, "verifier"),
                callback,
                reauthenticate);
    }
}
