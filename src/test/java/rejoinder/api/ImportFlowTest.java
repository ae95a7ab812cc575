package rejoinder.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rejoinder.bank.QuestionId;

/** Importing by HTTP: nothing is written before it is wanted, everything can be taken back, and nobody's edit is lost. */
class ImportFlowTest {
    private static final String LOCKS = """
            # Locks

            ## What does a mutex protect?

            A mutex lets one thread at a time into a critical section.

            ## When does a deadlock happen?

            Each of two threads waits for a lock that the other one holds.

            ## What is a spin lock?
            """;

    private RunningServer server;

    @BeforeEach
    void start() {
        server = new RunningServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private JsonNode paste(String name, String text) {
        RunningServer.Answer answer =
                server.post("/api/import/preview", Json.pretty(Map.of("name", name, "text", text)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private static String path(JsonNode preview) {
        return "/api/import/" + preview.get("id").textValue();
    }

    private JsonNode commit(JsonNode preview, boolean removeGone) {
        RunningServer.Answer answer = server.post(path(preview) + "/commit", "{\"removeGone\":" + removeGone + "}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode mend(JsonNode preview, int place, String body) {
        RunningServer.Answer answer = server.put(
                path(preview) + "/items/" + preview.get("items").get(place).get("key"), body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private int asked() {
        return server.get("/api/health").json().at("/bank/questions").intValue();
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        Path folder = server.packs.folder();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.list(folder)) {
                for (Path file :
                        all.filter(path -> path.toString().endsWith(".md")).toList()) {
                    files.put(file.getFileName().toString(), Files.readString(file));
                }
            }
        }
        return files;
    }

    @Test
    void whatWasUnderstoodIsShownAndNothingIsWritten() throws IOException {
        JsonNode preview = paste("locks.md", LOCKS);
        assertThat(preview.get("questions").intValue()).isEqualTo(3);
        assertThat(preview.get("chosen").intValue())
                .as("the one without an answer stays out")
                .isEqualTo(2);
        JsonNode first = server.get(
                        path(preview) + "/items/" + preview.at("/items/0/key").intValue())
                .json();
        assertThat(first.get("prompt").textValue()).isEqualTo("What does a mutex protect?");
        assertThat(first.get("answer").textValue()).contains("critical section");
        assertThat(first.get("original").textValue())
                .as("the lines of the file")
                .startsWith("## What does a mutex protect?")
                .doesNotContain("deadlock");
        assertThat(first.get("line").intValue()).isEqualTo(3);
        assertThat(files()).isEmpty();
        assertThat(asked()).isEqualTo(8);
    }

    @Test
    void anImportIsAskedAtOnceAndTakenBackToTheByte() throws IOException {
        JsonNode preview = paste("locks.md", LOCKS);
        mend(preview, 1, "{\"prompt\":\"What makes a deadlock?\",\"topic\":\"Topic 0\"}");
        Map<String, String> before = files();
        JsonNode done = commit(preview, false);
        assertThat(done.get("added").intValue()).isEqualTo(2);
        assertThat(asked()).isEqualTo(10);
        assertThat(files().keySet()).anyMatch(name -> name.endsWith("locks.md"));
        assertThat(String.join("\n", files().values())).contains("## What makes a deadlock?");
        assertThat(server.get(path(preview)).status()).isEqualTo(404);

        String undo = "/api/imports/" + done.get("id").textValue() + "/undo";
        assertThat(server.post(undo, "").status()).isEqualTo(200);
        assertThat(files()).isEqualTo(before);
        assertThat(asked()).isEqualTo(8);
        assertThat(server.post(undo, "").status()).isEqualTo(409);
    }

    @Test
    void whatWasAnsweredIsNotTakenBack() {
        JsonNode done = commit(paste("locks.md", LOCKS), false);
        server.answered.add(
                QuestionId.parse(done.at("/questions/0").textValue()).orElseThrow());
        RunningServer.Answer refused =
                server.post("/api/imports/" + done.get("id").textValue() + "/undo", "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("answered");
        assertThat(server.get("/api/imports").json().at("/imports/0/why").textValue())
                .contains("answered");
        assertThat(asked()).isEqualTo(10);
    }

    @Test
    void theSameFileAgainAddsNothingAndAChangedOneUpdates() throws IOException {
        commit(paste("locks.md", LOCKS), false);
        Map<String, String> once = files();
        JsonNode again = paste("locks.md", LOCKS);
        assertThat(again.get("same").intValue()).isEqualTo(2);
        assertThat(again.get("chosen").intValue()).isZero();
        assertThat(server.post(path(again) + "/commit", "{\"removeGone\":false}")
                        .status())
                .isEqualTo(409);

        String changed = LOCKS.replace("one thread at a time", "at most one thread at a time")
                        .replaceFirst("(?s)## When does a deadlock.*?(?=## What is a spin)", "")
                + "\nA spin lock waits in a loop.\n\n## What is a semaphore?\n\nA semaphore counts how many may go on.\n";
        JsonNode third = paste("locks.md", changed);
        assertThat(third.get("changed").intValue()).isEqualTo(1);
        assertThat(third.get("fresh").intValue()).isEqualTo(2);
        assertThat(third.get("gone")).hasSize(1);
        JsonNode done = commit(third, true);
        assertThat(done.get("added").intValue()).isEqualTo(2);
        assertThat(done.get("updated").intValue()).isEqualTo(1);
        assertThat(done.get("removed").intValue()).isEqualTo(1);
        String after = String.join("\n", files().values());
        assertThat(after)
                .contains("at most one thread")
                .contains("semaphore counts")
                .doesNotContain("deadlock");
        server.post("/api/imports/" + done.get("id").textValue() + "/undo", "");
        assertThat(files()).isEqualTo(once);
    }

    @Test
    void whatThePersonMendedIsNotOverwrittenByTheFile() throws IOException {
        JsonNode first = paste("locks.md", LOCKS);
        mend(first, 0, "{\"answer\":\"A mutex guards what two threads share.\"}");
        commit(first, false);
        JsonNode again = paste("locks.md", LOCKS.replace("critical section", "critical part"));
        assertThat(again.get("kept").intValue()).isEqualTo(1);
        assertThat(again.get("chosen").intValue()).isZero();
        assertThat(again.at("/items/0/why").textValue()).contains("yours stays");
        // only if it is asked for
        assertThat(server.put(path(again), "{\"changed\":\"update\"}")
                        .json()
                        .get("chosen")
                        .intValue())
                .isEqualTo(1);
        commit(again, false);
        assertThat(String.join("\n", files().values()))
                .contains("critical part")
                .doesNotContain("two threads share");
    }

    @Test
    void theSameWordsWithOtherCodeStayTwoQuestions() throws IOException {
        String two = """
                ## What does this print?

                ```python
                print(1)
                ```

                Answer: It prints the number one.

                ## What does this print?

                ```python
                print(2)
                ```

                Answer: It prints the number two.
                """;
        JsonNode done = commit(paste("code.md", two), false);
        assertThat(done.get("questions")).hasSize(2);
        JsonNode again = paste("code.md", two.replace("the number two", "a two"));
        assertThat(again.get("same").intValue()).isEqualTo(1);
        assertThat(again.get("changed").intValue()).isEqualTo(1);
        assertThat(again.at("/items/0/choice").textValue()).isEqualTo("skip");
        commit(again, false);
        assertThat(String.join("\n", files().values())).contains("number one").contains("a two");
    }

    @Test
    void mergingAndSplittingLoseNoWord() {
        JsonNode preview = paste("locks.md", LOCKS);
        int first = preview.at("/items/0/key").intValue();
        int second = preview.at("/items/1/key").intValue();
        assertThat(server.get(path(preview) + "/items/" + first)
                        .json()
                        .get("first")
                        .booleanValue())
                .isTrue();
        assertThat(server.get(path(preview) + "/items/" + second)
                        .json()
                        .get("first")
                        .booleanValue())
                .isFalse();
        JsonNode joined =
                server.post(path(preview) + "/items/" + second + "/merge", "").json();
        assertThat(joined.get("answer").textValue())
                .contains("critical section")
                .contains("**When does a deadlock happen?**")
                .contains("other one holds");
        int line = (int) joined.get("answer")
                .textValue()
                .lines()
                .takeWhile(text -> !text.contains("deadlock"))
                .count();
        JsonNode split = server.post(
                        path(preview) + "/items/" + joined.get("key") + "/split", "{\"line\":" + line + "}")
                .json();
        assertThat(split.get("prompt").textValue()).isEqualTo("When does a deadlock happen?");
        assertThat(split.get("answer").textValue()).contains("other one holds");
        assertThat(server.get(path(preview)).json().get("questions").intValue()).isEqualTo(3);
    }

    @Test
    void filesFoldersAndArchivesComeInOneRequest() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("../../queues.md"));
            out.write("## What is a queue?\n\nA queue hands work over in order.\n".getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
        List<byte[]> parts = new ArrayList<>();
        String boundary = "----border";
        part(parts, boundary, "notes/locks.md", LOCKS.getBytes(StandardCharsets.UTF_8));
        part(parts, boundary, "notes/.git/config", "What is this?".getBytes(StandardCharsets.UTF_8));
        part(parts, boundary, "more.zip", zip.toByteArray());
        part(parts, boundary, "book.pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
        parts.add(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        RunningServer.Answer answer = server.send(
                "POST",
                "/api/import/preview",
                HttpRequest.BodyPublishers.ofByteArrays(parts),
                "Content-Type",
                "multipart/form-data; boundary=" + boundary);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        JsonNode preview = answer.json();
        assertThat(preview.get("files").findValuesAsText("file"))
                .containsExactly("notes/locks.md", "more.zip!../../queues.md", "book.pdf");
        assertThat(preview.get("questions").intValue()).isEqualTo(4);
        assertThat(preview.at("/files/2/warnings/0/message").textValue()).contains("PDF");
        JsonNode inZip = server.get(
                        path(preview) + "/items/" + preview.at("/items/3/key").intValue())
                .json();
        assertThat(inZip.get("original").textValue()).startsWith("## What is a queue?");
        commit(preview, false);
        assertThat(files().keySet()).allMatch(name -> !name.contains(".."));
    }

    private static void part(List<byte[]> parts, String boundary, String name, byte[] bytes) {
        parts.add(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        parts.add(bytes);
        parts.add("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatCannotBeReadIsRefusedInWords() {
        assertThat(server.send(
                                "POST",
                                "/api/import/preview",
                                HttpRequest.BodyPublishers.ofString("no parts"),
                                "Content-Type",
                                "multipart/form-data; boundary=x")
                        .status())
                .isEqualTo(400);
        assertThat(server.post("/api/import/preview", "{\"text\":\"\"}")
                        .json()
                        .at("/files/0/warnings/0/message")
                        .textValue())
                .contains("empty");
        JsonNode preview = paste("locks.md", LOCKS);
        String item = path(preview) + "/items/" + preview.at("/items/0/key");
        assertThat(server.put(item, "{\"prompt\":\" \"}").status()).isEqualTo(400);
        assertThat(server.put(item, "{\"choice\":\"update\"}").status()).isEqualTo(400);
        assertThat(server.get(path(preview) + "/items/99").status()).isEqualTo(404);
        assertThat(server.get("/api/import/none").status()).isEqualTo(404);
        server.put(item, "{\"answer\":\"```\\nnever closed\"}");
        RunningServer.Answer kept = server.post(path(preview) + "/commit", "{\"removeGone\":false}");
        assertThat(kept.status()).as("kept as it is typed: " + kept.text()).isEqualTo(200);
    }
}
