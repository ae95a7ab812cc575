package rejoinder;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the plan of the house; the plan itself is in {@code rejoinder/package-info.java}. */
class HouseTest {
    /** Room to the rooms that it may import. */
    private static final Map<String, Set<String>> PLAN = new TreeMap<>(Map.ofEntries(
            Map.entry("bank", Set.of()),
            Map.entry("text", Set.of()),
            Map.entry("grade", Set.of("bank", "text")),
            Map.entry("embed", Set.of("text")),
            Map.entry("pack", Set.of("bank", "text")),
            Map.entry("grader", Set.of("bank", "text", "grade")),
            Map.entry("plan", Set.of("bank", "text", "grade")),
            Map.entry("link", Set.of("bank", "text", "pack")),
            Map.entry("intake", Set.of("bank", "text", "pack")),
            Map.entry("session", Set.of("bank", "text", "grade", "plan")),
            Map.entry("account", Set.of("plan")),
            Map.entry("openid", Set.of("account")),
            Map.entry("evaluate", Set.of("bank", "text", "grade", "grader")),
            Map.entry("classroom", Set.of("bank", "grade", "plan", "session", "account")),
            Map.entry("store", Set.of("bank", "text", "grade", "pack", "plan", "session", "account", "classroom")),
            Map.entry("export", Set.of("bank", "text", "grade", "plan", "session", "pack")),
            Map.entry(
                    "api",
                    Set.of(
                            "bank",
                            "text",
                            "grade",
                            "plan",
                            "session",
                            "account",
                            "classroom",
                            "export",
                            "pack",
                            "intake")),
            Map.entry(
                    "cli",
                    Set.of(
                            "bank",
                            "text",
                            "grade",
                            "embed",
                            "pack",
                            "grader",
                            "plan",
                            "link",
                            "intake",
                            "session",
                            "account",
                            "classroom",
                            "openid",
                            "evaluate",
                            "store",
                            "export",
                            "api"))));

    /** Outside packages to the rooms that they live in. */
    private static final Map<String, Set<String>> LIBRARIES = Map.ofEntries(
            Map.entry("dev.langchain4j..", Set.of("embed")),
            Map.entry("ai.onnxruntime..", Set.of("embed")),
            Map.entry("ai.djl..", Set.of("embed")),
            Map.entry("com.vladsch.flexmark..", Set.of("pack")),
            Map.entry("org.owasp..", Set.of("pack")),
            Map.entry("com.password4j..", Set.of("account")),
            Map.entry("com.nimbusds..", Set.of("openid")),
            Map.entry("java.net.http..", Set.of("openid")), // the only way out of the program
            Map.entry("org.jdbi..", Set.of("store")),
            Map.entry("org.flywaydb..", Set.of("store")),
            Map.entry("com.zaxxer..", Set.of("store")),
            Map.entry("java.sql..", Set.of("store")), // and AnkiPackage, see below
            Map.entry("javax.sql..", Set.of("store")),
            Map.entry("org.sqlite..", Set.of("store")),
            Map.entry("org.postgresql..", Set.of("store")),
            Map.entry("io.javalin..", Set.of("api")),
            Map.entry("org.eclipse.jetty..", Set.of("api")),
            Map.entry("jakarta.servlet..", Set.of("api")),
            Map.entry("io.micrometer..", Set.of("api")),
            Map.entry("com.fasterxml.jackson..", Set.of("api", "intake", "pack", "store")),
            Map.entry("org.apache.commons..", Set.of("intake")),
            Map.entry("org.jsoup..", Set.of("intake")),
            Map.entry("org.hipparchus..", Set.of("evaluate", "plan")),
            Map.entry("picocli..", Set.of("cli")));

    private static final JavaClasses HOUSE = new ClassFileImporter()
            // ArchUnit's own option knows target/test-classes only, and the quick build has another folder
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages("rejoinder");

