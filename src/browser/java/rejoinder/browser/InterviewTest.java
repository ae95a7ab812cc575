package rejoinder.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The main road: from the home page through an interview to its result, and to the same result another day. */
@ExtendWith(OnStage.class)
@Tag("model")
class InterviewTest {
    private static final String FIRST = "It depends on who asks, ";
    private static final String MORE = "and on what is done with the answer afterwards.";
    private static final String SECOND = "A list can be changed in place; a tuple cannot.";

    @TempDir
    private Path folder;

    @Test
    @Tag("complaint-1")
    @Tag("complaint-15")
    void anInterviewSurvivesAReloadAndARestartAndIsFoundInTheHistory(Stage stage)
            throws IOException, InterruptedException {
        Program program = stage.start(folder.resolve("data"));
        Visit visit = stage.visit(program);
        Page page = visit.go("/");
        Seen.button(page, "How many questions").click();
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("three"))
                .check();
        page.keyboard().press("Enter");
        Seen.button(page, "Start").click();

        Seen.box(page).pressSequentially(FIRST);
        String question = Seen.title(page).innerText();
        // with the last words not saved yet
        page.reload();
        assertThat(Seen.title(page)).hasText(question);
        assertThat(Seen.box(page)).hasValue(FIRST);
        assertThat(Seen.box(page)).isFocused();
        // the caret stands at the end
        page.keyboard().type(MORE);
        Seen.awaitSaved(page);
        JsonNode session = program.get("/api" + page.url().replaceFirst("^.*?(/sessions/[^/#]+).*$", "$1"));
        assertThat(session.at("/questions/0/draft/text").asText()).isEqualTo(FIRST + MORE);

        Seen.button(page, "Next").click();
        assertThat(Seen.title(page)).not().hasText(question);
        Seen.box(page).pressSequentially(SECOND);
        Seen.button(page, "Finish…").click();
        assertThat(Seen.title(page)).hasText("Before you finish");
        assertThat(page.getByText("One is empty.")).isVisible();
        Seen.button(page, "Finish and mark").click();

        String percent = percent(Seen.awaitScore(page));
        assertThat(page.getByText("2 of 3 answered")).isVisible();
        String result = page.url();
        Seen.link(page, question).click();
        assertThat(Seen.title(page)).hasText(question);
        assertThat(words(page)).contains(FIRST + MORE);
        String marked = answer(page).innerText();

        program.stop();
        program.again();

        Page later = visit.go("/");
        Seen.link(later, "History").click();
        assertThat(Seen.title(later)).hasText("History");
        Locator row = later.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("2 of 3"));
        assertThat(row).containsText(percent + " %");
        row.getByRole(AriaRole.LINK).click();
        assertThat(later).hasURL(result);
        assertThat(percent(Seen.awaitScore(later))).isEqualTo(percent);
        Seen.link(later, question).click();
        assertThat(words(later)).contains(FIRST + MORE);
        assertThat(answer(later).innerText()).isEqualTo(marked);
    }

    // what was typed, without the letters that the marks add between the words
    private static String words(Page page) {
        assertThat(answer(page)).isVisible();
        return String.valueOf(answer(page).evaluate("""
                                article => {
                                  const copy = article.cloneNode(true);
                                  copy.querySelectorAll('.evidence-key').forEach(key => key.remove());
                                  return copy.textContent;
                                }
                                """));
    }

    private static Locator answer(Page page) {
        return page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName("Your answer, marked"));
    }

    private static String percent(Locator score) {
        Matcher figure = Pattern.compile("(\\d+) %").matcher(score.innerText());
        assertThat(figure.find()).isTrue();
        return figure.group(1);
    }
}
