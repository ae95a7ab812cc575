package rejoinder.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;
import rejoinder.account.ProviderSignIn;
import rejoinder.openid.OpenIdClient;

/** The options of {@code serve --users oidc}. */
final class OpenIdOptions {
    @Option(
            names = "--oidc-issuer",
            paramLabel = "URL",
            description =
                    "The OpenID provider, as https://accounts.example, with --users oidc (environment: REJOINDER_OIDC_ISSUER)."
                            + " Register this server there with the redirect address /sign-in/back.")
    private Optional<String> issuer = Optional.empty();

    @Option(
            names = "--oidc-client",
            paramLabel = "ID",
            description = "The client id that the provider gave this server (environment: REJOINDER_OIDC_CLIENT).")
    private Optional<String> client = Optional.empty();

    @Option(
            names = "--oidc-secret-file",
            paramLabel = "FILE",
            description =
                    "A file with the client secret (or environment: REJOINDER_OIDC_SECRET; on the command line others could read it).")
    private Optional<Path> secretFile = Optional.empty();

    @Option(
            names = "--oidc-domain",
            paramLabel = "DOMAIN",
            split = ",",
            description =
                    "Let in everybody with an e-mail address in this domain; without it, only people invited by e-mail address"
                            + " (environment: REJOINDER_OIDC_DOMAIN, separated by commas).")
    private List<String> domains = List.of();

    @Option(
            names = "--oidc-admin",
            paramLabel = "EMAIL",
            description =
                    "Whoever has this e-mail address is let in as the first administrator (environment: REJOINDER_OIDC_ADMIN).")
    private Optional<String> admin = Optional.empty();

    @Option(
            names = "--oidc-host",
            paramLabel = "HOST",
            split = ",",
            description =
                    "Also contact this host of the provider; without it, only the issuer's own (environment: REJOINDER_OIDC_HOST,"
                            + " separated by commas).")
    private List<String> hosts = List.of();

    private boolean isUsed() {
        return issuer.isPresent()
                || client.isPresent()
                || secretFile.isPresent()
                || !domains.isEmpty()
                || admin.isPresent()
                || !hosts.isEmpty();
    }

    /**
     * What they say.
     *
     * @param wanted whether people sign in at a provider
     * @return empty if they do not
     */
    Optional<Wiring.OpenId> read(Config config, boolean wanted) {
        if (!wanted) {
            if (isUsed()) {
                throw new Failure("The --oidc options need --users oidc; add it, or leave them out.");
            }
            return Optional.empty();
        }
        URI provider = address(config.oidcIssuer(issuer).orElseThrow(() -> lacks("--oidc-issuer and its address")));
        String id = config.oidcClient(client).orElseThrow(() -> lacks("--oidc-client and the id"));
        String secret = secretFile
                .map(OpenIdOptions::secret)
                .or(config::oidcSecret)
                .orElseThrow(() -> lacks("--oidc-secret-file and a file with the secret"));
        String first = config.oidcAdmin(admin).orElse("");
        if (!first.isEmpty() && !first.matches("[^@\\s]+@[^@\\s]+")) {
            throw new Failure("'" + first + "' is not an e-mail address; write it as ada@school.example.");
        }
        Set<String> admitted = config.oidcDomains(domains);
        return Optional.of(new Wiring.OpenId(
                new OpenIdClient(provider, id, secret, config.oidcHosts(hosts)),
                new ProviderSignIn.Admitted(admitted, first)));
    }

    private static Failure lacks(String what) {
        return new Failure("--users oidc needs " + what + " that the OpenID provider gave; add it.");
    }

    private static URI address(String written) {
        try {
            URI address = new URI(written.strip());
            String host = address.getHost();
            boolean safe = "https".equals(address.getScheme())
                    || ("http".equals(address.getScheme()) && host != null && Config.isLoopback(host));
            if (host != null && safe && address.getQuery() == null && address.getFragment() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // told below with all others that are none
        }
        throw new Failure(
                "'" + written
                        + "' is not an address of an OpenID provider; write it as https://accounts.example, as the provider itself does.");
    }

    private static String secret(Path file) {
        String secret;
        try {
            secret = Files.readString(file).strip();
        } catch (CharacterCodingException e) {
            throw new Failure(
                    file + " is not a text file, so it does not hold the client secret; name the right file.");
        } catch (IOException e) {
            throw new Failure(file + " with the client secret cannot be read; check its name and permissions.");
        }
        if (secret.isEmpty() || secret.contains("\n")) {
            throw new Failure(file + " must hold the client secret in one line; write it there.");
        }
        return secret;
    }
}
