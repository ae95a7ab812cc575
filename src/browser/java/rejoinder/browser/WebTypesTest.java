package rejoinder.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The front end keeps to the types that its comments name: TypeScript reads it as strictly as it can. It runs on Node.js; where that is not there, this is said. */
class WebTypesTest {
    /** Artefacts of {@code org.webjars.npm} to the names that npm has for them. */
    private static final Map<String, String> PACKAGES = Map.of(
            "typescript", "typescript",
            "lit", "lit",
            "lit-html", "lit-html",
            "lit-element", "lit-element",
            "lit__reactive-element", "@lit/reactive-element",
            "types__trusted-types", "@types/trusted-types");

    @Test
    void theFrontEndKeepsToItsTypes(@TempDir Path folder) throws IOException, InterruptedException {
        if (!nodeIsThere()) {
            String reason = "there is no node on the path; install Debian's package nodejs";
            if (System.getenv("CI") != null) {
                throw new AssertionError("The types of web/ cannot be checked: " + reason + ".");
            }
            System.err.println("Skipped the types of web/: " + reason + ".");
            abort(reason);
        }
        Path modules = folder.resolve("node_modules");
        for (Map.Entry<String, String> wanted : PACKAGES.entrySet()) {
            unpack(wanted.getKey(), modules.resolve(wanted.getValue()));
        }
        Path settings = Files.writeString(
                folder.resolve("tsconfig.json"), """
                {
                  "compilerOptions": {
                    "checkJs": true, "allowJs": true, "strict": true, "noUncheckedIndexedAccess": true, "noEmit": true, "skipLibCheck": true,
                    "target": "es2024", "lib": ["es2024", "dom", "dom.iterable"], "types": [], "module": "nodenext", "moduleResolution": "nodenext",
                    "paths": { "lit": ["./node_modules/lit/index.d.ts"], "lit/*": ["./node_modules/lit/*"] }
                  },
                  "include": ["%s/**/*.js"]
                }
                """.formatted(Path.of("web").toAbsolutePath()));
        Process checker = new ProcessBuilder(List.of(
                        "node",
                        modules.resolve("typescript/lib/_tsc.js").toString(),
                        "--project",
                        settings.toString(),
                        "--pretty",
                        "false"))
                .redirectErrorStream(true)
                .start();
        String said = text(checker.getInputStream());
        assertThat(said).isEmpty();
        assertThat(checker.waitFor()).isZero();
    }

    private static boolean nodeIsThere() {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node")));
    }

    /** Copies what the type checker reads out of the artefact on the class path. */
    private static void unpack(String artefact, Path into) throws IOException {
        URL properties = Objects.requireNonNull(
                WebTypesTest.class.getResource("/META-INF/maven/org.webjars.npm/" + artefact + "/pom.properties"),
                artefact + " is not on the class path");
        Properties known = new Properties();
        try (InputStream in = properties.openStream()) {
            known.load(in);
        }
        URI jar = URI.create(properties.toString().replaceFirst("!.*", ""));
        try (FileSystem files = FileSystems.newFileSystem(jar, Map.of())) {
            Path root = files.getPath("/META-INF/resources/webjars", artefact, known.getProperty("version"));
            try (Stream<Path> all = Files.walk(root)) {
                for (Path file : all.filter(WebTypesTest::isRead).toList()) {
                    Path copy = into.resolve(root.relativize(file).toString());
                    Files.createDirectories(Objects.requireNonNull(copy.getParent()));
                    Files.copy(file, copy);
                }
            }
        }
    }

    private static boolean isRead(Path file) {
        String name = file.toString();
        return name.endsWith(".d.ts") || name.endsWith("package.json") || name.endsWith("/_tsc.js");
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
}
