package rejoinder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the packages are made of; {@code PackagedImageIT} starts what they become. */
class PackageFilesTest {
    private static final Path FOLDER = Path.of("src/package");

    private static String text(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name));
    }

    private static String setting(String name) throws IOException {
        Matcher line = Pattern.compile("(?m)^" + name + "=(.*)$").matcher(text("rejoinder.service"));
        assertThat(line.find()).as(name).isTrue();
        return line.group(1);
    }

    @Test
    void theUnitStartsTheServerByACommandThatThereIs() throws IOException {
        List<String> words = List.of(setting("ExecStart").split(" "));
        assertThat(words.get(0)).isEqualTo("/usr/bin/rejoinder");
        assertThat(words.get(words.size() - 1)).isEqualTo("$REJOINDER_OPTIONS");
        String[] command = words.subList(1, words.size() - 1).toArray(String[]::new);
        CommandLine.ParseResult parsed = Main.commandLine(command).parseArgs(command);
        assertThat(parsed.subcommand().commandSpec().name()).isEqualTo("serve");
    }

    @Test
    void theUnitRunsAsAUserOfItsOwnThatCanWriteOnlyItsData() throws IOException {
        assertThat(setting("User")).isEqualTo("rejoinder");
        assertThat(setting("NoNewPrivileges")).isEqualTo("yes");
        assertThat(setting("ProtectSystem")).isEqualTo("strict");
        assertThat(setting("ProtectHome")).isEqualTo("yes");
        assertThat(setting("PrivateTmp")).isEqualTo("yes");
        assertThat(setting("StateDirectory")).isEqualTo("rejoinder");
        assertThat(setting("Environment")).isEqualTo("REJOINDER_DATA=/var/lib/rejoinder");
        // the compiler of the Java machine writes code and runs it
        assertThat(text("rejoinder.service")).doesNotContain("MemoryDenyWriteExecute");
    }

    @Test
    void aStopThatWasAskedForIsNoFailure() throws IOException {
        assertThat(setting("SuccessExitStatus")).isEqualTo("143");
        assertThat(setting("Restart")).isEqualTo("on-failure");
    }

    @Test
    void thePackageMakesTheUserThatTheUnitRunsAs() throws IOException {
        assertThat(text("debian/postinst"))
                .contains("adduser --quiet --system --group")
                .contains(" rejoinder\n");
        assertThat(text("debian/control")).containsPattern("Depends: .*\\badduser\\b");
    }

    @Test
    void removingKeepsTheAnswersAndPurgingTakesThem() throws IOException {
        assertThat(text("debian/prerm")).doesNotContain("rm ");
        assertThat(text("debian/postrm")).containsPattern("purge \\]; then\n *rm -rf /var/lib/rejoinder");
    }

    @Test
    void theContainerDoesNotRunAsRootAndAsksForReadiness() throws IOException {
        String recipe = text("Containerfile");
        assertThat(recipe).containsPattern("(?m)^USER (?!root|0)");
        assertThat(recipe).containsPattern("HEALTHCHECK[^\n]*\\\\\n[^\n]*/api/health/ready");
        assertThat(recipe).contains("COPY --from=build");
    }
}
