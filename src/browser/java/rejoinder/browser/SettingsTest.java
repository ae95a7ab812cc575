package rejoinder.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The one page of settings: what is chosen there holds on every other page, and it says how the program stands. */
@ExtendWith(OnStage.class)
@Tag("model")
class SettingsTest {
    private static final String COLOUR_OF_THE_PAGE = "getComputedStyle(document.body).backgroundColor";

    @TempDir
    private Path folder;

    @Test
    void whatIsChosenOnTheOnePageOfSettingsHoldsEverywhere(Stage stage) throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        Program program = stage.start(
                data, "--content", SmallBank.write(folder.resolve("bank")).toString());
        program.awaitGrader();
        Interview interview = Interview.of(program, List.of(SmallBank.LOCK), Interview.UNTIMED)
                .write(0, SmallBank.RELEASE)
                .submit();
        interview.graded();
        interview.correct(0, "one-at-a-time", 1, "");
        Page page = stage.visit(program).go("/settings");
        Locator sheet = page.getByRole(AriaRole.MAIN);
        assertThat(sheet).containsText("It starts with what you chose last: ");
        assertThat(sheet).containsText("No interview date is set.");
        assertThat(sheet).containsText("The grader is ready.");
        assertThat(sheet).containsText("you left 1 of the grader’s 2 verdicts as they were, 50 %.");
        assertThat(sheet).containsText(data.toString());

        Object light = page.evaluate(COLOUR_OF_THE_PAGE);
        radio(page, "Dark").check();
        Object dark = page.evaluate(COLOUR_OF_THE_PAGE);
        assertThat(dark).isNotEqualTo(light);
        page.getByLabel("Hide scores until I ask for them").check();
        page.getByLabel("Longest wait, in days").fill("21");
        Seen.button(page, "Set").click();
        assertThat(page.getByText("Set.", new Page.GetByTextOptions().setExact(true)))
                .isVisible();

        String day = LocalDate.now(ZoneId.systemDefault()).plusDays(9).toString();
        program.send("PUT", "/api/plan/interview", "{\"date\":\"" + day + "\",\"topics\":[],\"answersADay\":4}");

        page.reload();
        assertThat(page.getByText(Pattern.compile("^Your interview is on .+, with 4 answers a day[.]")))
                .isVisible();
        assertThat(radio(page, "Dark")).isChecked();
        assertThat(page.getByLabel("Longest wait, in days")).hasValue("21");
        page.navigate(program.url() + interview.path() + "/result");
        assertThat(Seen.button(page, "Show the scores")).isVisible();
        assertThat(page.evaluate(COLOUR_OF_THE_PAGE)).isEqualTo(dark);
    }

    private static Locator radio(Page page, String name) {
        return page.getByRole(
                AriaRole.RADIO, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
