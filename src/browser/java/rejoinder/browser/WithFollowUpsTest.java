package rejoinder.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of a candidate: an interview with follow-ups, its result, two words about its marks, a round of practice that is ended early, progress, the plan. */
@ExtendWith(OnStage.class)
@Tag("model")
class WithFollowUpsTest {
    private static final String OPPOSITE = "In C# and JavaScript nothing runs before the await.";
    private static final String NOTHING = "It has something to do with memory.";
    private static final int SHORTEST = 3;

    @TempDir
    private Path folder;

    @Test
    void anInterviewWithFollowUpsLeadsToItsResultToPracticeToProgressAndToThePlan(Stage stage)
            throws IOException, InterruptedException {
        Program program = stage.start(
                folder.resolve("data"),
                "--content",
                MeasuredBank.write(folder.resolve("bank")).toString());
        program.awaitGrader();
        Map<String, String> answers = Map.of(
                MeasuredBank.AWAIT,
                OPPOSITE,
                MeasuredBank.SETS,
                unclearAnswer(program, MeasuredBank.SETS),
                MeasuredBank.DECORATORS,
                NOTHING);
        Page page = stage.visit(program).go("/");
        Interview interview = interviewed(program, page, answers);

        Seen.awaitScore(page);
        assertThat(page.getByText(Pattern.compile("^follow-up \\d+$"))).isVisible();
        onPaperIsADocument(page);
        accusationStruck(page, interview);
        unclearPointAnswered(page, interview);

        page.navigate(program.url() + interview.path() + "/result");
        Seen.awaitScore(page);
        page.keyboard().press("p");
        assertThat(Seen.box(page)).isFocused();
        Seen.box(page).fill(NOTHING);
        Seen.awaitSaved(page);
        page.keyboard().press("Control+Enter");
        assertThat(page.getByText("How well did you know it?")).isVisible();
        page.keyboard().press("Alt+q");
        assertThat(Seen.title(page)).hasText("End the round");
        assertThat(page.getByText("What you leave empty does not count and is asked again soon."))
                .isVisible();
        page.keyboard().press("Control+Enter");
        assertThat(page).hasURL(Pattern.compile("/change$"));
        endedEarlyCountsWhatWasAnswered(page, program);

        page.navigate(program.url() + "/progress");
        assertThat(page.getByText("answers, 4 of them today")).isVisible();
        assertThat(Seen.heading(page, "Points you have never made")).isVisible();
        page.navigate(program.url() + "/practice");
        assertThat(page.getByText(Pattern.compile("went wrong last time; (it comes|they come) back first")))
                .isVisible();
        assertThat(Seen.button(page, "Practise what went wrong")).isVisible();
        Seen.link(page, "Set the date of an interview").click();
        page.getByLabel("Day of the interview")
                .fill(LocalDate.now(ZoneId.systemDefault()).plusDays(9).toString());
        Seen.button(page, "Make the plan").click();
        assertThat(Seen.heading(page, "Day by day")).isVisible();
    }

