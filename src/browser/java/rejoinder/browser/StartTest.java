package rejoinder.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Beginning: the set-up of the last time, the way back into what is unfinished, too few questions; and the pause in between. */
@ExtendWith(OnStage.class)
@Tag("model")
class StartTest {
    @TempDir
    private Path folder;

    @Test
    void theSetUpOfTheLastTimeStandsThereAndTheUnfinishedInterviewIsOfferedFirst(Stage stage)
            throws IOException, InterruptedException {
        Program program = stage.start(folder.resolve("data"));
        Page page = stage.visit(program).go("/");
        assertThat(Seen.button(page, "Start")).isFocused();
        choose(page, "How many questions", AriaRole.RADIO, "three");
        choose(page, "Topics", AriaRole.CHECKBOX, "Data Structures");
        choose(page, "Time", AriaRole.RADIO, "×2");
        assertThat(Seen.button(page, "Start")).isFocused();
        page.keyboard().press("Enter");
        Seen.box(page).pressSequentially("Begun.");
        Seen.awaitSaved(page);
        String id = page.url().replaceFirst("^.*/sessions/([^/#]+).*$", "$1");

        // another browser, which has never seen this one's storage
        Page again = stage.visit(program).go("/");
        assertThat(Seen.button(again, "How many questions")).containsText("three");
        assertThat(Seen.button(again, "Topics")).containsText("Data Structures");
        Seen.button(again, "Time").click();
        assertThat(again.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("×2")))
                .isChecked();
        again.keyboard().press("Escape");
        assertThat(again.getByText("Unfinished:")).isVisible();
        again.reload();
        assertThat(Seen.link(again, "Continue")).isFocused();
        again.keyboard().press("Enter");
        assertThat(again).hasURL(Pattern.compile("/sessions/" + id + "(#1)?$"));
        assertThat(Seen.restoredBox(again)).hasValue("Begun.");
    }

    private static void choose(Page page, String word, AriaRole role, String wanted) {
        Seen.button(page, word).click();
        page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(word))
                .getByRole(role, new Locator.GetByRoleOptions().setName(wanted))
                .check();
        page.keyboard().press("Enter");
    }

    @Test
    void whereThereAreTooFewQuestionsThatIsSaidWithAWayOn(Stage stage) throws IOException, InterruptedException {
        Program program = stage.start(
                folder.resolve("data"),
                "--content",
                SmallBank.write(folder.resolve("bank")).toString());
        Visit visit = stage.visit(program).expectingRefusals();
        Page page = visit.go("/");
        assertThat(Seen.button(page, "Start")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText(Pattern.compile("\\b2\\b.*\\b5\\b"));
        Seen.button(page, "Use 2").click();
        assertThat(Seen.box(page)).isEditable();
        assertThat(page.getByText("1 of 2")).isVisible();
    }

    @Test
    void aPauseIsSaidInTheResultAndThereAreTwo(Stage stage) throws IOException, InterruptedException {
        Program program = stage.start(folder.resolve("data"));
        Interview interview = Interview.start(program, 2, Interview.seconds(600), 50);
        Visit visit = stage.visit(program).expectingRefusals();
        Page page = visit.go(interview.path());
        Locator pause = Seen.button(page, "pause");
        assertThat(pause).hasAccessibleName("pause, 2 pauses left");
        pause.click();
        assertThat(Seen.heading(page, "Paused")).isVisible();
        program.stop();
        program.againLater(Duration.ofHours(3));
        page.reload();
        assertThat(Seen.heading(page, "Paused")).isVisible();
        Seen.button(page, "Go on").click();
        assertThat(pause).hasAccessibleName("pause, 1 pause left");
        pause.click();
        Seen.button(page, "Go on").click();
        assertThat(pause).isDisabled();
        page.keyboard().press("Alt+q");
        Seen.button(page, "Finish and mark").click();
        Seen.awaitScore(page);
        assertThat(page.getByText(Pattern.compile("paused 3:0\\d:\\d\\d"))).isVisible();
        JsonNode session = interview.now();
        assertThat(session.path("usedMillis").asLong())
                .isLessThan(Duration.ofMinutes(10).toMillis());
    }
}
