package rejoinder.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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

/** The loop of practice with the keyboard alone: what is weak is asked, marked at once, said once more, rated; and the topics are others afterwards. */
@ExtendWith(OnStage.class)
@Tag("model")
class PracticeTest {
    private static final String TOPIC = "data-structures";
    private static final String LITTLE = "It keeps things in some order, and that is all I remember.";
    private static final int QUESTIONS = 5;

    @TempDir
    private Path folder;

    @Test
    void aWeakTopicIsPractisedFromTheFirstKeyToWhatChanged(Stage stage) throws IOException, InterruptedException {
        Program program = stage.start(folder.resolve("data"));
        program.awaitGrader();
        JsonNode before = weaken(program);
        Visit visit = stage.visit(program);
        Page page = visit.go("/");
        assertThat(page.getByText("Weakest:")).isVisible();

        press(page, "p");
        assertThat(Seen.box(page)).isFocused();
        assertThat(page.getByText("Why this one:")).isVisible();
        String first = Seen.title(page).innerText();
        String session = "/api" + page.url().replaceFirst("^.*?(/sessions/[^/#]+).*$", "$1");

        assertThat(page.getByText("costs 10 of 100")).isVisible();
        press(page, "Alt+h");
        assertThat(page.getByText(Pattern.compile("−\\d+ of 100"))).isVisible();
        assertThat(Seen.box(page)).isFocused();
        page.keyboard().type(LITTLE);
        press(page, "Control+Enter");
        marked(page);

        press(page, "d");
        assertThat(page.locator("follow-up textarea")).isFocused();
        page.keyboard().type("What I left out.");
        press(page, "Control+Enter");
        assertThat(page.getByText("counted separately")).isVisible();

        Locator proposed = page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setChecked(true))
                .and(page.locator("[name=rating]"));
        String words = proposed.locator("..").textContent();
        press(page, "4");
        assertThat(proposed.locator("..")).containsText("Easy");
        assertThat(page.getByText("By the score it would be")).isVisible();
        assertThat(program.get(session + "/questions/0/practice")
                        .at("/schedule/chosen")
                        .asInt())
                .isEqualTo(4);
        press(page, "Control+z");
        assertThat(proposed.locator("..")).hasText(words);
        press(page, "a");
        assertThat(Seen.button(page, "Ask again after this round")).hasAttribute("aria-pressed", "true");

