package rejoinder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the plan of {@code web/}: {@code main.js} loads pages, a page imports components, a component imports {@code lib} and {@code api.js}, and nothing imports
 * upwards. A page is a file whose name ends in {@code -page.js}.
 */
class WebFolderTest {
    private static final Path WEB = Path.of("web");
    private static final Path ENTRY = Path.of("main.js");
    private static final Path API = Path.of("api.js");

    /** The only file that turns text into markup. */
    private static final Path MARKUP = Path.of("lib/markup.js");

    /** Loaded by a script tag of its own, before the first paint. */
    private static final Path THEME = Path.of("lib/theme.js");

    private static final Set<String> FOLDERS = Set.of("lib", "answer", "review", "practice", "bank", "people", "home");

    /** Folder to the folders whose components it may use. A marked answer is shown wherever somebody answers; what mastery means is said wherever topics stand. */
    private static final Map<String, Set<String>> BORROWED = Map.of(
            "answer", Set.of("review", "practice"),
            "review", Set.of("practice"),
            "practice", Set.of("answer", "review"),
            "bank", Set.of("practice"),
            "people", Set.of("answer", "practice"),
            "home", Set.of("answer", "review", "practice", "bank", "people"));

    private static final Pattern COMMENT =
            Pattern.compile("/\\*.*?\\*/|(?<=^|[\\s;{}])//[^\\n]*", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern IMPORT = Pattern.compile(
            "\\bimport\\s*\\(\\s*'([^']+)'\\s*\\)|\\b(?:import|from)\\s+'([^']+)'|@import\\s[^']*'([^']+)'");
    private static final Pattern REQUEST =
            Pattern.compile("\\b(?:fetch\\s*\\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource|importScripts)");
    private static final Pattern SETS_MARKUP = Pattern.compile(
            "unsafe-html|unsafe-svg|unsafe-mathml|static-html|\\b(?:innerHTML|outerHTML|srcdoc)\\s*=[^=]|\\.(?:insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|parseFromString)\\b|\\bdocument\\.write");
    private static final Pattern IMPORT_MAP_KEY = Pattern.compile("\"([^\"]+)\": \"/lib/npm/");

    private final Map<Path, String> code = new TreeMap<>();
    private final Map<Path, Set<Path>> imports = new TreeMap<>();

    WebFolderTest() throws IOException {
        try (Stream<Path> files = Files.walk(WEB)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".js")).toList()) {
                String source = Files.readString(file);
                Path name = WEB.relativize(file);
                // a line break stays, so that what comes before and after a comment does not run together
                code.put(name, COMMENT.matcher(source).replaceAll("\n"));
            }
        }
        code.forEach((file, source) -> imports.put(
                file,
                targets(source)
                        .filter(target -> target.startsWith("."))
                        .map(target -> file.resolveSibling(target).normalize())
                        .collect(Collectors.toCollection(TreeSet::new))));
    }

    private static Stream<String> targets(String source) {
        return IMPORT.matcher(source)
                .results()
                .flatMap(found -> Stream.of(found.group(1), found.group(2), found.group(3)))
                .filter(target -> target != null);
    }

    @Test
    void everyImportLeadsToAFileOrToALibraryOfTheImportMap() throws IOException {
        List<String> known = IMPORT_MAP_KEY
                .matcher(Files.readString(WEB.resolve("index.html")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(known).contains("lit", "lit/");
        List<String> lost = new ArrayList<>();
        for (Path file : code.keySet()) {
            // the types that comments name are imports too
            targets(Files.readString(WEB.resolve(file))).forEach(target -> {
                boolean found = target.startsWith(".")
                        ? Files.isRegularFile(WEB.resolve(file).resolveSibling(target))
                        : known.stream()
                                .anyMatch(key -> key.endsWith("/") ? target.startsWith(key) : target.equals(key));
                if (!found) {
                    lost.add(file + " imports " + target);
                }
            });
        }
        assertThat(lost).isEmpty();
    }

    @Test
    void everyFolderIsOnThePlan() {
        assertThat(code.keySet().stream()
                        .filter(file -> file.getNameCount() > 1)
                        .map(WebFolderTest::folder))
                .hasSizeGreaterThan(50)
                .isSubsetOf(FOLDERS);
        assertThat(code.keySet().stream().filter(file -> file.getNameCount() == 1))
                .containsExactlyInAnyOrder(ENTRY, API);
    }

    @Test
    void importsOnlyRunDownTheFloors() {
        assertThat(badImports((file, target) -> floor(target) > floor(file))).isEmpty();
    }

    @Test
    void noPageImportsAPage() {
        assertThat(badImports((file, target) -> isPage(file) && isPage(target))).isEmpty();
    }

    @Test
    void componentsComeFromTheOwnFolderOrFromOneThatLendsThem() {
        assertThat(badImports((file, target) -> floor(file) > 1
                        && floor(file) < 4
                        && floor(target) == 2
                        && !folder(file).equals(folder(target))
                        && !BORROWED.getOrDefault(folder(file), Set.of()).contains(folder(target))))
                .isEmpty();
    }

    @Test
    void thereAreNoCirclesBetweenFiles() {
        List<String> circles = new ArrayList<>();
        Set<Path> done = new HashSet<>();
        imports.keySet().forEach(file -> walk(file, new ArrayList<>(), done, circles));
        assertThat(circles).isEmpty();
    }

    private void walk(Path file, List<Path> way, Set<Path> done, List<String> circles) {
        int begun = way.indexOf(file);
        if (begun >= 0) {
            circles.add(way.subList(begun, way.size()) + " and back to " + file);
        } else if (!done.contains(file)) {
            way.add(file);
            imports.getOrDefault(file, Set.of()).forEach(target -> walk(target, way, done, circles));
            way.remove(way.size() - 1);
            done.add(file);
        }
    }

    @Test
    void everyFileIsReachedFromTheEntry() {
        Set<Path> reached = new TreeSet<>(Set.of(THEME));
        List<Path> open = new ArrayList<>(List.of(ENTRY));
        while (!open.isEmpty()) {
            Path file = open.remove(open.size() - 1);
            if (reached.add(file)) {
                open.addAll(imports.getOrDefault(file, Set.of()));
            }
        }
        // holds types only, which comments name
        reached.add(Path.of("lib/types.js"));
        assertThat(code.keySet()).isSubsetOf(reached);
    }

    @Test
    void onlyTheApiFileAsksTheServer() {
        assertThat(filesWith(REQUEST)).containsExactly(API);
    }

    @Test
    void onlyOneFileSetsMarkup() {
        assertThat(filesWith(SETS_MARKUP)).containsExactly(MARKUP);
    }

    private List<Path> filesWith(Pattern pattern) {
        return code.entrySet().stream()
                .filter(entry -> pattern.matcher(entry.getValue()).find())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A rule that an import breaks. */
    private interface Broken {
        boolean by(Path file, Path target);
    }

    private List<String> badImports(Broken broken) {
        return imports.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .filter(target -> broken.by(entry.getKey(), target))
                        .map(target -> entry.getKey() + " imports " + target))
                .toList();
    }

    private static int floor(Path file) {
        if (file.equals(ENTRY)) {
            return 4;
        }
        if (isPage(file)) {
            return 3;
        }
        return file.equals(API) || folder(file).equals("lib") ? 1 : 2;
    }

    private static boolean isPage(Path file) {
        return file.toString().endsWith("-page.js");
    }

    private static String folder(Path file) {
        return file.getNameCount() > 1 ? file.getName(0).toString() : "";
    }
}
