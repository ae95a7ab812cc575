package rejoinder.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the README's section "For a class" says, step by step, with the jar that {@code mvn package} makes. */
@ExtendWith(OnStage.class)
@Tag("model")
class ClassOfThreeTest {
    @Test
    void adaBenAndCleoAreAClassWithTwoCommands(Stage stage, @TempDir Path folder)
            throws IOException, InterruptedException {
        assumeTrue(Files.exists(Program.JAR), "there is no " + Program.JAR + "; mvn package -DskipTests makes it");
        Path data = folder.resolve("class");
        String link = said(Program.jar("invite", "Ada", "--role", "admin", "--data", data.toString()));
        try (Program program = Program.startJar(data, "--users", "local")) {
            Page ada = opened(stage, program, link, "Ada");
            ada.locator(".main-nav").getByText("Classes").click();
            ada.getByLabel("Name of a new class").fill("Bootcamp");
            Seen.button(ada, "Create it").click();
            ada.getByLabel("Names to invite, one per line").fill("Ben\nCleo");
            Seen.button(ada, "Make links").click();
            Locator links = ada.locator(".link-line input");
            assertThat(links).hasCount(2);
            ada.getByLabel("Title").fill("Week 1");
            ada.getByLabel("Questions", new Page.GetByLabelOptions().setExact(true))
                    .fill("1");
            Seen.button(ada, "Set it").click();
            assertThat(ada.getByText("Week 1 is set.")).isVisible();

            Page ben = opened(stage, program, links.nth(0).inputValue(), "Ben");
            Page cleo = opened(stage, program, links.nth(1).inputValue(), "Cleo");
            program.awaitGrader();
            answered(ben, "It depends on the interpreter.");
            answered(cleo, "I do not know.");

            Seen.link(ada, "Week 1").click();
            assertThat(ada.getByText("2 of 2 people have handed in.")).isVisible();
            Seen.link(ada, "Ben").click();
            assertThat(ada.getByText("It depends on the interpreter.")).isVisible();
            assertThat(ada.locator(".score-figure")).hasCount(0);
            Seen.button(ada, "Show the marks").click();
            assertThat(ada.locator(".score-figure").first()).isVisible();
            ada.navigate(program.url() + "/settings");
            Seen.link(ada, "People of this server").click();
            assertThat(Seen.heading(ada, "3 people")).isVisible();
        }
    }

    /** What a command that succeeds says last. */
    private static String said(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.lines().reduce("", (before, line) -> line).strip();
    }

    private static Page opened(Stage stage, Program program, String link, String name) {
        Page page = stage.visit(program).go(link.substring(link.indexOf("/invitation#")));
        assertThat(Seen.heading(page, "Welcome, " + name)).isVisible();
        page.getByLabel("Password").fill(People.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.locator(".main-nav")).isVisible();
        return page;
    }

    private static void answered(Page page, String answer) {
        Seen.button(page, "Start Week 1").click();
        assertThat(Seen.box(page)).isFocused();
        page.keyboard().type(answer);
        Seen.awaitSaved(page);
        page.keyboard().press("Control+Enter");
        Seen.button(page, "Finish and mark").click();
        Seen.awaitScore(page);
    }
}
