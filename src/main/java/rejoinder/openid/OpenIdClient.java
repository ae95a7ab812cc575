package rejoinder.openid;

import java.net.URI;
import java.util.Set;

/**
 * This server as an identity provider knows it.
 *
 * @param issuer the provider
 * @param id what the provider calls this server
 * @param secret by which the provider knows it
 * @param alsoAsked hosts besides the issuer's that may be asked, for a provider that has its keys elsewhere
 */
public record OpenIdClient(URI issuer, String id, String secret, Set<String> alsoAsked) {
    /** Whether an address is the provider's: on its host or one named beside it, and over TLS unless the provider itself is on this machine without. */
    boolean mayAsk(URI address) {
        String host = String.valueOf(address.getHost());
        boolean same = host.equalsIgnoreCase(issuer.getHost()) && address.getPort() == issuer.getPort();
        boolean named = alsoAsked.stream().anyMatch(host::equalsIgnoreCase);
        boolean safe = "https".equalsIgnoreCase(address.getScheme())
                || String.valueOf(issuer.getScheme()).equalsIgnoreCase(address.getScheme());
        return (same || named) && safe && address.getUserInfo() == null;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "OpenIdClient[" + id + " at " + issuer + "]";
    }
}
