package rejoinder.account;

/**
 * Who somebody is, as an identity provider vouches for it.
 *
 * @param issuer the provider
 * @param subject what the provider calls them for good
 * @param email their address now; "" if it does not say
 * @param verified whether the provider has checked that the address is theirs
 */
public record ProviderIdentity(String issuer, String subject, String email, boolean verified) {}
