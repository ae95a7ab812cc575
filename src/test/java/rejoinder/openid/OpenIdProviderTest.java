package rejoinder.openid;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rejoinder.account.IdentityProvider.Trouble;
import rejoinder.session.TestClock;

/** A provider that is looked at before anybody signs in. */
class OpenIdProviderTest {
    private static final String AGAIN = " It is asked again every minute.";

    private final TestClock clock = new TestClock();
    private final TestProvider there = new TestProvider(clock);

    @AfterEach
    void close() {
        there.close();
    }

    private OpenIdProvider at(String issuer) {
        OpenIdProvider provider =
                new OpenIdProvider(new OpenIdClient(URI.create(issuer), "id", "secret", Set.of()), clock);
        provider.look();
        return provider;
    }

    private void saying(String name, String value) {
        there.metadata = said -> {
            Map<String, Object> other = new HashMap<>(said);
            other.put(name, value);
            return other;
        };
    }

    @Test
    void aProviderThatAnswersAsItShouldIsNoTroubleAndIsAskedOnce() {
        OpenIdProvider provider = at(there.issuer());
        assertThat(provider.trouble()).isEmpty();
        clock.forward(Duration.ofMinutes(5));
        provider.look();
        assertThat(there.asked()).hasSize(1);
    }

    @Test
    void oneThatIsDownIsAskedAgainAfterAMinuteAndNoSooner() {
        there.describing = 503;
        OpenIdProvider provider = at(there.issuer());
        String sentence = there.issuer()
                + "/.well-known/openid-configuration answered 503. So nobody can sign in; check the provider.";
        assertThat(provider.trouble()).contains(new Trouble(sentence + AGAIN, false));
        there.describing = 200;
        clock.forward(Duration.ofSeconds(59));
        provider.look();
        assertThat(there.asked()).hasSize(1);
        clock.forward(Duration.ofSeconds(1));
        provider.look();
        assertThat(provider.trouble()).isEmpty();
    }

    @Test
    void anAddressThatIsNoProvidersIsSaidAndMayStillBecomeOne() {
        assertThat(at(there.issuer() + "/other").trouble()).hasValueSatisfying(trouble -> {
            assertThat(trouble.bySettings()).isFalse();
            assertThat(trouble.sentence())
                    .endsWith(
                            " answered 404. So nobody can sign in; --oidc-issuer has to be the address that the provider"
                                    + " itself calls its issuer." + AGAIN);
        });
        there.metadata = said -> Map.of("hello", "world");
        assertThat(at(there.issuer()).trouble())
                .contains(new Trouble(
                        "What 127.0.0.1 says of itself cannot be read, so nobody can sign in; --oidc-issuer has to be the address"
                                + " of an OpenID provider." + AGAIN,
                        false));
        assertThat(at("http://127.0.0.1:1").trouble())
                .contains(new Trouble(
                        "127.0.0.1 cannot be reached, so nobody can sign in; check that it runs, and that --oidc-issuer is"
                                + " right." + AGAIN,
                        false));
    }

    @Test
    void whatContradictsTheSettingsIsSaidAsTheirFault() {
        saying("issuer", "https://accounts.example");
        assertThat(at(there.issuer()).trouble())
                .contains(new Trouble(
                        "The provider at " + there.issuer()
                                + " calls itself https://accounts.example; give that as --oidc-issuer if it is the provider"
                                + " that you mean.",
                        true));
        saying("token_endpoint", "https://elsewhere.example/token");
        assertThat(at(there.issuer()).trouble())
                .contains(new Trouble(
                        "The token_endpoint of " + there.issuer()
                                + " is https://elsewhere.example/token, which is not on its own host; name the host with --oidc-host"
                                + " if it is right.",
                        true));
    }
}
