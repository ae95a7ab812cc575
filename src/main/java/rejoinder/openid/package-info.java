/**
 * Lets another server say who somebody is: OpenID Connect.
 *
 * <p>{@link rejoinder.openid.OpenIdProvider} is the identity provider of {@code account} over the code flow with PKCE. The protocol and the signatures are Nimbus's; what
 * stays here is what may be believed. {@link rejoinder.openid.ProviderHttp} is the only way out of the program: it asks the configured issuer, and the hosts that were named
 * beside it, and nobody else.
 */
@NullMarked
package rejoinder.openid;

import org.jspecify.annotations.NullMarked;
