package rejoinder.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Complaints 6, 7, 9 and 10: clocks that jump, talk or lock one in. The browser's clock is moved by hand; the server's is, in {@code InterviewerTest} and
 * {@code SessionFlowTest}.
 */
@ExtendWith(OnStage.class)
@Tag("model")
class ComplaintsAboutTimeTest {
    private static final Pattern SHOWN = Pattern.compile("(?:(\\d+):)?(\\d\\d):(\\d\\d)");
    /** What an answer may take on its way and a tick of the clock. */
    private static final double SLACK_SECONDS = 2;

    private static final int MINUTE = 60_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {-26, 3})
    @Tag("complaint-6")
    void neitherAReloadNorAnotherTimeOnTheComputerMovesTheTimeThatIsLeft(long hours, Stage stage)
            throws IOException, InterruptedException {
        Interview interview = Interview.start(stage.shared(), 2, Interview.seconds(600), 6);
        Visit visit = stage.visit(stage.shared());
        Page page = visit.page();
        page.clock().install();
        visit.go(interview.path());
        assertSameTimeLeft(page, interview);
        page.clock().setSystemTime(Instant.now().plus(Duration.ofHours(hours)).toEpochMilli());
        assertSameTimeLeft(page, interview);
        page.reload();
        assertSameTimeLeft(page, interview);
        visit.go("/");
        assertThat(page.getByText(Pattern.compile("(09:\\d\\d|10:00) left")).first())
                .isVisible();
        visit.go(interview.path());
        assertSameTimeLeft(page, interview);
    }

    private static void assertSameTimeLeft(Page page, Interview interview) throws IOException, InterruptedException {
        Locator timer = page.getByRole(AriaRole.TIMER);
        assertThat(timer).hasText(SHOWN);
        double most = interview.now().at("/clock/millisLeft").asLong() / 1000.0;
        double shown = seconds(timer.innerText());
        double least = interview.now().at("/clock/millisLeft").asLong() / 1000.0;
        assertThat(shown).isBetween(least - SLACK_SECONDS, most + SLACK_SECONDS);
    }

    private static double seconds(String text) {
        Matcher figure = SHOWN.matcher(text);
        assertThat(figure.find()).isTrue();
        MatchResult shown = figure.toMatchResult();
        int hours = shown.group(1) == null ? 0 : Integer.parseInt(shown.group(1));
        return hours * 3600.0 + Integer.parseInt(shown.group(2)) * 60.0 + Integer.parseInt(shown.group(3));
    }

    @Test
    @Tag("complaint-7")
    void whenTheTimeEndsWithoutAServerTheAnswersWaitAndGoInByThemselves(Stage stage)
            throws IOException, InterruptedException {
        Program program = stage.start(folder.resolve("data"));
        Interview interview = Interview.start(program, 2, Interview.seconds(600), 7);
        Visit visit = stage.visit(program).expectingRefusals();
        Page page = visit.page();
        page.clock().install();
        visit.go(interview.path());
        Seen.box(page).pressSequentially("Before. ");
        Seen.awaitSaved(page);
        program.kill();
        Seen.box(page).pressSequentially("The last words.");
        page.clock().fastForward(11L * MINUTE);
        assertThat(Seen.heading(page, "Time")).isVisible();
        assertThat(page.getByText("Not handed in yet.")).isVisible();
        assertThat(Seen.button(page, "Try again")).isEnabled();
        assertThat(Seen.button(page, "Copy all my text")).isEnabled();
        program.again();
        Seen.awaitScore(page);
        assertThat(page).hasURL(Pattern.compile("/result$"));
        assertThat(Seen.title(page)).isFocused();
        assertThat(interview.question(0).at("/answer/text").asText()).isEqualTo("Before. The last words.");
    }

    @Test
    @Tag("complaint-7")
    void inEveryStateSomethingCanBePressedAlsoAfterAReload(Stage stage) throws IOException, InterruptedException {
        Program program = stage.shared();
        Visit visit = stage.visit(program);
        Page page = visit.go("/");
        assertSomethingToPress(page);
        Seen.button(page, "Start").click();
        assertThat(page.getByText("Nothing is counted.")).isVisible();
        assertSomethingToPress(page);
        page.reload();
        assertThat(Seen.box(page)).isEditable();
        assertSomethingToPress(page);
        Seen.box(page).pressSequentially("Words.");
        Seen.button(page, "pause").click();
        assertThat(Seen.heading(page, "Paused")).isVisible();
        page.reload();
        assertThat(Seen.heading(page, "Paused")).isVisible();
        assertSomethingToPress(page);
        Seen.button(page, "Go on").click();
        assertThat(Seen.box(page)).hasValue("Words.");
        page.keyboard().press("Alt+q");
        assertThat(Seen.title(page)).hasText("Review and finish");
        page.reload();
        assertThat(Seen.title(page)).hasText("Review and finish");
        assertSomethingToPress(page);
        Page second = visit.another();
        second.navigate(page.url());
        assertThat(second.getByText("This interview is open in another window."))
                .isVisible();
        assertSomethingToPress(second);
        second.close();
        Seen.button(page, "Finish and mark").click();
        Seen.awaitScore(page);
        assertSomethingToPress(page);
        // the address of the session leads to its result from now on
        page.navigate(page.url().replaceFirst("/result$", ""));
        Seen.awaitScore(page);
        page.reload();
        Seen.awaitScore(page);
        assertSomethingToPress(page);
    }

    @Test
    @Tag("complaint-7")
    void aSessionThatWasDeletedElsewhereLetsOneTakeTheWordsAlong(Stage stage) throws IOException, InterruptedException {
        Interview interview = Interview.start(stage.shared(), 2, Interview.UNTIMED, 7);
        Visit visit = stage.visit(stage.shared()).expectingRefusals();
        Page page = visit.go(interview.path());
        assertThat(Seen.box(page)).isEditable();
        interview.delete();
        Seen.box(page).pressSequentially("Words for nobody.");
        assertThat(page.getByText(Pattern.compile("^\\s*Not saved")).first()).isVisible();
        assertThat(Seen.button(page, "Copy").first()).isEnabled();
        visit.go(interview.path());
        assertSomethingToPress(page);
    }

    /** Something on the sheet itself, beside the way to other pages. */
    private static void assertSomethingToPress(Page page) {
        assertThat(page.locator("main")
                        .locator("a[href], button:enabled, textarea:not([readonly]), input:enabled, select:enabled")
                        .filter(new Locator.FilterOptions().setVisible(true))
                        .first())
                .isVisible();
    }

    @Test
    @Tag("complaint-9")
    void theWholeTimeAndTheTimeForEachQuestionAreShownAndTheAdviceLocksNothing(Stage stage)
            throws IOException, InterruptedException {
        Interview interview = Interview.start(stage.shared(), 3, Interview.SUGGESTED, 9);
        long suggested = interview.question(0).path("suggestedMillis").asLong();
        Visit visit = stage.visit(stage.shared()).expectingRefusals();
        Page page = visit.page();
        page.clock().install();
        visit.go(interview.path());
        assertThat(page.getByRole(AriaRole.TIMER)).containsText("left");
        assertThat(page.getByText(Pattern.compile("about " + suggested / MINUTE + " minutes?$")))
                .isVisible();
        visit.context().setOffline(true);
        page.clock().fastForward(suggested * 8 / 5);
        // by then the remark has looked at the time again
        page.clock().fastForward(6_000);
        assertThat(page.getByText(Pattern.compile(" here; two questions are left in \\d+½? minutes\\.")))
                .isVisible();
        assertThat(Seen.box(page)).isEditable();
        visit.context().setOffline(false);
    }

    @Test
    @Tag("complaint-10")
    void theTimeIsSilentButForItsHalfFiveMinutesOneMinuteAndTheEnd(Stage stage)
            throws IOException, InterruptedException {
        Interview interview = Interview.start(stage.shared(), 2, Interview.seconds(900), 10);
        Visit visit = stage.visit(stage.shared()).expectingRefusals();
        Page page = visit.page();
        page.clock().install();
        visit.go(interview.path());
        assertThat(Seen.box(page)).isEditable();
        Locator timer = page.getByRole(AriaRole.TIMER);
        Locator announced = page.getByRole(AriaRole.STATUS).or(page.getByRole(AriaRole.ALERT));
        Seen.button(page, "hide").click();
        // so that the server does not set the time right again
        visit.context().setOffline(true);
        page.clock().fastForward(4L * MINUTE);
        assertThat(timer).hasText("time hidden");
        assertThat(String.join("", announced.allInnerTexts())).isBlank();
        page.clock().fastForward(4L * MINUTE);
        assertThat(announced.filter(saying("Half the time is used, 7 minutes 30 seconds left.")))
                .hasCount(1);
        assertThat(timer).hasText("time hidden");
        page.clock().fastForward(3L * MINUTE);
        assertThat(announced.filter(saying("Five minutes left."))).hasCount(1);
        page.clock().fastForward(3L * MINUTE + MINUTE / 2);
        assertThat(announced.filter(saying("One minute left."))).hasCount(1);
        // hidden or not, the last minute is there to be seen, in a word and not by colour alone
        assertThat(timer).containsText("last minute");
        assertThat(timer).hasAttribute("aria-live", "off");
        page.clock().fastForward(MINUTE);
        assertThat(page.getByRole(AriaRole.ALERT).filter(saying("Time is up."))).hasCount(1);
        visit.context().setOffline(false);
        Seen.awaitScore(page);
    }

    private static Locator.FilterOptions saying(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }

    @ParameterizedTest
    @CsvSource({"×1.5, 1.5", "×2, 2", "no clock, 0", "exactly, -1"})
    @Tag("complaint-10")
    void theTimeIsTheCandidatesToChoose(String choice, double factor, Stage stage)
            throws IOException, InterruptedException {
        Program program = stage.shared();
        Visit visit = stage.visit(program);
        Page page = visit.go("/");
        Seen.button(page, "Time").click();
        Locator sheet = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Time"));
        sheet.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(choice))
                .check();
        if (factor < 0) {
            sheet.getByRole(AriaRole.SPINBUTTON).fill("23");
        }
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/sessions/"));
        JsonNode session = program.get("/api" + page.url().replaceFirst("^.*?(/sessions/[^/#]+).*$", "$1"));
        long suggested = 0;
        for (JsonNode question : session.path("questions")) {
            suggested += question.path("suggestedMillis").asLong();
        }
        double total = session.at("/clock/totalMillis").asDouble(0);
        assertThat(total).isCloseTo(factor < 0 ? 23 * MINUTE : factor * suggested, within(1.0));
        if (factor == 0) {
            // the home page lists other unfinished sessions, and stands until the question is there
            Seen.box(page).waitFor();
            assertThat(page.getByText("no clock").first()).isVisible();
        } else {
            assertThat(page.getByRole(AriaRole.TIMER)).containsText("left");
        }
    }

    @Test
    @Tag("complaint-10")
    void pausingStopsTheClockForEveryoneAndAReloadDoesNotStartIt(Stage stage) throws IOException, InterruptedException {
        Interview interview = Interview.start(stage.shared(), 2, Interview.seconds(600), 11);
        Visit visit = stage.visit(stage.shared());
        Page page = visit.go(interview.path());
        Seen.button(page, "pause").click();
        assertThat(Seen.heading(page, "Paused")).isVisible();
        long stopped = interview.now().at("/clock/millisLeft").asLong();
        page.reload();
        assertThat(Seen.heading(page, "Paused")).isVisible();
        assertThat(interview.now().at("/clock/millisLeft").asLong()).isEqualTo(stopped);
        Seen.button(page, "Go on").click();
        assertThat(Seen.box(page)).isEditable();
        assertThat(List.of("running"))
                .contains(interview.now().at("/clock/kind").asText());
    }
}