    @Test
    void theRoomsAreTheOnesOnThePlan() {
        Set<String> rooms = rooms();
        assertThat(PLAN.keySet()).containsAll(rooms);
        assertThat(rooms).noneMatch(room -> room.contains("."));
    }

    @Test
    void importsOnlyRunDownTheFloors() {
        PLAN.forEach((room, below) -> {
            String[] forbidden = PLAN.keySet().stream()
                    .filter(other -> !other.equals(room) && !below.contains(other))
                    .map(other -> "rejoinder." + other + "..")
                    .toArray(String[]::new);
            if (forbidden.length > 0) {
                check(noClasses()
                        .that()
                        .resideInAPackage("rejoinder." + room + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(forbidden));
            }
        });
    }

    @Test
    void thereAreNoCirclesBetweenRooms() {
        slices().matching("rejoinder.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void thereAreNoCirclesBetweenClassesOfARoom() {
        assertThat(new ClassCircles(HOUSE).found()).isEmpty();
    }

    @Test
    void eachLibraryLivesInItsRoom() {
        // an Anki package is an SQLite file of somebody else's: reading it is reading a format, and store, which keeps
        // what the program knows, has nothing to do with it. One class may do it, and only read.
        LIBRARIES.forEach((library, rooms) -> check(noClasses()
                .that(DescribedPredicate.not(resideInAnyPackage(
                        rooms.stream().map(room -> "rejoinder." + room).toArray(String[]::new))))
                .and(DescribedPredicate.not(
                        name(library.equals("java.sql..") ? "rejoinder.intake.AnkiPackage" : "none")))
                .should()
                .dependOnClassesThat(resideInAPackage(library))));
    }

    @Test
    void onlyTheWiringReadsTheClock() {
        check(noClasses()
                .that()
                .doNotHaveFullyQualifiedName("rejoinder.cli.Wiring")
                .should(callMethodWhere(new DescribedPredicate<JavaAccess<?>>("the clock is read") {
                    @Override
                    public boolean test(JavaAccess<?> access) {
                        String called = access.getTarget().getFullName();
                        return called.startsWith("java.lang.System.currentTimeMillis(")
                                || called.startsWith("java.time.Clock.system")
                                || called.startsWith("java.time.InstantSource.system")
                                || (called.startsWith("java.time.") && called.endsWith(".now()"));
                    }
                })));
    }

    @Test
    void onlyTheWiringRollsDice() {
        check(noClasses()
                .that()
                .doNotHaveFullyQualifiedName("rejoinder.cli.Wiring")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.security.SecureRandom")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID"));
    }

    @Test
    void onlyTheCommandLinePrints() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("rejoinder.cli")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err"));
    }

    @Test
    void everyRoomSaysWhatItIsFor() throws IOException {
        for (String room : rooms()) {
            Path text = Path.of("src/main/java/rejoinder", room, "package-info.java");
            assertThat(text).exists();
            assertThat(Files.readString(text)).contains("/**").contains("@NullMarked");
        }
    }

    @Test
    void thePlanNamesEveryRoomAndTheReadmeCountsThem() throws IOException {
        String plan = Files.readString(Path.of("src/main/java/rejoinder/package-info.java"));
        List<String> floors =
                plan.lines().filter(line -> line.startsWith(" * floor ")).toList();
        assertThat(rooms()).allSatisfy(room -> assertThat(floors).anyMatch(floor -> floor.contains(" " + room + " ")));
        assertThat(Files.readString(Path.of("README.md")))
                .contains(rooms().size() + " rooms on " + floors.size() + " floors");
    }

    @Test
    void namesAreNotCorridors() {
        List<String> vague = List.of("Manager", "Helper", "Util", "Utils", "Service", "Impl", "DTO", "Base", "Common");
        for (String word : vague) {
            check(classes().should().haveSimpleNameNotEndingWith(word));
        }
    }

    private static Set<String> rooms() {
        return HOUSE.stream()
                .map(type -> type.getPackageName().replaceFirst("^rejoinder\\.?", ""))
                .filter(room -> !room.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(HOUSE);
    }
}
