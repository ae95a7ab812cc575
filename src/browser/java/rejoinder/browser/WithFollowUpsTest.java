package rejoinder.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An interview with follow-ups, and where it leads: its result, a round of practice that is ended early, progress, and what is practised next. */
@ExtendWith(OnStage.class)
@Tag("model")
class WithFollowUpsTest {
    @TempDir
    private Path folder;

    @Test
    void anInterviewWithFollowUpsLeadsToItsResultToPracticeAndToProgress(Stage stage)
            throws IOException, InterruptedException {
        Program program = stage.start(folder.resolve("data"));
        program.awaitGrader();
        Visit visit = stage.visit(program);
        Page page = visit.go("/");
        Seen.button(page, "When to mark").click();
        page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("When to mark"))
                .getByRole(AriaRole.CHECKBOX, new Locator.GetByRoleOptions().setName("with follow-ups"))
                .check();
        page.keyboard().press("Escape");
        Seen.button(page, "Start").press("Enter");
        Seen.box(page).fill("It has something to do with memory.");
        Seen.awaitSaved(page);
        page.keyboard().press("Control+Enter");

        // until then the box is still that of the answer
        assertThat(Seen.button(page, "Leave it")).isVisible();
        Locator line = page.getByRole(AriaRole.TEXTBOX);
        assertThat(line).isFocused();
        line.fill("It is kept as long as it is used.");
        page.reload();
        assertThat(line).hasValue("It is kept as long as it is used.");
        line.press("Control+Enter");
        assertThat(page.getByText("2 of 5")).isVisible();
        assertThat(page.getByText("handed in")).isVisible();
        page.keyboard().press("Alt+q");
        page.keyboard().press("Control+Enter");

        Seen.awaitScore(page);
        assertThat(page.getByText(Pattern.compile("^follow-up \\d+$"))).isVisible();
        page.keyboard().press("p");
        assertThat(Seen.box(page)).isFocused();
        page.keyboard().press("Alt+q");
        page.keyboard().press("Control+Enter");
        assertThat(page).hasURL(Pattern.compile("/change$"));

        visit.go("/progress");
        assertThat(page.getByText("answers, 5 of them today")).isVisible();
        assertThat(Seen.heading(page, "Points you have never made")).isVisible();
        visit.go("/practice");
        assertThat(page.getByText(Pattern.compile("went wrong; (its question comes|their questions come) back first")))
                .isVisible();
        assertThat(Seen.button(page, "Practise what went wrong")).isVisible();
    }
}
