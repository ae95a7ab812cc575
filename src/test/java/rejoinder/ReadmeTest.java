package rejoinder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README says what there is: each command, each setting, each route; and the top level holds nothing else than the plan says. */
class ReadmeTest {
    private static final Path COMMANDS = Path.of("src/main/java/rejoinder/cli");

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }

    private static List<String> matches(String pattern, Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(file));
                while (matcher.find()) {
                    found.add(matcher.group(1));
                }
            }
        }
        return found;
    }

    @Test
    void everyCommandIsNamed() throws IOException {
        List<String> commands = matches("@Command\\(\\s*name = \"([a-z]+)\"", COMMANDS);
        commands.remove("rejoinder");
        assertThat(commands)
                .hasSizeGreaterThan(4)
                .allSatisfy(command ->
                        assertThat(readme()).contains("| `" + command + " ").as(command));
    }

    @Test
    void everySettingIsNamed() throws IOException {
        Set<String> settings = new TreeSet<>(matches("\"(REJOINDER_[A-Z]+)\"", COMMANDS));
        assertThat(settings)
                .hasSizeGreaterThan(3)
                .allSatisfy(setting -> assertThat(readme()).contains(setting));
    }

    @Test
    void everyRouteIsNamed() throws IOException {
        List<String> paths = new ArrayList<>();
        new ObjectMapper()
                .readTree(Files.readString(Path.of("src/main/resources/rejoinder/api/openapi.json")))
                .path("paths")
                .fieldNames()
                .forEachRemaining(paths::add);
        assertThat(paths)
                .hasSizeGreaterThan(10)
                .allSatisfy(path -> assertThat(readme()).contains("`" + path + "`"));
    }

    @Test
    void everyPictureIsThere() throws IOException {
        Matcher pictures = Pattern.compile("!\\[[^]]*]\\(([^)]+)\\)").matcher(readme());
        int count = 0;
        while (pictures.find()) {
            count++;
            assertThat(Path.of(pictures.group(1))).isRegularFile();
        }
        assertThat(count).isPositive();
    }

    @Test
    void theTopLevelHoldsNothingElse() throws IOException {
        try (Stream<Path> entries = Files.list(Path.of("."))) {
            assertThat(entries.map(path -> path.getFileName().toString())
                            .filter(name -> !name.startsWith("."))
                            // what a Java machine leaves behind when it is ended by force; git ignores it too
                            .filter(name -> !name.startsWith("hs_err_pid")))
                    .isSubsetOf("pom.xml", "src", "content", "web", "README.md", "target");
        }
    }
}
