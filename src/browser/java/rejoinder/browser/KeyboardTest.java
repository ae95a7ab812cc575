package rejoinder.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everything can be done from the keyboard, and the focus goes where reading goes on (complaint 20). */
@ExtendWith(OnStage.class)
@Tag("model")
class KeyboardTest {
    private static final int MOST_TABS = 150;
    /** Makes the visit fail if a mouse is used after all. */
    private static final String NO_MOUSE =
            "for (const use of ['mousedown', 'touchstart']) addEventListener(use, () => console.error('A mouse was used.'), true)";

    @Test
    @Tag("complaint-20")
    void aWholeInterviewItsReviewAndItsPracticeNeedNoMouse(Stage stage) throws IOException, InterruptedException {
        Program program = stage.shared();
        Visit visit = stage.visit(program);
        visit.context().addInitScript(NO_MOUSE);
        Page page = visit.go("/");
        choose(page, "How many questions", "three");
        choose(page, "Time", "×1,");
        assertThat(Seen.button(page, "Start")).isFocused();
        press(page, "Enter");

        assertThat(Seen.box(page)).isFocused();
        page.keyboard().type("Written without a mouse.");
        press(page, "Alt+f");
        assertThat(Seen.button(page, "Unflag")).isVisible();
        press(page, "Alt+c");
        assertThat(page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("not")))
                .isChecked();
        press(page, "Alt+t");
        assertThat(page.getByRole(AriaRole.STATUS).filter(containing("left."))).hasCount(1);
        press(page, "Control+Enter");
        assertThat(page).hasURL(Pattern.compile("#2$"));
        assertThat(Seen.box(page)).isFocused();
        page.keyboard().type("Indented:\n```\nif true:\n");
        press(page, "Tab");
        page.keyboard().type("pass");
        assertThat(Seen.box(page)).hasValue("Indented:\n```\nif true:\n    pass");
        press(page, "Escape");
        press(page, "Tab");
        assertThat(Seen.box(page)).not().isFocused();
        press(page, "Alt+s");
        assertThat(page).hasURL(Pattern.compile("#3$"));
        press(page, "Alt+ArrowLeft");
        assertThat(page).hasURL(Pattern.compile("#2$"));
        press(page, "Alt+1");
        assertThat(page).hasURL(Pattern.compile("#1$"));
        assertThat(Seen.box(page)).hasValue("Written without a mouse.");
        press(page, "Alt+ArrowRight");
        assertThat(page).hasURL(Pattern.compile("#2$"));
        press(page, "Alt+q");
        assertThat(Seen.heading(page, "Review and finish")).isFocused();
        press(page, "3");
        assertThat(page).hasURL(Pattern.compile("#3$"));
        press(page, "Alt+q");
        press(page, "Control+Enter");

        Seen.awaitScore(page);
        assertThat(Seen.title(page)).isFocused();
        press(page, "j");
        press(page, "j");
        press(page, "k");
        press(page, "Enter");
        assertThat(page).hasURL(Pattern.compile("/questions/1$"));
        assertThat(Seen.title(page)).isFocused();
        reviewed(program, page);

        press(page, "p");
        assertThat(Seen.box(page)).isFocused();
        page.keyboard().type("Once more.");
        press(page, "Control+Enter");
        assertThat(Seen.title(page)).isFocused();
        assertThat(page.getByText("How well did you know it?")).isVisible();
        press(page, "Control+Enter");
        assertThat(Seen.title(page)).hasText("What changed");
        assertThat(Seen.title(page)).isFocused();

        tabTo(page, Seen.link(page, "History"));
        press(page, "Enter");
        assertThat(Seen.title(page)).isFocused();
        press(page, "/");
        page.keyboard().type("without a mouse");
        tabTo(
                page,
                page.getByRole(AriaRole.LINK)
                        .filter(containing("without a mouse"))
                        .first());
        press(page, "k");
        press(page, "Enter");
        Seen.awaitScore(page);
        press(page, "?");
        assertThat(Seen.button(page, "Close")).isFocused();
        press(page, "Escape");
        assertThat(Seen.heading(page, "Keys")).isHidden();
    }

    /** Corrects a mark, takes it back, writes a note, tries other words. */
    private static void reviewed(Program program, Page page) throws IOException, InterruptedException {
        String session = page.url().replaceFirst("^.*(/sessions/[^/]+).*$", "/api$1");
        Locator claim = Seen.button(page, "I did say this").first();
        tabTo(page, claim);
        press(page, "Enter");
        assertThat(page.getByText("By your word.")).isVisible();
        assertThat(Seen.button(page, "Undo")).isFocused();
        press(page, "Control+z");
        assertThat(Seen.button(page, "Undo")).hasCount(0);
        JsonNode corrections = program.get(session).at("/questions/0/corrections");
        assertThat(corrections).isNotEmpty();
        assertThat(corrections.get(corrections.size() - 1).path("withdrawn").asBoolean())
                .isTrue();

        press(page, "t");
        Locator words = page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Other words"));
        assertThat(words).isFocused();
        page.keyboard().type(" And more.");
        assertThat(page.getByRole(AriaRole.STATUS).filter(containing("your answer has")))
                .isVisible();
        press(page, "Escape");
        assertThat(Seen.button(page, "Try other words here")).isFocused();
        press(page, "o");
        assertThat(page.locator("[data-reference]")).isFocused();
    }

    @Test
    @Tag("complaint-20")
    void thePageThatOneComesToBeginsToBeReadAtItsHeading(Stage stage) throws IOException, InterruptedException {
        Program program = stage.shared();
        Interview graded = Interview.start(program, 2, Interview.UNTIMED, 3).submit();
        JsonNode session = graded.graded();
        Visit visit = stage.visit(program);
        Page page = visit.go("/");
        Seen.link(page, "Topics").click();
        assertThat(Seen.title(page)).hasText("Topics");
        assertThat(Seen.title(page)).isFocused();
        Seen.link(page, "History").click();
        assertThat(Seen.title(page)).hasText("History");
        assertThat(Seen.title(page)).isFocused();
        visit.go(graded.path() + "/result");
        for (JsonNode question : session.path("questions")) {
            String prompt = question.path("prompt").asText();
            Seen.link(page, prompt).click();
            assertThat(Seen.title(page)).hasText(prompt);
            assertThat(Seen.title(page)).isFocused();
            page.goBack();
            Seen.awaitScore(page);
            assertThat(Seen.title(page)).isFocused();
        }
    }

    /** Opens a word of the sentence and goes over its choices with the arrows. */
    private static void choose(Page page, String word, String wanted) {
        tabTo(page, Seen.button(page, word));
        press(page, "Enter");
        Locator choice = page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(wanted));
        Locator sheet = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(word));
        assertThat(sheet.locator("input:focus")).isVisible();
        for (int presses = 0; presses < MOST_TABS && !choice.isChecked(); presses++) {
            press(page, "ArrowDown");
        }
        assertThat(choice).isChecked();
        press(page, "Enter");
    }

    private static void press(Page page, String key) {
        page.keyboard().press(key);
    }

    private static void tabTo(Page page, Locator wanted) {
        assertThat(wanted).isVisible();
        for (int tabs = 0; tabs < MOST_TABS; tabs++) {
            if ((Boolean) wanted.evaluate("element => element === document.activeElement")) {
                return;
            }
            press(page, "Tab");
        }
        throw new AssertionError("No way leads to " + wanted + " with Tab.");
    }

    private static Locator.FilterOptions containing(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }
}
