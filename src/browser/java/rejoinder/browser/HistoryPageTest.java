package rejoinder.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The list of all sessions: finding one, by its notes too, reading again without scores, and deleting one. */
@ExtendWith(OnStage.class)
@Tag("model")
class HistoryPageTest {
    private static final String NOTE = "Ask about spurious wake-ups.";
    private static final Pattern BAND = Pattern.compile(
            "^From \\d+ % \\(\\d+-\\d+\\) on \\d+ \\w+ to \\d+ % \\(\\d+-\\d+\\) on \\d+ \\w+, 2 figures\\.");
    private static final Pattern PERCENT = Pattern.compile("\\d+ %");

    @TempDir
    private Path folder;

    private Program program(Stage stage) throws IOException, InterruptedException {
        Program program = stage.start(
                folder.resolve("data"),
                "--content",
                SmallBank.write(folder.resolve("bank")).toString());
        program.awaitGrader();
        return program;
    }

    private static Interview held(Program program, String question) throws IOException, InterruptedException {
        Interview interview = Interview.of(program, List.of(question), Interview.UNTIMED)
                .write(0, SmallBank.OWNER)
                .submit();
        interview.graded();
        return interview;
    }

    @Test
    void aNoteIsKeptWithItsQuestionAndFound(Stage stage) throws IOException, InterruptedException {
        Program program = program(stage);
        Interview noted = held(program, SmallBank.LOCK);
        held(program, SmallBank.QUEUE);
        Interview practice = Interview.practice(program, List.of(SmallBank.QUEUE))
                .write(0, SmallBank.RELEASE)
                .settle(0)
                .submit();
        practice.graded();
        Visit visit = stage.visit(program);
        Page page = visit.go(noted.path() + "/questions/1");
        // rare things are in one fold; the key opens it at the note
        assertThat(page.locator("summary").filter(new Locator.FilterOptions().setHasText("your note")))
                .isVisible();
        page.keyboard().press("n");
        Locator note = page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Note"));
        assertThat(note).isEditable();
        assertThat(note).isFocused();
        page.keyboard().type(NOTE);
        assertThat(page.getByRole(AriaRole.STATUS)
                        .filter(new Locator.FilterOptions()
                                .setHasText(Pattern.compile("^Saved \\d\\d:\\d\\d:\\d\\d ✓$"))))
                .isVisible();

        visit.go("/history");
        Locator rows = page.getByRole(AriaRole.ROW);
        assertThat(rows).hasCount(4);
        page.getByLabel("with my notes").check();
        assertThat(page.getByText("1 of 3 sessions.")).isVisible();
        page.getByLabel("with my notes").uncheck();
        page.getByLabel("Mode").selectOption("practice");
        assertThat(page.getByText("1 of 3 sessions.")).isVisible();
        page.getByLabel("Mode").selectOption("");
        page.getByLabel("Since").fill("2999-01-01");
        assertThat(page.getByText("0 of 3 sessions.")).isVisible();
        Seen.button(page, "Show all sessions").click();
        assertThat(rows).hasCount(4);
        page.getByRole(AriaRole.SEARCHBOX).fill("spurious");
        assertThat(page.getByText("1 of 3 sessions.")).isVisible();
        page.getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText("spurious"))
                .click();
        assertThat(page).hasURL(Pattern.compile(noted.path() + "/questions/1#note$"));
        assertThat(note).hasValue(NOTE);
    }

    @Test
    void anAnswerThatContradictsAnEarlierOneOrIsWorseStandsBesideIt(Stage stage)
            throws IOException, InterruptedException {
        Program program = stage.start(
                folder.resolve("measured"),
                "--content",
                MeasuredBank.write(folder.resolve("measured-bank")).toString());
        program.awaitGrader();
        String right = "C# and JavaScript run the body at once, up to the first await that suspends.";
        String opposite = "In C# and JavaScript nothing runs before the await.";
        for (List<String> answers : List.of(
                List.of(right, MeasuredBank.SETS_ANSWER), List.of(opposite, "A set keeps each item only once."))) {
            Interview.of(program, List.of(MeasuredBank.AWAIT, MeasuredBank.SETS), Interview.UNTIMED)
                    .write(0, answers.get(0))
                    .write(1, answers.get(1))
                    .submit()
                    .graded();
        }
        Page page = stage.visit(program).go("/history");
        Locator pairs = page.locator(".reversal");
        assertThat(pairs).hasCount(2);
        assertThat(pairs.first()).containsText("Now the opposite");
        assertThat(pairs.first()).containsText(MeasuredBank.EAGER);
        assertThat(pairs.first().locator(".answer-text")).hasText(new String[] {right, opposite});
        assertThat(pairs.last()).containsText("Now left out");
        assertThat(pairs.last()).not().containsText("Now the opposite");
        pairs.first().getByRole(AriaRole.LINK).first().click();
        assertThat(page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName("Your answer, marked")))
                .containsText(right);
    }

    @Test
    void theTrendOfATopicStandsWithItsBand(Stage stage) throws IOException, InterruptedException {
        Program program = program(stage);
        for (int answer = 0; answer < 3; answer++) {
            held(program, SmallBank.LOCK);
        }
        Visit visit = stage.visit(program).expectingRefusals();
        Page page = visit.go("/topics/locks");
        assertThat(page.getByText("The line needs two days with answers; so far there is one."))
                .isVisible();
        program.stop();
        program.againLater(Duration.ofDays(1));
        program.awaitGrader();
        held(program, SmallBank.LOCK);
        page.reload();
        assertThat(page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName(BAND)))
                .isVisible();
        page.getByText("As a table").click();
        Locator days = page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("How it came about"))
                .getByRole(AriaRole.ROW);
        assertThat(days).hasCount(3);
        assertThat(days.nth(1)).containsText(Pattern.compile("\\d+ %\\s*\\d+-\\d+"));
    }

    @Test
    void scoresStayHiddenUntilOneAsks(Stage stage) throws IOException, InterruptedException {
        Program program = program(stage);
        Interview interview = held(program, SmallBank.LOCK);
        Visit visit = stage.visit(program);
        Page page = visit.go("/history");
        Locator sheet = page.getByRole(AriaRole.MAIN);
        assertThat(sheet).containsText(PERCENT);
        page.getByLabel("hide scores until I ask").check();
        assertThat(sheet).not().containsText(PERCENT);
        page.reload();
        assertThat(page.getByText("hidden", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(sheet).not().containsText(PERCENT);

        visit.go(interview.path() + "/questions/1");
        assertThat(page.getByRole(AriaRole.ARTICLE)).containsText(SmallBank.OWNER);
        assertThat(page.locator("mark, .point, .sum")).hasCount(0);
        assertThat(sheet).not().containsText("of 100");
        Seen.button(page, "Show the marks").click();
        assertThat(page.locator("mark").first()).isVisible();
        assertThat(sheet).containsText("of 100");

        visit.go(interview.path() + "/result");
        assertThat(Seen.button(page, "Show the scores")).isVisible();
        assertThat(sheet).not().containsText(PERCENT);
        assertThat(page).not().hasTitle(PERCENT);
        Seen.button(page, "Show the scores").click();
        Seen.awaitScore(page);
    }

    @Test
    void aLongHistoryIsShownInPartAndCountedInFull(Stage stage) throws IOException, InterruptedException {
        Program program = program(stage);
        Interview.practice(program, List.of(SmallBank.QUEUE));
        for (int session = 1; session < 27; session++) {
            Interview.of(program, List.of(SmallBank.LOCK), Interview.UNTIMED);
        }
        Page page = stage.visit(program).go("/history");
        Locator rows = page.locator(".history-table tbody tr");
        assertThat(rows).hasCount(25);
        assertThat(page.getByText("27 sessions.")).isVisible();
        page.getByLabel("Mode").selectOption("practice");
        assertThat(page.getByText("1 of 27 sessions.")).isVisible();
        assertThat(rows).hasCount(1);
        page.getByLabel("Mode").selectOption("");
        assertThat(rows).hasCount(25);
        Seen.button(page, "Show more").click();
        assertThat(rows).hasCount(27);
        assertThat(Seen.button(page, "Show more")).hasCount(0);
    }

    @Test
    void oneSessionIsDeletedAfterItIsSaidWhatGoes(Stage stage) throws IOException, InterruptedException {
        Program program = program(stage);
        Interview gone = held(program, SmallBank.LOCK);
        Interview stays = held(program, SmallBank.QUEUE);
        Visit visit = stage.visit(program).expectingRefusals();
        Page page = visit.go(gone.path() + "/result");
        Seen.awaitScore(page);
        Seen.button(page, "Delete this session").click();
        Locator asking = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Delete this session"));
        assertThat(asking).containsText("This interview goes: 1 question, your 1 answer with the marks.");
        assertThat(Seen.button(page, "Keep it")).isFocused();
        page.keyboard().press("Escape");
        assertThat(asking).isHidden();
        assertThat(Seen.button(page, "Delete this session")).isFocused();
        page.keyboard().press("Enter");
        Seen.button(page, "Delete it").click();
        assertThat(Seen.title(page)).hasText("History");
        assertThat(page.getByText("One session.")).isVisible();
        assertThat(program.get("/api/sessions").path("sessions")).hasSize(1);
        visit.go(gone.path() + "/result");
        assertThat(Seen.title(page)).hasText("Not here");

        visit.go("/history");
        Seen.button(page, "Delete sessions").click();
        Seen.button(page, "Delete this one").click();
        Seen.button(page, "Delete it").click();
        assertThat(Seen.title(page)).hasText("History");
        assertThat(page.getByText("No interviews yet.")).isVisible();
        visit.go(stays.path() + "/result");
        assertThat(Seen.title(page)).hasText("Not here");
    }
}
