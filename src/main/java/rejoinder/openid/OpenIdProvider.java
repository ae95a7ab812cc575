package rejoinder.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimNames;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCScopeValue;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rejoinder.account.AccountException;
import rejoinder.account.AuthorizationRequest;
import rejoinder.account.IdentityProvider;
import rejoinder.account.ProviderIdentity;

/** An OpenID provider: discovery, the code flow with PKCE, and a check of everything that it signs. */
public final class OpenIdProvider implements IdentityProvider {
    private static final Logger LOG = LoggerFactory.getLogger(OpenIdProvider.class);

    /** After this long the provider is asked again what it can do. */
    private static final Duration METADATA = Duration.ofHours(1);

    /** After this long it is asked again if it could not be used. */
    private static final Duration AGAIN = Duration.ofMinutes(1);

    /** How far the clocks of two honest servers may be apart. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

    /** Signatures by a key of which only the provider has one half; with a shared secret or none, anybody who has seen it could sign. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private static final String EMAIL = "email";
    private static final String VERIFIED = "email_verified";
    private static final String NONCE = "nonce";
    private static final String AUTHORIZED = "azp";

    private final OpenIdClient client;
    private final ClientID id;
    private final ProviderHttp http;
    private final InstantSource clock;
    private @Nullable Known known;
    private volatile Optional<Trouble> trouble = Optional.empty();
    private volatile Instant lookedAt = Instant.MIN;

    /** What the provider has said of itself. */
    private record Known(OIDCProviderMetadata metadata, DefaultJWTProcessor<SecurityContext> tokens, Instant readAt) {}

    /**
     * @param client this server as the provider knows it
     * @param clock the time
     */
    public OpenIdProvider(OpenIdClient client, InstantSource clock) {
        this.client = client;
        this.id = new ClientID(client.id());
        this.http = new ProviderHttp(client);
        this.clock = clock;
    }

    @Override
    public String name() {
        return client.issuer().getHost();
    }