        for (int place = 1; place < QUESTIONS; place++) {
            press(page, "Enter");
            assertThat(Seen.box(page)).isFocused();
            page.keyboard().type(LITTLE);
            press(page, "Control+Enter");
            marked(page);
        }
        press(page, "Enter");
        assertThat(Seen.title(page)).hasText("What changed");
        JsonNode after = mastery(program);
        assertThat(after.path("answers").asInt())
                .isGreaterThan(before.path("answers").asInt());
        Locator row = page.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions()
                        .setHasText(after.path("title").asText()));
        assertThat(row).containsText(before.path("mid").asInt() + " %");
        assertThat(row)
                .containsText(after.path("mid").asInt() + " % (" + after.path("low") + "-" + after.path("high") + ")");

        // what was marked to come again is one key away
        press(page, "a");
        assertThat(Seen.box(page)).isFocused();
        assertThat(Seen.title(page)).hasText(first);
        assertThat(page.getByText("1 of 1")).isVisible();

        Page topics = visit.go("/topics");
        Locator known = topics.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions()
                        .setHasText(after.path("title").asText()));
        assertThat(known).containsText(after.path("mid").asInt() + " %");
        assertThat(known).containsText(Pattern.compile("\\d+ of \\d+ questions never answered"));
    }

    @Test
    void whereAnswersWentWrongThatIsSaidAndTheirQuestionsAreOneKeyAway(Stage stage)
            throws IOException, InterruptedException {
        Program program = stage.start(folder.resolve("data"));
        program.awaitGrader();
        weaken(program);
        Visit visit = stage.visit(program);
        Page page = visit.go("/practice");
        assertThat(page.getByText("they come back first")).isVisible();
        assertThat(Seen.button(page, "Practise what went wrong")).isVisible();
        page.getByLabel("Longest wait, in days").fill("1");
        press(page, "Enter");
        assertThat(page.getByText("Set.", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(program.get("/api/plan").at("/memory/mostDays").asInt()).isEqualTo(1);
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                .click();
        press(page, "p");
        assertThat(Seen.box(page)).isFocused();
    }

    @Test
    void theResultAndTheTopicAreOneKeyAwayFromPractice(Stage stage) throws IOException, InterruptedException {
        Program program = stage.start(folder.resolve("data"));
        program.awaitGrader();
        String result = session(program) + "/result";
        Visit visit = stage.visit(program);
        Page page = visit.go(result);
        Seen.awaitScore(page);
        press(page, "p");
        assertThat(Seen.box(page)).isFocused();

        visit.go("/topics/" + TOPIC);
        assertThat(Seen.heading(page, "Questions you answered")).isVisible();
        press(page, "p");
        assertThat(Seen.box(page)).isFocused();
        JsonNode round = program.get("/api" + page.url().replaceFirst("^.*?(/sessions/[^/#]+).*$", "$1"));
        assertThat(round.path("questions"))
                .isNotEmpty()
                .allSatisfy(question ->
                        assertThat(question.at("/topic/id").asText()).isEqualTo(TOPIC));

        visit.go("/history");
        assertThat(Seen.title(page)).hasText("History");
        press(page, "p");
        assertThat(Seen.box(page)).isFocused();
    }

    @Test
    void aPointThatWasMissedIsSaidInOneLineOnThePageOfItsTopic(Stage stage) throws IOException, InterruptedException {
        Program program = stage.start(folder.resolve("data"));
        program.awaitGrader();
        weaken(program);
        JsonNode point = program.get("/api/topics/" + TOPIC).at("/neverHit/0");
        Visit visit = stage.visit(program);
        Page page = visit.go("/topics/" + TOPIC);
        Seen.button(page, "Say it in one line").first().focus();
        press(page, "Enter");
        assertThat(line(page)).isFocused();
        page.keyboard().type(point.path("statement").asText());
        press(page, "Enter");
        assertThat(page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName("Your line, marked")))
                .containsText("Made");
    }

    @Test
    void theDateOfAnInterviewMakesAPlanByDay(Stage stage) throws IOException, InterruptedException {
        Program program = stage.start(folder.resolve("data"));
        program.awaitGrader();
        weaken(program);
        Visit visit = stage.visit(program);
        Page page = visit.go("/practice/interview");
        assertThat(page.getByText("Leave it empty and the plan says how many it takes."))
                .isVisible();
        page.getByLabel("Day of the interview")
                .fill(LocalDate.now(ZoneId.systemDefault()).plusDays(6).toString());
        press(page, "Enter");
        assertThat(Seen.heading(page, "What to expect on the day")).isVisible();
        Locator days = page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Day by day"));
        // the head, and one row per day up to the day before the interview
        assertThat(days.getByRole(AriaRole.ROW)).hasCount(1 + 6);
        Locator expected =
                page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("What to expect on the day"));
        assertThat(expected.getByText(Pattern.compile("^\\d+ % \\(\\d+-\\d+\\)$"))
                        .first())
                .isVisible();
        visit.go("/practice");
        assertThat(page.getByText("in 6 days")).isVisible();
        assertThat(page.getByText(
                        Pattern.compile("For the interview it is \\d+ answers a day, \\d+ of them left today")))
                .isVisible();
        int left = program.get("/api/plan").at("/interview/leftToday").asInt();
        assertThat(Seen.button(page, "Practise ten of the " + left + " left for today"))
                .isVisible();
        visit.go("/practice/interview");
        Seen.button(page, "Remove the date").press("Enter");
        assertThat(days).hasCount(0);
    }

    /** Answers questions of a topic badly, and says what is known of it then. */
    private static JsonNode weaken(Program program) throws IOException, InterruptedException {
        session(program);
        return mastery(program);
    }

    private static String session(Program program) throws IOException, InterruptedException {
        List<String> ids = program.get("/api/topics/" + TOPIC).path("unseen").findValuesAsText("id").stream()
                .limit(4)
                .toList();
        Interview interview = Interview.of(program, ids, Interview.UNTIMED);
        for (int place = 0; place < ids.size(); place++) {
            interview.write(place, LITTLE);
        }
        interview.submit().graded();
        return interview.path();
    }

    private static JsonNode mastery(Program program) throws IOException, InterruptedException {
        for (JsonNode topic : program.get("/api/plan").path("topics")) {
            if (topic.path("id").asText().equals(TOPIC)) {
                return topic;
            }
        }
        throw new AssertionError("Nothing is known of " + TOPIC + ".");
    }

    private static void marked(Page page) {
        assertThat(page.getByText("How well did you know it?")).isVisible();
        assertThat(Seen.title(page)).isFocused();
    }

    private static Locator line(Page page) {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("In one sentence"));
    }

    private static void press(Page page, String key) {
        page.keyboard().press(key);
    }
}
