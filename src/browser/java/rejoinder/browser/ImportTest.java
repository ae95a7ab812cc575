package rejoinder.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import rejoinder.pack.PackFolder;

/** A person brings their own questions: dropped, looked at, mended, imported, asked, changed, taken back and taken along. */
@ExtendWith(OnStage.class)
@Tag("model")
class ImportTest {
    private static final String NOTES = """
            # Locks of mine

            ## What does a mutex protect?

            A mutex lets one thread at a time into a critical section.

            ## When does a deadlock happen?

            TODO
            """;

    @TempDir
    private Path folder;

    @Test
    void aFileIsDroppedMendedImportedAskedImportedAgainTakenBackAndTakenAlong(Stage stage)
            throws IOException, InterruptedException {
        Program program = stage.start(
                folder.resolve("data"),
                "--content",
                SmallBank.write(folder.resolve("bank")).toString());
        Page page = stage.visit(program).go("/questions");
        Seen.link(page, "Import questions").click();

        drop(page, NOTES);
        assertThat(heading(page, "2 questions found")).isVisible();
        assertThat(Seen.button(page, "Import 1 question")).isVisible();
        assertThat(folder.resolve("data/packs")).doesNotExist();

        // by keyboard alone: to the second question, its words, an answer
        Locator merge = Seen.button(page, "Merge with the one above");
        page.keyboard().press("j");
        assertThat(Seen.button(page, "Leave it out")).isVisible();
        assertThat(merge).hasCount(0);
        page.keyboard().press("j");
        assertThat(merge).isVisible();
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("The lines of the file")))
                .containsText("TODO");
        page.keyboard().press("e");
        Locator answer = page.getByLabel("Answer", new Page.GetByLabelOptions().setExact(true));
        answer.fill("Each of two threads waits for a lock that the other one holds.");
        Seen.button(page, "Keep these words").press("Enter");
        Seen.button(page, "Import 2 questions").click();
        assertThat(heading(page, "2 questions added")).isVisible();
        assertThat(pack()).contains("## What does a mutex protect?").contains("waits for a lock");

        // the same file, changed by somebody else
        Seen.button(page, "Import more").click();
        drop(
                page,
                NOTES.replace("one thread", "at most one thread")
                        + "\n## What is a spin lock?\n\nIt waits in a loop.\n");
        assertThat(page.getByText(Pattern.compile("1 changed, 1 new.*1 the same since the last import")))
                .isVisible();
        Seen.button(page, "Import 2 questions").click();
        assertThat(heading(page, "1 question added, 1 updated")).isVisible();
        assertThat(pack()).contains("at most one thread").contains("waits for a lock");
        Seen.button(page, "Undo this import").click();
        assertThat(page.getByText("The import is undone")).isVisible();
        assertThat(pack()).doesNotContain("at most one thread").doesNotContain("spin lock");

        // taken along as a table, and everything as one file
        page.navigate(program.url() + "/data");
        String kept = pack();
        Path archive = page.waitForDownload(
                        () -> Seen.link(page, "Save everything as one file").click())
                .path();
        Download csv = page.waitForDownload(() -> Seen.link(page, "CSV").click());
        assertThat(Files.readString(csv.path())).contains("What does a mutex protect?");

        // an interview on what was imported
        page.navigate(program.url() + "/questions/import");
        drop(page, "## What is a barrier?\n\nA barrier lets threads wait for one another.\n");
        Seen.button(page, "Import 1 question").click();
        Seen.button(page, "Start an interview on these").click();
        assertThat(page).hasURL(Pattern.compile("/sessions/"));
        assertThat(page.getByText("What is a barrier?").first()).isVisible();
        Seen.box(page).pressSequentially("Threads wait for one another.");
        Seen.awaitSaved(page);
        page.navigate(program.url() + "/questions/import");
        assertThat(page.getByText("One of its questions was answered")).isVisible();

        // and back to what was taken along
        page.navigate(program.url() + "/data");
        page.locator("restore-archive input[type=file]").setInputFiles(archive);
        assertThat(page.getByText("They take the place of 1 session with 1 answer"))
                .isVisible();
        Seen.button(page, "Restore it").click();
        assertThat(page.getByText("Restored: 0 sessions with 0 answers.")).isVisible();
        assertThat(pack()).isEqualTo(kept);
        page.navigate(program.url() + "/questions?words=barrier");
        assertThat(page.getByText(Pattern.compile("^0 of \\d+ questions"))).isVisible();
    }

    @Test
    void aQuestionThatCameAlongIsEditedInACopyAndTried(Stage stage) throws IOException, InterruptedException {
        Program program = stage.start(
                folder.resolve("data"),
                "--content",
                SmallBank.write(folder.resolve("bank")).toString());
        program.awaitGrader();
        Page page = stage.visit(program).go("/questions?words=queue");
        Seen.link(page, "What is a queue for?").click();
        assertThat(page.getByText("This topic came along with Rejoinder.")).isVisible();
        page.getByLabel("Try an answer").last().fill("A queue hands work from one thread to another.");
        assertThat(page.locator("try-answer .made")).containsText("hands work");
        page.getByLabel("Question", new Page.GetByLabelOptions().setExact(true)).fill("What does a queue do?");
        Seen.button(page, "Save").click();
        assertThat(page.getByText("Saved.")).isVisible();
        assertThat(Files.readString(folder.resolve("data/packs/locks.md")).stripTrailing())
                .isEqualTo(Files.readString(folder.resolve("bank/locks.md"))
                        .replace("## What is a queue for?", "## What does a queue do?")
                        .stripTrailing());
    }

    @Test
    void beforeItIsAnsweredAQuestionSaysWhetherItsMarkCanBeTrustedAndWhy(Stage stage)
            throws IOException, InterruptedException {
        Path own = Files.createDirectories(folder.resolve("data/packs"));
        Files.writeString(own.resolve("ropes.md"), """
                ---
                topic: ropes
                title: Ropes
                order: 9
                ---

                ## What is a bowline for?

                ```yaml
                id: bowline
                difficulty: junior
                minutes: 2
                ```

                ### Reference answer: full

                It makes a loop at the end of a rope that neither slips nor jams.

                ## What have you tied today?

                ```yaml
                id: today
                difficulty: junior
                minutes: 2
                self-graded: true
                ```
                """);
        String revision = PackFolder.read(own).bank().questions("ropes").get(0).revision();
        Files.writeString(
                own.resolve(".letters.json"),
                "{\"ropes/bowline\":{\"revision\":\"" + revision
                        + "\",\"letter\":\"B\",\"reason\":\"Its opposite earns 70 %.\"}}");
        Program program = stage.start(
                folder.resolve("data"),
                "--content",
                SmallBank.write(folder.resolve("bank")).toString());
        for (List<String> told : List.of(
                List.of("ropes/bowline", "The mark on this one is unsure: its opposite earns 70 %."),
                List.of("ropes/today", "You mark this one yourself: there is no reference answer."))) {
            Interview interview = Interview.of(program, List.of(told.get(0)), Interview.UNTIMED);
            Page page = stage.visit(program).go("/sessions/" + interview.id());
            assertThat(page.getByText(told.get(1))).isVisible();
            assertThat(Seen.box(page)).isEmpty();
        }
        // of a question whose mark can be trusted nothing is said
        Interview interview = Interview.of(program, List.of(SmallBank.LOCK), Interview.UNTIMED);
        Page page = stage.visit(program).go("/sessions/" + interview.id());
        assertThat(Seen.box(page)).isVisible();
        assertThat(page.getByText(Pattern.compile("unsure|mark this one yourself")))
                .hasCount(0);
    }

    private static void drop(Page page, String text) {
        page.locator(".drop-place").waitFor();
        page.evaluate(
                "text => { const data = new DataTransfer(); data.items.add(new File([text], 'locks.md')); document.querySelector('.drop-place').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })); }",
                text);
    }

    private static Locator heading(Page page, String text) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text));
    }

    private String pack() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("data/packs"))) {
            return Files.readString(files.filter(file -> file.toString().endsWith(".md"))
                    .findFirst()
                    .orElseThrow());
        }
    }
}
