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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The main road: from the home page through an interview to its result, and to the same result another day; a browser that dies on it, and going on after the time. */
@ExtendWith(OnStage.class)
@Tag("model")
class InterviewTest {
    private static final String FIRST = "It depends on who asks, ";
    private static final String MORE = "and on what is done with the answer afterwards.";
    private static final String SECOND = "A list can be changed in place; a tuple cannot.";

    /** Whether the browser's own storage has flagged drafts that say this of how sure one was. */
    private static final String KEPT_HERE = """
            (sure) => new Promise((resolve, reject) => {
              const opening = indexedDB.open('rejoinder');
              opening.onerror = () => reject(opening.error);
              opening.onsuccess = () => {
                const reading = opening.result.transaction('drafts').objectStore('drafts').getAll();
                reading.onsuccess = () =>
                  resolve(reading.result.filter((draft) => draft.flagged).map((draft) => draft.confidence).join(' ') === sure);
              };
            })""";

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
        assertThat(Seen.title(page)).hasText("Review and finish");
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

    @Test
    @Tag("complaint-1")
    void theFlagAndHowSureOneWasAreThereAgainAfterTheBrowserWasKilledWithoutANetwork(Stage stage)
            throws IOException, InterruptedException {
        Interview interview = Interview.start(stage.shared(), 2, Interview.UNTIMED, 12);
        Path profile = folder.resolve("profile");
        Visit visit = stage.visitWithOwnBrowser(stage.shared(), profile).expectingRefusals();
        Page page = visit.go(interview.path());
        Seen.box(page).pressSequentially(FIRST);
        Seen.awaitSaved(page);
        visit.context().setOffline(true);
        // of the first answer only the marks are news, of the second the words, too
        page.keyboard().press("Alt+f");
        sure(page, "Fairly sure").check();
        page.keyboard().press("Alt+ArrowRight");
        Seen.box(page).pressSequentially(SECOND);
        page.keyboard().press("Alt+f");
        sure(page, "Very sure").check();
        page.waitForFunction(KEPT_HERE, "rather very");
        assertThat(interview.question(0).at("/draft/flagged").asBoolean()).isFalse();
        Stage.killBrowser(profile);
        stage.forget(visit);

        Page again = stage.visitWithOwnBrowser(stage.shared(), profile).go(interview.path() + "#1");
        assertThat(Seen.box(again)).hasValue(FIRST);
        assertThat(Seen.button(again, "Unflag")).isVisible();
        assertThat(sure(again, "Fairly sure")).isChecked();
        again.keyboard().press("Alt+ArrowRight");
        assertThat(Seen.box(again)).hasValue(SECOND);
        assertThat(Seen.button(again, "Unflag")).isVisible();
        assertThat(sure(again, "Very sure")).isChecked();
        Seen.awaitSaved(again);
        JsonNode drafts = interview.now().path("questions");
        assertThat(drafts.findValuesAsText("flagged")).containsExactly("true", "true");
        assertThat(drafts.findValuesAsText("confidence")).containsExactly("rather", "very");
        assertThat(drafts.findValuesAsText("text")).containsExactly(FIRST, SECOND);
    }

    private static Locator sure(Page page, String word) {
        return page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(word));
    }

    @Test
    void afterTheTimeOneMayGoOnAndThatIsKeptShownAndNotGraded(Stage stage) throws IOException, InterruptedException {
        Program program = stage.start(folder.resolve("data"));
        Interview interview = Interview.withOvertime(program, 2, Interview.seconds(600));
        // the server's clock is moved while it is away
        Visit visit = stage.visit(program).expectingRefusals();
        Page page = visit.go(interview.path());
        Seen.box(page).pressSequentially(FIRST);
        Seen.awaitSaved(page);
        program.stop();
        program.againLater(Duration.ofMinutes(11));
        Seen.box(page).pressSequentially(MORE);
        Locator timer = page.getByRole(AriaRole.TIMER);
        assertThat(timer).containsText(Pattern.compile("overtime \\+0[12]:\\d\\d, not graded"));
        assertThat(page.getByRole(AriaRole.ALERT))
                .containsText("Time is up. What you write from now on is saved but not graded.");
        Seen.awaitSaved(page);
        page.reload();
        assertThat(Seen.box(page)).hasValue(FIRST + MORE);
        assertThat(timer).containsText("overtime");
        Seen.button(page, "Next").click();
        Seen.box(page).pressSequentially(SECOND);
        Seen.button(page, "Review and finish").click();
        Seen.button(page, "Finish and mark").click();

        Seen.awaitScore(page);
        assertThat(page.getByText(Pattern.compile("1 of 2 answered, 1[1-9]:\\d\\d of 10 minutes used")))
                .isVisible();
        JsonNode session = interview.now();
        assertThat(session.at("/questions/0/answer/text").asText()).isEqualTo(FIRST);
        assertThat(session.at("/questions/1/answer/text").asText()).isEmpty();
        Seen.link(page, session.at("/questions/0/prompt").asText()).click();
        assertThat(words(page)).contains(FIRST.strip()).doesNotContain(MORE);
        Locator after =
                page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Written after time was up"));
        assertThat(after).containsText(MORE);
        assertThat(after).containsText("not graded");
    }

    @Test
    void theOvertimeEndsToo(Stage stage) throws IOException, InterruptedException {
        Program program = stage.start(folder.resolve("data"));
        Interview interview = Interview.withOvertime(program, 2, Interview.seconds(600));
        Visit visit = stage.visit(program).expectingRefusals();
        Page page = visit.go(interview.path());
        Seen.box(page).pressSequentially(FIRST);
        Seen.awaitSaved(page);
        program.stop();
        program.againLater(Duration.ofMinutes(21));
        Seen.box(page).fill(FIRST + MORE);
        // the page hears of the end with the answer to its save, and the result opens by itself
        Seen.awaitScore(page);
        assertThat(interview.now().path("endedBy").asText()).isEqualTo("deadline");
        assertThat(interview.question(0).at("/answer/text").asText()).isEqualTo(FIRST);
        assertThat(program.get("/api" + interview.path() + "/kept").findValuesAsText("text"))
                .contains(FIRST + MORE);
    }

    // what was typed, without the letters that the marks add between the words
    private static String words(Page page) {
        assertThat(answer(page)).isVisible();
        return String.valueOf(answer(page).evaluate("""
                                article => {
                                  const copy = article.cloneNode(true);
                                  copy.querySelectorAll('.key').forEach(key => key.remove());
                                  return copy.textContent;
                                }
                                """));
    }

    private static Locator answer(Page page) {
        return page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName("Your answer, marked"));
    }

    private static String percent(Locator score) {
        Matcher figure = Pattern.compile("^\\s*(\\d+)").matcher(score.innerText());
        assertThat(figure.find()).isTrue();
        return figure.group(1);
    }
}
