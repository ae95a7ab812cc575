package rejoinder.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rejoinder.account.Role;
import rejoinder.bank.Question;
import rejoinder.grade.Grade;
import rejoinder.grade.Grader;
import rejoinder.grade.GraderStamp;
import rejoinder.plan.CandidateId;
import rejoinder.plan.Hints;
import rejoinder.plan.Review;
import rejoinder.session.Regrading;
import rejoinder.session.SessionClock;
import rejoinder.session.SessionId;
import rejoinder.session.StoreException;
import rejoinder.session.TestGrader;
import rejoinder.store.ArchivedPacks;
import rejoinder.store.Backups;
import rejoinder.store.Database;

class RestoredArchiveTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    /** One that takes "um" for nothing. */
    private static final class Newer implements Grader {
        @Override
        public Grade grade(Question question, String answer) {
            return new TestGrader().grade(question, answer.replace("um", ""));
        }

        @Override
        public GraderStamp stamp() {
            return new GraderStamp("test-2", "no-model", "none");
        }
    }

    @TempDir
    private Path folder;

    @Test
    void whatSomebodyTookAlongFromASharedServerIsTheirsAtHome() throws IOException {
        String written;
        try (SharedServer shared = new SharedServer(folder.resolve("shared"))) {
            shared.join("Ada", Role.ADMIN);
            SignedIn ben = shared.join("Ben", Role.CANDIDATE);
            JsonNode session = ben.post(
                            "/api/sessions",
                            "{\"mode\":\"interview\",\"topics\":[{\"id\":\"topic-0\"}],\"questions\":1,\"pace\":{\"kind\":\"untimed\"}}")
                    .json();
            ben.put(
                    RunningServer.draft(session, 0),
                    RunningServer.draftBody(
                            0, "gate um", session.get("writeLock").textValue()));
            ben.post(RunningServer.path(session) + "/submit", "");
            shared.server.useCases.owed().gradeAll();
            written = ben.get(RunningServer.path(session)).text();
            Files.write(archive(), ben.get("/api/export.zip").body());
        }
        assertThatThrownBy(() -> Backups.restore(archive(), folder.resolve("shared"), NOW))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("2 accounts");
        Backups.restore(archive(), folder.resolve("home"), NOW);
        try (Database database = Database.open(folder.resolve("home"));
                RunningServer home = new RunningServer(new WebRoot.OnClassPath(), RunningServer.Stores.of(database))) {
            String id = home.get("/api/sessions").json().at("/sessions/0/id").textValue();
            assertThat(home.get("/api/sessions/" + id).text()).isEqualTo(written);
            assertThat(database.accounts().accounts()).isEmpty();
        }
    }

    @Test
    void whatWasLeftBlankIsStillNoAnswerAfterARestore() throws IOException {
        List<String> before;
        try (Database database = Database.open(folder.resolve("old"));
                RunningServer server =
                        new RunningServer(new WebRoot.OnClassPath(), RunningServer.Stores.of(database))) {
            JsonNode session = server.start(2);
            done(server.type(session, 0, "gate"));
            server.finish(session);
            assertThat(database.reviews().reviews(CandidateId.LOCAL))
                    .extracting(Review::blank)
                    .containsExactlyInAnyOrder(false, true);
            before = shown(server);
            Files.write(archive(), server.get("/api/export.zip").body());
        }
        Backups.restore(archive(), folder.resolve("new"), NOW);
        try (Database database = Database.open(folder.resolve("new"));
                RunningServer server =
                        new RunningServer(new WebRoot.OnClassPath(), RunningServer.Stores.of(database))) {
            assertThat(database.reviews().reviews(CandidateId.LOCAL))
                    .extracting(Review::blank)
                    .containsExactlyInAnyOrder(false, true);
            assertThat(shown(server)).isEqualTo(before);
        }
    }

    private Path archive() {
        return folder.resolve("rejoinder.zip");
    }

    /** What is shown of a history: every session, the plan, and the archive itself. */
    static List<String> shown(RunningServer server) {
        List<String> shown = new ArrayList<>();
        for (String path : List.of(
                "/api/home",
                "/api/sessions",
                "/api/plan",
                "/api/weak-points",
                "/api/wordings",
                "/api/confidence",
                "/api/data",
                "/api/topics/topic-0",
                "/api/questions/topic-0/question-0/attempts",
                "/api/questions/topic-0/question-0/note")) {
            shown.add(path + " " + server.get(path).text());
        }
        server.get("/api/sessions").json().findValues("id").forEach(id -> {
            String path = "/api/sessions/" + id.textValue();
            shown.add(server.get(path).text());
            shown.add(server.get(path + "/kept").text());
        });
        shown.add(new String(server.get("/api/export.zip").body(), StandardCharsets.ISO_8859_1));
        return shown;
    }

    /** Interviews and practice with everything that a candidate can leave behind. */
    static void live(RunningServer server, Database database) {
        JsonNode interview = server.start(2);
        done(server.type(interview, 0, "half-gate, no bell um blah \u001e \u2028 \ud83d\ude00"));
        assertThat(server.type(interview, 0, 7, "too late").status()).isEqualTo(409);
        server.finish(interview);
        String place = RunningServer.path(interview) + "/questions/0";
        done(server.post(place + "/corrections", "{\"point\":\"gate\",\"credit\":1,\"quote\":\"half-gate\"}"));
        done(server.post(
                place + "/corrections", "{\"point\":\"bell\",\"credit\":1,\"quote\":\"it chimes\",\"accept\":true}"));
        done(server.put("/api/questions/topic-0/question-0/note", "{\"text\":\"again\"}"));
        server.clock.forward(Duration.ofDays(2));
        JsonNode practice = server.startPicked("practice", "topic-0/question-0", "talk/yourself");
        done(server.type(practice, 0, "gate"));
        String asked = RunningServer.path(practice) + "/questions/0";
        done(server.post(asked + "/settle", ""));
        done(server.post(asked + "/drills", "{\"point\":\"bell\",\"text\":\"bell\"}"));
        done(server.put(asked + "/practice", "{\"rating\":2,\"again\":true}"));
        new Regrading(database.sessions(), new Newer(), new Hints(RunningServer.bank()), new SessionClock(server.clock))
                .regrade(CandidateId.LOCAL, new SessionId(interview.get("id").textValue()), true);
        server.clock.forward(Duration.ofHours(5));
        JsonNode open = server.start(3);
        done(server.type(open, 1, "typed, not handed in"));
    }

    private static void done(RunningServer.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isLessThan(300);
    }

    private List<String> export(Path data) throws IOException {
        try (Database database = Database.open(data);
                RunningServer server =
                        new RunningServer(new WebRoot.OnClassPath(), RunningServer.Stores.of(database))) {
            live(server, database);
            Files.write(archive(), server.get("/api/export.zip").body());
            return shown(server);
        }
    }

    @Test
    void anArchiveRestoredOnAnEmptyFolderShowsTheSameHistoryPlanAndGradesToTheByte() throws IOException {
        List<String> before = export(folder.resolve("old"));
        Path fresh = folder.resolve("new");
        Backups.Comparison found = Backups.compare(archive(), fresh);
        assertThat(found)
                .isEqualTo(new Backups.Comparison(
                        true, found.version(), new Backups.Contents(3, 3), Optional.empty(), false));
        assertThat(found.version()).matches("\\d{3}");
        assertThat(fresh).doesNotExist();
        assertThat(Backups.restore(archive(), fresh, NOW)).isEqualTo(new Backups.Contents(3, 3));
        try (Database database = Database.open(fresh);
                RunningServer server =
                        new RunningServer(new WebRoot.OnClassPath(), RunningServer.Stores.of(database))) {
            server.clock.forward(Duration.ofDays(2).plusHours(5));
            assertThat(shown(server)).isEqualTo(before);
        }
    }

    @Test
    void anArchiveThatARunningServerTakesInShowsTheSameToTheByteAndWhatWasThereIsKept() throws IOException {
        List<String> before = export(folder.resolve("old"));
        Path other = folder.resolve("other");
        try (Database database = Database.open(other);
                RunningServer server =
                        new RunningServer(new WebRoot.OnClassPath(), RunningServer.Stores.of(database, other))) {
            JsonNode mine = server.start(1);
            done(server.type(mine, 0, "mine"));
            server.finish(mine);
            done(server.put("/api/questions/topic-0/question-0/note", "{\"text\":\"mine\"}"));
            assertThat(server.get("/api/plan").status()).isEqualTo(200);
            RunningServer.Answer damaged = send(server, "/api/restore", Arrays.copyOf(bytes(archive()), 900));
            assertThat(damaged.status()).isEqualTo(422);
            assertThat(server.get("/api/data").json().get("sessions").intValue())
                    .isEqualTo(1);
            JsonNode found =
                    send(server, "/api/restore/check", bytes(archive())).json();
            assertThat(found.get("sessions").intValue()).isEqualTo(3);
            assertThat(found.get("sessionsHere").intValue()).isEqualTo(1);
            done(send(server, "/api/restore", bytes(archive())));
            server.clock.forward(Duration.ofDays(2).plusHours(5));
            assertThat(shown(server)).isEqualTo(before);
        }
        assertThat(other.resolve("backups").toFile().list())
                .singleElement()
                .satisfies(name -> assertThat(
                                Backups.compare(other.resolve("backups").resolve(name), folder.resolve("none"))
                                        .contents())
                        .isEqualTo(new Backups.Contents(1, 1)));
    }

    private static byte[] bytes(Path file) throws IOException {
        return Files.readAllBytes(file);
    }

    private static RunningServer.Answer send(RunningServer server, String path, byte[] archive) {
        return server.send(
                "POST", path, HttpRequest.BodyPublishers.ofByteArray(archive), "Content-Type", "application/zip");
    }

    /** An archive that says what its own packs are. */
    private Path withPacks(String name, String pack, String listed) throws IOException {
        Path file = folder.resolve("packs.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file));
                ZipFile old = new ZipFile(archive().toFile())) {
            for (ZipEntry entry : java.util.Collections.list(old.entries())) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                old.getInputStream(entry).transferTo(zip);
            }
            for (var one : ArchivedPacks.files(java.util.Map.of(name, listed)).entrySet()) {
                zip.putNextEntry(new ZipEntry(one.getKey()));
                zip.write((one.getKey().endsWith(".md") ? pack : one.getValue()).getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    @Test
    void ownPacksComeBackWholeAndThoseThatWereThereAreKept() throws IOException {
        export(folder.resolve("old"));
        Path data = folder.resolve("new");
        Files.createDirectories(data.resolve("packs"));
        Files.writeString(data.resolve("packs/mine.md"), "mine");
        Path file = withPacks("a/knots.md", "# Knots", "# Knots");
        assertThat(Backups.packs(file, data)).isEqualTo(new Backups.PackCounts(Optional.of(1), 1));
        Backups.restore(file, data, NOW);
        assertThat(data.resolve("packs/a/knots.md")).hasContent("# Knots");
        assertThat(data.resolve("packs/mine.md")).doesNotExist();
        assertThat(data.resolve("backups/replaced-20260304-050607-packs/mine.md"))
                .hasContent("mine");
    }

    @ParameterizedTest
    @CsvSource({"knots.md,changed", "../knots.md,same", "/tmp/knots.md,same"})
    void packsThatWereChangedOrWouldLieElsewhereAreRefusedBeforeAnythingIsWritten(String name, String pack)
            throws IOException {
        export(folder.resolve("old"));
        Path data = folder.resolve("new");
        Path file = withPacks(name, pack, "same");
        assertThatThrownBy(() -> Backups.restore(file, data, NOW))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is not the one that was exported");
        assertThat(data).doesNotExist();
    }

    @Test
    void whatAnArchiveReplacesIsSaidBeforeAndKept() throws IOException {
        export(folder.resolve("old"));
        Path other = folder.resolve("other");
        try (Database database = Database.open(other);
                RunningServer server =
                        new RunningServer(new WebRoot.OnClassPath(), RunningServer.Stores.of(database))) {
            server.start(1);
        }
        assertThat(Backups.compare(archive(), other).replaced()).hasValue(new Backups.Contents(1, 0));
        Backups.restore(archive(), other, NOW);
        Path kept = other.resolve("backups/replaced-20260304-050607.db");
        assertThat(Backups.compare(kept, other).contents()).isEqualTo(new Backups.Contents(1, 0));
        assertThat(Backups.compare(kept, other).replaced()).hasValue(new Backups.Contents(3, 3));
    }

    @ParameterizedTest
    @CsvSource({
        "a row taken out, 'was changed or damaged: the rows of correction are not those'",
        "a letter changed, 'was changed or damaged: the rows of asked are not those'",
        "newer, was written by a newer Rejoinder (version 999)",
        "no rows, is a damaged archive",
        "cut, is a damaged archive",
        "a strange column, 'holds other columns in table note than this version has'"
    })
    void anArchiveThatIsNotWholeIsRefusedAndTheDataStays(String damage, String told) throws IOException {
        Path data = folder.resolve("old");
        export(data);
        byte[] before = Files.readAllBytes(data.resolve(Database.FILE));
        switch (damage) {
            case "a row taken out" -> rewrite("rows/correction.jsonl", text -> text.substring(text.indexOf('\n') + 1));
            case "a letter changed" -> rewrite("rows/asked.jsonl", text -> text.replace("half-gate", "whole-gate"));
            case "newer" -> rewrite("rows/list.json", text -> text.replaceAll("(\"version\" : )\"\\d+\"", "$1\"999\""));
            case "no rows" -> rewrite("rows/list.json", text -> "");
            case "a strange column" -> rewrite("rows/note.jsonl", text -> text.replace("\"content\"", "\"a) --\""));
            default -> {
                byte[] bytes = Files.readAllBytes(archive());
                Files.write(archive(), Arrays.copyOf(bytes, bytes.length / 2));
            }
        }
        assertThatThrownBy(() -> Backups.restore(archive(), data, NOW))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith(archive() + " " + told);
        assertThat(Files.readAllBytes(data.resolve(Database.FILE))).isEqualTo(before);
    }

    private void rewrite(String name, UnaryOperator<String> change) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile zip = new ZipFile(archive().toFile());
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write((entry.getName().equals(name) ? change.apply(text) : text).getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        Files.write(archive(), bytes.toByteArray());
    }
}
