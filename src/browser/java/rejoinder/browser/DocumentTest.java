package rejoinder.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A result on paper and in Markdown reads like a document: what was asked, written and expected, what each point earned, and nothing to press. */
@ExtendWith(OnStage.class)
@Tag("model")
class DocumentTest {
    /** Words that make sense on a screen only. */
    private static final List<String> TO_PRESS = List.of(
            "I did say this",
            "That is not what I wrote",
            "Undo",
            "Yes",
            "Answer the follow-up",
            "Answer it again",
            "Practise",
            "New interview",
            "Save as",
            "Print",
            "Hide",
            "Show",
            "Sources, other answers",
            "Why these marks",
            "Check again",
            "Reword",
            "Delete",
            "hide scores",
            "Compare",
            "Keys",
            "Settings",
            "Skip to content",
            "Next question",
            "Back to the result");
    /** What is on the paper, each text but those that cannot be seen. */
    private static final String PAPER = """
            () => {
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              const seen = [];
              while (walker.nextNode()) {
                const parent = walker.currentNode.parentElement;
                if (parent.closest('script, style, noscript, .unseen')) continue;
                if (parent.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })) seen.push(walker.currentNode.data);
              }
              return seen.join('').replaceAll(/\\s+/g, ' ');
            }""";

    @TempDir
    private Path folder;

    @Test
    void aResultOnPaperAndInMarkdownIsADocument(Stage stage) throws IOException, InterruptedException {
        Program program = stage.start(
                folder.resolve("data"),
                "--content",
                MeasuredBank.write(folder.resolve("bank")).toString());
        program.awaitGrader();
        List<String> asked = List.of(MeasuredBank.SETS, MeasuredBank.AWAIT, MeasuredBank.DECORATORS);
        Interview interview = Interview.of(program, asked, Interview.SUGGESTED)
                .write(0, MeasuredBank.SETS_ANSWER)
                .write(1, MeasuredBank.AWAIT_ANSWER)
                .submit();
        JsonNode session = interview.graded();
        interview.correct(0, "frozen", 1, "");
        Page page = stage.visit(program).go(interview.path() + "/result");
        Seen.awaitScore(page);
        Download download =
                page.waitForDownload(() -> Seen.link(page, "Save as Markdown").click());
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.evaluate("dispatchEvent(new Event('beforeprint'))");
        Locator scripts = page.locator(".script-on-paper");
        assertThat(scripts).hasCount(asked.size());
        assertThat(scripts.last().locator(".reference-text").first()).isVisible();
        String paper = String.valueOf(page.evaluate(PAPER));
        String markdown = Files.readString(download.path());

        for (JsonNode question : session.path("questions")) {
            String prompt = question.path("prompt").asText();
            assertThat(markdown.replace("`", "")).contains(prompt.replace("`", ""));
            assertThat(paper).contains(prompt.replace("`", ""));
            for (JsonNode line : question.at("/marking/lines")) {
                String statement = line.path("statement").asText();
                if (line.path("verdict").asText().equals("made")) {
                    assertThat(paper).contains(statement.replace("`", ""));
                    assertThat(markdown.replace("`", "")).contains(statement.replace("`", ""));
                }
            }
        }
        assertThat(paper)
                .contains(MeasuredBank.SETS_ANSWER.substring(0, 40), "Nothing was written.")
                .contains("a lookup takes about constant time, while a list is searched item by item")
                .contains("By your word. The grader says 0.")
                .doesNotContain(TO_PRESS);
        assertThat(page.locator(":is(button, input, textarea, select):visible")).hasCount(0);
        assertThat(markdown)
                .contains(
                        "### Your answer",
                        "> " + MeasuredBank.SETS_ANSWER.substring(0, 40),
                        "### Marks",
                        "You wrote nothing.")
                .contains("### Reference answer, full", "a lookup takes about constant time")
                .contains("by your word", "(the grader says 0")
                .doesNotContain(TO_PRESS);

        Instant started = Instant.ofEpochMilli(session.path("startedAt").asLong());
        ZoneId here = ZoneId.systemDefault();
        String day = DateTimeFormatter.ISO_LOCAL_DATE.withZone(here).format(started);
        assertThat(download.suggestedFilename()).isEqualTo("rejoinder-" + day + "-measured.md");
        assertThat(page).hasTitle("rejoinder-" + day + "-measured");
        assertThat(markdown)
                .contains(DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH)
                        .withZone(here)
                        .format(started));
    }
}
