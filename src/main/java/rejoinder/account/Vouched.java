package rejoinder.account;

/**
 * What an identity provider says of somebody.
 *
 * @param issuer the provider
 * @param subject what the provider calls them for good
 * @param email their address now; "" if it does not say
 * @param verified whether the provider has checked that the address is theirs
 */
public record Vouched(String issuer, String subject, String email, boolean verified) {}