    /** Sets it up, answers every question, and the first of the follow-ups. */
    private static Interview interviewed(Program program, Page page, Map<String, String> answers)
            throws IOException, InterruptedException {
        Seen.button(page, "How many questions").click();
        page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("How many questions"))
                .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("three"))
                .check();
        page.keyboard().press("Escape");
        Seen.button(page, "When to mark").click();
        page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("When to mark"))
                .getByRole(AriaRole.CHECKBOX, new Locator.GetByRoleOptions().setName("with follow-ups"))
                .check();
        page.keyboard().press("Escape");
        Seen.button(page, "Start").press("Enter");
        assertThat(Seen.box(page)).isEditable();
        Matcher address = Pattern.compile("/sessions/([^/#?]+)").matcher(page.url());
        assertThat(address.find()).isTrue();
        Interview interview = new Interview(program, address.group(1), "");
        List<String> asked = interview.questions();
        for (int place = 0; place < asked.size(); place++) {
            Seen.box(page).fill(answers.get(asked.get(place)));
            Seen.awaitSaved(page);
            page.keyboard().press("Control+Enter");
            // until then the box is still that of the answer
            assertThat(Seen.button(page, "Leave it")).isVisible();
            if (place > 0) {
                Seen.button(page, "Leave it").click();
                continue;
            }
            Locator line = page.getByRole(AriaRole.TEXTBOX);
            assertThat(line).isFocused();
            line.fill("It is kept as long as it is used.");
            page.reload();
            assertThat(line).hasValue("It is kept as long as it is used.");
            line.press("Control+Enter");
            assertThat(page.getByText("2 of 3")).isVisible();
            assertThat(page.getByText("handed in")).isVisible();
        }
        assertThat(Seen.title(page)).hasText("Review and finish");
        page.keyboard().press("Control+Enter");
        return interview;
    }

    /** What a browser prints: every marked answer, nothing to press, and a name for the file. */
    private static void onPaperIsADocument(Page page) {
        String title = page.title();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.evaluate("dispatchEvent(new Event('beforeprint'))");
        assertThat(page.locator(".script-on-paper")).hasCount(3);
        assertThat(page).hasTitle(Pattern.compile("rejoinder-\\d{4}-\\d\\d-\\d\\d-measured"));
        assertThat(page.locator(":is(button, input, textarea, select):visible")).hasCount(0);
        page.evaluate("dispatchEvent(new Event('afterprint'))");
        assertThat(page).hasTitle(title);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    private static void accusationStruck(Page page, Interview interview) throws IOException, InterruptedException {
        page.navigate(questionOf(interview, MeasuredBank.AWAIT));
        Locator accused = page.locator(".contradicted .point").first();
        assertThat(accused).containsText("You wrote");
        Seen.button(page, "That is not what I wrote").first().click();
        assertThat(accused).containsText("Struck. The grader says 0.");
        assertThat(accused.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Undo")))
                .isVisible();
    }

    private static void unclearPointAnswered(Page page, Interview interview) throws IOException, InterruptedException {
        page.navigate(questionOf(interview, MeasuredBank.SETS));
        Locator unclear = page.locator(".unclear .point").first();
        assertThat(unclear).isVisible();
        String before = page.locator(".score-figure").innerText();
        unclear.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Yes"))
                .click();
        assertThat(unclear).containsText("You meant it. The grader says");
        assertThat(page.locator(".score-figure")).not().hasText(before);
        assertThat(page.locator(".interval")).containsText("The grader says " + before);
    }

    /** A round has as many questions as were missed; of those that were not answered nothing is kept. */
    private static void endedEarlyCountsWhatWasAnswered(Page page, Program program)
            throws IOException, InterruptedException {
        Interview round = new Interview(program, page.url().replaceAll("^.*/sessions/|/change$", ""), "");
        assertThat(round.questions()).hasSizeGreaterThan(1);
        List<String> outcomes = round.now().path("questions").findValuesAsText("outcome");
        assertThat(outcomes.subList(0, 1)).containsExactly("marked");
        assertThat(outcomes.subList(1, outcomes.size())).containsOnly("skipped");
    }

    private static String questionOf(Interview interview, String id) throws IOException, InterruptedException {
        return interview.program().url() + interview.path() + "/questions/"
                + (interview.questions().indexOf(id) + 1);
    }

    /** A part of what some point of a question says, of which the grader cannot tell whether it makes the point. */
    private static String unclearAnswer(Program program, String id) throws IOException, InterruptedException {
        JsonNode question = program.get("/api/bank/questions/" + id).get("question");
        for (JsonNode point : question.get("points")) {
            String[] words =
                    point.get("statement").asText().replaceAll("[.]$", "").split(" ", -1);
            List<String> all = List.of(words);
            for (int left = 1; left <= all.size() - SHORTEST; left++) {
                for (List<String> part : List.of(all.subList(0, all.size() - left), all.subList(left, all.size()))) {
                    String text = String.join(" ", part) + ".";
                    ObjectNode tried = new ObjectMapper().createObjectNode().put("text", text);
                    tried.set("question", question);
                    JsonNode grade = program.send("POST", "/api/bank/try", tried.toString());
                    if (grade.at("/marking/lines").findValuesAsText("verdict").contains("unclear")) {
                        return text;
                    }
                }
            }
        }
        throw new IllegalStateException("No part of a point of " + id + " is unclear to the grader.");
    }
}