    @Override
    public String address(AuthorizationRequest authorization) {
        AuthenticationRequest.Builder request = new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new Scope(OIDCScopeValue.OPENID, OIDCScopeValue.EMAIL),
                        id,
                        URI.create(authorization.callback()))
                .endpointURI(known().metadata.getAuthorizationEndpointURI())
                .state(new State(authorization.state()))
                .nonce(new Nonce(authorization.nonce()))
                .codeChallenge(new CodeVerifier(authorization.verifier()), CodeChallengeMethod.S256);
        if (authorization.reauthenticate()) {
            request.prompt(Prompt.Type.LOGIN);
        }
        return request.build().toURI().toString();
    }

    private synchronized Known known() {
        Instant now = clock.instant();
        Known before = known;
        // one from the future is from before the clock was put back
        boolean fresh = before != null
                && !before.readAt.isAfter(now)
                && before.readAt.plus(METADATA).isAfter(now);
        if (before != null && fresh) {
            return before;
        }
        if (look(now)) {
            return Objects.requireNonNull(known);
        }
        if (before != null) {
            return before;
        }
        throw away();
    }

    private AccountException.ProviderAway away() {
        return new AccountException.ProviderAway(
                name() + " does not answer as it should, so nobody can be signed in; try again in a few minutes.");
    }

    @Override
    public Optional<Trouble> trouble() {
        return trouble;
    }

    @Override
    public synchronized void look() {
        Instant now = clock.instant();
        boolean due = now.isBefore(lookedAt) || !now.isBefore(lookedAt.plus(AGAIN));
        if (due && (known == null || trouble.isPresent())) {
            look(now);
        }
    }

    private synchronized boolean look(Instant now) {
        lookedAt = now;
        try {
            known = read(now);
            if (trouble.isPresent()) {
                LOG.warn("{} answers again.", name());
            }
            trouble = Optional.empty();
            return true;
        } catch (WrongSettings e) {
            note(e.getMessage(), true);
        } catch (ProviderHttp.Answered e) {
            note(
                    e.getMessage() + " So nobody can sign in; "
                            + (e.status() >= HTTPResponse.SC_SERVER_ERROR
                                    ? "check the provider."
                                    : "--oidc-issuer has to be the address that the provider itself calls its issuer."),
                    false);
        } catch (IOException e) {
            note(
                    name()
                            + " cannot be reached, so nobody can sign in; check that it runs, and that --oidc-issuer is right.",
                    false);
            LOG.debug("It cannot be reached.", e);
        } catch (GeneralException e) {
            note(
                    "What " + name()
                            + " says of itself cannot be read, so nobody can sign in; --oidc-issuer has to be the address of an OpenID provider.",
                    false);
            LOG.debug("It cannot be read.", e);
        }
        return false;
    }

    // shown once, and not each minute
    private void note(@Nullable String sentence, boolean bySettings) {
        Trouble now = new Trouble(sentence + (bySettings ? "" : " It is asked again every minute."), bySettings);
        if (!trouble.equals(Optional.of(now))) {
            LOG.warn("{}", now.sentence());
        }
        trouble = Optional.of(now);
    }

    /** The provider has said something that does not go with the settings. */
    private static final class WrongSettings extends GeneralException {
        private static final long serialVersionUID = 1;

        WrongSettings(String message) {
            super(message);
        }
    }

    private Known read(Instant now) throws IOException, GeneralException {
        Issuer issuer = new Issuer(client.issuer());
        OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(
                http.retrieveResource(OIDCProviderMetadata.resolveURL(issuer)).getContent());
        if (!metadata.getIssuer().equals(issuer)) {
            throw new WrongSettings("The provider at " + issuer + " calls itself " + metadata.getIssuer()
                    + "; give that as --oidc-issuer if it is the provider that you mean.");
        }
        URI keys = endpoint(metadata.getJWKSetURI(), "jwks_uri");
        endpoint(metadata.getAuthorizationEndpointURI(), "authorization_endpoint");
        endpoint(metadata.getTokenEndpointURI(), "token_endpoint");
        return new Known(metadata, tokens(issuer, keys.toURL()), now);
    }

    private URI endpoint(@Nullable URI address, String name) throws GeneralException {
        if (address == null || !client.mayAsk(address)) {
            throw new WrongSettings("The " + name + " of " + client.issuer() + " is " + address
                    + ", which is not on its own host; name the host with --oidc-host if it is right.");
        }
        return address;
    }

    private DefaultJWTProcessor<SecurityContext> tokens(Issuer issuer, URL keys) {
        JWKSource<SecurityContext> source =
                JWKSourceBuilder.create(keys, http).refreshAheadCache(false).build();
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, source));
        DefaultJWTClaimsVerifier<SecurityContext> claims =
                new DefaultJWTClaimsVerifier<>(
                        client.id(),
                        new JWTClaimsSet.Builder().issuer(issuer.getValue()).build(),
                        new HashSet<>(List.of(
                                JWTClaimNames.SUBJECT,
                                JWTClaimNames.EXPIRATION_TIME,
                                JWTClaimNames.ISSUED_AT,
                                NONCE))) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.instant());
                    }
                };
        claims.setMaxClockSkew((int) CLOCKS_APART.toSeconds());
        processor.setJWTClaimsSetVerifier(claims);
        return processor;
    }

    @Override
    public ProviderIdentity ask(String code, AuthorizationRequest authorization) {
        Known now = known();
        try {
            OIDCTokenResponse answer = exchange(now.metadata, code, authorization);
            JWTClaimsSet said = now.tokens.process(answer.getOIDCTokens().getIDToken(), null);
            requireMeantForThis(said, authorization);
            ProviderIdentity identity = vouched(said.getSubject(), said.getClaim(EMAIL), said.getClaim(VERIFIED));
            return identity.email().isEmpty()
                    ? asked(now.metadata, answer.getOIDCTokens().getAccessToken(), identity)
                    : identity;
        } catch (ExpiredJWTException e) {
            throw refused(
                    e,
                    "What " + name()
                            + " says of you has expired; sign in again. If this goes on, the clock of this server"
                            + " or of " + name() + " is wrong.");
        } catch (BadJWTException e) {
            throw refused(
                    e,
                    "What " + name()
                            + " says of you is not meant for this server; tell whoever runs it that the client or"
                            + " the issuer is set wrong.");
        } catch (BadJOSEException e) {
            throw refused(
                    e,
                    "What came back is not signed by " + name()
                            + ", so nobody was signed in; sign in again, and tell whoever runs this server if it goes on.");
        } catch (JOSEException | IOException | ParseException e) {
            LOG.warn("The identity provider cannot be used: {}", e.getMessage());
            lookAgain();
            throw away();
        }
    }

    // health says what it finds
    private synchronized void lookAgain() {
        look(clock.instant());
    }

    private static AccountException.NotLetIn refused(Exception why, String sentence) {
        LOG.warn("A sign-in was refused: {}", why.getMessage());
        return new AccountException.NotLetIn(sentence);
    }

    private OIDCTokenResponse exchange(OIDCProviderMetadata metadata, String code, AuthorizationRequest authorization)
            throws IOException, ParseException {
        TokenRequest request = new TokenRequest.Builder(
                        metadata.getTokenEndpointURI(),
                        authentication(metadata),
                        new AuthorizationCodeGrant(
                                new AuthorizationCode(code),
                                URI.create(authorization.callback()),
                                new CodeVerifier(authorization.verifier())))
                .build();
        HTTPResponse response = request.toHTTPRequest().send(http);
        if (response.getStatusCode() >= HTTPResponse.SC_SERVER_ERROR) {
            throw new IOException(metadata.getTokenEndpointURI() + " answered " + response.getStatusCode() + ".");
        }
        TokenResponse answer = OIDCTokenResponseParser.parse(response);
        if (answer instanceof OIDCTokenResponse good) {
            return good;
        }
        String error = String.valueOf(answer.toErrorResponse().getErrorObject().getCode());
        LOG.warn("The identity provider refused a code: {}", error);
        if (error.equals(OAuth2Error.INVALID_GRANT.getCode())) {
            throw new AccountException.NotLetIn(
                    name() + " does not accept this sign-in; it was used already or took too long. Sign in again.");
        }
        throw new AccountException.ProviderAway(name()
                + " does not accept this server; tell whoever runs it that the client id or the secret is set wrong.");
    }

    private ClientAuthentication authentication(OIDCProviderMetadata metadata) {
        List<ClientAuthenticationMethod> taken = metadata.getTokenEndpointAuthMethods();
        boolean post = taken != null
                && !taken.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                && taken.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST);
        Secret secret = new Secret(client.secret());
        return post ? new ClientSecretPost(id, secret) : new ClientSecretBasic(id, secret);
    }

    private void requireMeantForThis(JWTClaimsSet said, AuthorizationRequest authorization) throws BadJWTException {
        if (!authorization.nonce().equals(said.getClaim(NONCE))) {
            throw new AccountException.NotLetIn(
                    "What " + name() + " says of you belongs to another sign-in; sign in again.");
        }
        Object authorized = said.getClaim(AUTHORIZED);
        if ((authorized == null && said.getAudience().size() > 1)
                || (authorized != null && !authorized.equals(client.id()))) {
            throw new BadJWTException("JWT azp claim rejected");
        }
        if (said.getIssueTime().toInstant().isAfter(clock.instant().plus(CLOCKS_APART))) {
            throw new ExpiredJWTException("JWT from the future");
        }
    }

    private ProviderIdentity vouched(@Nullable String subject, @Nullable Object email, @Nullable Object verified) {
        return new ProviderIdentity(
                client.issuer().toString(),
                subject == null ? "" : subject,
                email instanceof String address ? address.strip() : "",
                // some providers write it as a word
                Boolean.TRUE.equals(verified) || "true".equals(verified));
    }

    // a provider may put the address where it is asked for apart
    private ProviderIdentity asked(OIDCProviderMetadata metadata, AccessToken token, ProviderIdentity identity)
            throws IOException, ParseException {
        URI address = metadata.getUserInfoEndpointURI();
        if (address == null) {
            return identity;
        }
        UserInfoResponse response = UserInfoResponse.parse(
                new UserInfoRequest(address, token).toHTTPRequest().send(http));
        if (!response.indicatesSuccess()) {
            return identity;
        }
        Optional<UserInfo> info =
                Optional.ofNullable(response.toSuccessResponse().getUserInfo());
        return info.filter(it -> it.getSubject().getValue().equals(identity.subject()))
                .map(it -> vouched(identity.subject(), it.getClaim(EMAIL), it.getClaim(VERIFIED)))
                .orElse(identity);
    }
}
