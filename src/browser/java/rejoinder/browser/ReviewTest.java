package rejoinder.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The first answer, and what becomes of answers later: words that count from now on, finding them again, taking everything along and away. */
@ExtendWith(OnStage.class)
@Tag("model")
class ReviewTest {
    private static final String OWN_WORDS = "A tortoise carries its house along.";

    @TempDir
    private Path folder;

    @Test
    void theFirstAnswerIsMarkedAtOnceAndLeavesNothingBehind(Stage stage) throws IOException, InterruptedException {
        Program program = stage.start(folder.resolve("data"));
        Page page = stage.visit(program).go("/try");
        assertThat(Seen.box(page)).isFocused();
        page.keyboard().type(OWN_WORDS);
        page.keyboard().press("Control+Enter");
        // the letters of the marks may stand between the words
        assertThat(page.getByRole(AriaRole.ARTICLE)).containsText("tortoise");
        assertThat(page.getByText(Pattern.compile("^How \\d+ comes about$"))).isVisible();
        assertThat(program.get("/api/data").path("sessions").asInt()).isZero();
        Seen.button(page, "Answer it again").click();
        assertThat(Seen.box(page)).hasValue(OWN_WORDS);
    }

    @Test
    void wordsAreAcceptedFoundAgainAndDeletedWithEverything(Stage stage) throws IOException, InterruptedException {
        Program program = stage.start(folder.resolve("data"));
        program.awaitGrader();
        String question = program.get("/api/sample").path("id").asText();
        Interview interview = Interview.of(program, List.of(question), Interview.UNTIMED)
                .write(0, OWN_WORDS)
                .submit();
        interview.graded();
        Visit visit = stage.visit(program);
        Page page = visit.go(interview.path() + "/questions/1");

        Seen.button(page, "I did say this").first().click();
        page.getByLabel("I did say this:").selectOption(new SelectOption().setIndex(1));
        page.getByLabel("accept these words").check();
        Seen.button(page, "Count it").click();
        Locator accepted =
                page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Your accepted wordings"));
        assertThat(accepted).containsText(OWN_WORDS);
        assertThat(page.getByText("by you").first()).isVisible();

        accepted.getByRole(AriaRole.BUTTON).click();
        assertThat(accepted).containsText("Removed");
        assertThat(program.get("/api/wordings").path("wordings")).isEmpty();
        Seen.button(page, "Undo")
                .filter(new Locator.FilterOptions().setHasNotText("point"))
                .click();
        assertThat(accepted).not().containsText("Removed");
        assertThat(program.get("/api/wordings").path("wordings")).hasSize(1);

        visit.go("/history");
        page.getByRole(AriaRole.SEARCHBOX).fill("house TORTOISE");
        assertThat(page.getByText("tortoise carries")).isVisible();
        page.getByRole(AriaRole.SEARCHBOX).fill("hare");
        assertThat(page.getByText("0 of 1 session")).isVisible();

        visit.expectingRefusals().go("/data");
        assertThat(page.getByText("Kept here: 1 session, 1 answer")).isVisible();
        Seen.button(page, "Delete everything…").click();
        page.keyboard().type("all");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("everything");
        assertThat(program.get("/api/data").path("sessions").asInt()).isEqualTo(1);
        page.getByLabel("Type “everything”").fill("everything");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Everything is deleted.")).isVisible();
        assertThat(program.get("/api/data").path("sessions").asInt()).isZero();
        assertThat(program.get("/api/wordings").path("wordings")).isEmpty();
    }
}
