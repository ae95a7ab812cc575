package rejoinder.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Settings that a flag, the environment or a default gives, in that order.
 *
 * @param environment the process environment
 * @param system the Java system properties that name the platform and the user's folder
 */
record Config(Map<String, String> environment, Map<String, String> system) {
    private static final Pattern HOST_NAME =
            Pattern.compile("[\\p{L}0-9_-]+(?:\\.[\\p{L}0-9_-]+)*|\\[?[0-9a-f:]+:[0-9a-f:.]*]?");
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-f]*:[0-9a-f:.]+");

    /** The port that the README names. */
    static final int DEFAULT_PORT = 7070;

    /** The address that only this machine reaches. */
    static final String DEFAULT_HOST = "127.0.0.1";

    /** The settings of this process. */
    static Config ofProcess() {
        return new Config(
                System.getenv(),
                Map.of(
                        "os.name",
                        System.getProperty("os.name", ""),
                        "user.home",
                        System.getProperty("user.home", ".")));
    }

    /** Port: the flag, {@code REJOINDER_PORT}, 7070. Zero picks a free one. */
    int port(Optional<Integer> flag) {
        int port =
                flag.orElseGet(() -> set("REJOINDER_PORT").map(Config::number).orElse(DEFAULT_PORT));
        if (port < 0 || port > 65_535) {
            throw new Failure("Port " + port + " does not exist; choose 0 (any free one) to 65535.");
        }
        return port;
    }

    /** Host to bind: the flag, {@code REJOINDER_HOST}, 127.0.0.1. */
    String host(Optional<String> flag) {
        return flag.or(() -> set("REJOINDER_HOST")).orElse(DEFAULT_HOST);
    }

    /** Names that are answered to beside those of this machine: the flags, {@code REJOINDER_ALLOWED_HOST}, none. */
    Set<String> allowedHosts(List<String> flags) {
        return checked(
                list(flags, "REJOINDER_ALLOWED_HOST"),
                HOST_NAME,
                "not a host name; write it as interviews.example, without http:// and port");
    }

    /** Addresses of proxies that are trusted: the flags, {@code REJOINDER_TRUST_PROXY}, none. */
    Set<String> trustedProxies(List<String> flags) {
        return checked(list(flags, "REJOINDER_TRUST_PROXY"), ADDRESS, "not an IP address; write it as 127.0.0.1");
    }

    /** Issuer of the OpenID provider: the flag, {@code REJOINDER_OIDC_ISSUER}, none. */
    Optional<String> oidcIssuer(Optional<String> flag) {
        return flag.or(() -> set("REJOINDER_OIDC_ISSUER"));
    }

    /** What the OpenID provider calls this server: the flag, {@code REJOINDER_OIDC_CLIENT}, none. */
    Optional<String> oidcClient(Optional<String> flag) {
        return flag.or(() -> set("REJOINDER_OIDC_CLIENT"));
    }

    /** The secret by which the OpenID provider knows this server: {@code REJOINDER_OIDC_SECRET}; never a flag, which every program on the machine could read. */
    Optional<String> oidcSecret() {
        return set("REJOINDER_OIDC_SECRET").map(String::strip);
    }

    /** E-mail address of the first administrator: the flag, {@code REJOINDER_OIDC_ADMIN}, none. */
    Optional<String> oidcAdmin(Optional<String> flag) {
        return flag.or(() -> set("REJOINDER_OIDC_ADMIN")).map(String::strip);
    }

    /** Domains whose e-mail addresses need no invitation: the flags, {@code REJOINDER_OIDC_DOMAIN}, none. */
    Set<String> oidcDomains(List<String> flags) {
        return checked(list(flags, "REJOINDER_OIDC_DOMAIN"), HOST_NAME, "not a domain; write it as school.example");
    }

    /** Hosts of the OpenID provider besides the issuer's: the flags, {@code REJOINDER_OIDC_HOST}, none. */
    Set<String> oidcHosts(List<String> flags) {
        return checked(
                list(flags, "REJOINDER_OIDC_HOST"),
                HOST_NAME,
                "not a host name; write it as keys.example, without https:// and port");
    }

    private List<String> list(List<String> flags, String name) {
        return flags.isEmpty()
                ? set(name).map(value -> List.of(value.split(",", -1))).orElse(List.of())
                : flags;
    }

    private static Set<String> checked(List<String> values, Pattern allowed, String fault) {
        Set<String> checked = new TreeSet<>();
        for (String value : values) {
            String one = value.strip().toLowerCase(Locale.ROOT);
            if (!allowed.matcher(one).matches()) {
                throw new Failure("'" + one + "' is " + fault + ".");
            }
            checked.add(one);
        }
        return checked;
    }

    /** Folder of the candidate's data: the flag, {@code REJOINDER_DATA}, the platform's place for application data. */
    Path data(Optional<Path> flag) {
        return flag.or(() -> set("REJOINDER_DATA").map(Path::of)).orElseGet(this::platformData);
    }

    /** Address of a database other than the data folder's: the flag, {@code REJOINDER_DATABASE}, none. */
    Optional<String> database(Optional<String> flag) {
        return flag.or(() -> set("REJOINDER_DATABASE"));
    }

    /** Folder of packs: the flag, {@code REJOINDER_CONTENT}; empty means the bank that ships with Rejoinder. */
    Optional<Path> content(Optional<Path> flag) {
        return flag.or(() -> set("REJOINDER_CONTENT").map(Path::of));
    }

    /** Folder of the sentence model that compares questions: the flag, {@code REJOINDER_MEANING_MODEL}; empty means the shipped one. */
    Optional<Path> meaningModel(Optional<Path> flag) {
        return flag.or(() -> set("REJOINDER_MEANING_MODEL").map(Path::of));
    }

    /** Whether only this machine reaches an address. */
    static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.equals("::1") || name.matches("127(\\.\\d{1,3}){3}");
    }

    private Path platformData() {
        String platform = system.getOrDefault("os.name", "").toLowerCase(Locale.ROOT);
        Path home = Path.of(system.getOrDefault("user.home", "."));
        if (platform.contains("win")) {
            return set("APPDATA").map(Path::of).orElse(home).resolve("Rejoinder");
        }
        if (platform.contains("mac")) {
            return home.resolve("Library/Application Support/Rejoinder");
        }
        return set("XDG_DATA_HOME")
                .map(Path::of)
                .orElse(home.resolve(".local/share"))
                .resolve("rejoinder");
    }

    private Optional<String> set(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new Failure("REJOINDER_PORT is '" + text + "', which is not a port number; set it to 0 to 65535.");
        }
    }
}
