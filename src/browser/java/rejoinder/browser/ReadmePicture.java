package rejoinder.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The picture in README, taken from the product: {@code mvn test -Pbrowser -Dtest=ReadmePicture}. By its name it is not part of the tests. */
@ExtendWith(OnStage.class)
@Tag("model")
class ReadmePicture {
    private static final Path PICTURE = Path.of("src", "readme", "marked-answer.png");
    private static final String QUESTION = "data-structures/sets-vs-sequences";
    private static final String ANSWER =
            "I take a set when I often ask whether something is in it, because a lookup takes about the same time however"
                    + " many items there are. Putting a list into a set also drops the duplicates. Only hashable things can be items,"
                    + " so a list cannot go in. A set keeps its elements in insertion order, like a dictionary.";
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 1000;

    @Test
    void aMarkedAnswerIsPhotographed(Stage stage, @TempDir Path folder) throws IOException, InterruptedException {
        Program program = stage.start(folder);
        program.awaitGrader();
        Interview interview = Interview.of(program, List.of(QUESTION), Interview.SUGGESTED)
                .write(0, ANSWER, false, "rather", 134_000)
                .submit();
        interview.graded();
        Visit visit = stage.visit(
                program,
                new NewContextOptions()
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setColorScheme(ColorScheme.LIGHT)
                        .setViewportSize(WIDTH, HEIGHT));
        Page page = visit.go(interview.path() + "/questions/1");
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Points"))
                        .filter(new Locator.FilterOptions().setHasText("Sum")))
                .isVisible();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURE));
        System.out.println("The picture is " + PICTURE.toAbsolutePath() + ".");
    }
}
