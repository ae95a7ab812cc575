package rejoinder.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Settings that a flag, the environment or a default gives, in that order.
 *
 * @param environment the process environment
 * @param system the Java system properties that name the platform and the user's folder
 */
record Config(Map<String, String> environment, Map<String, String> system) {
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

    /** Folder of the candidate's data: the flag, {@code REJOINDER_DATA}, the platform's place for application data. */
    Path data(Optional<Path> flag) {
        return flag.or(() -> set("REJOINDER_DATA").map(Path::of)).orElseGet(this::platformData);
    }

    /** Folder of packs: the flag, {@code REJOINDER_CONTENT}; empty means the bank that ships with Rejoinder. */
    Optional<Path> content(Optional<Path> flag) {
        return flag.or(() -> set("REJOINDER_CONTENT").map(Path::of));
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
            throw new Failure("REJOINDER_PORT is '" + text + "', which is no port number; set it to 0 to 65535.");
        }
    }
}
