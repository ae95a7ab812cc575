package rejoinder.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import rejoinder.SharedBank;
import rejoinder.bank.ItemBank;
import rejoinder.bank.QuestionId;

/** Somebody who has read no manual and presses what stands there: an interview, its result, a word against a mark, the misses once more, and all of it the next day. */
@ExtendWith(OnStage.class)
@Tag("model")
class NewcomerTest {
    private static final int QUESTIONS = 5;
    private static final Duration A_DAY = Duration.ofDays(1);
    /** Letters after which a first sentence may end; a full stop before is one of an abbreviation or of code. */
    private static final int A_SENTENCE = 40;

    private static final String SECOND_TRY = "I looked it up and still cannot say it well.";

    @TempDir
    private Path folder;

    @Test
    void anInterviewIsReadCorrectedPractisedAndFoundAgainTomorrow(Stage stage)
            throws IOException, InterruptedException {
        Program program = stage.start(folder.resolve("data"));
        Visit visit = stage.visit(program);
        Page page = visit.go("/");
        Seen.button(page, "Start").click();
        List<String> answers = held(program, page);

        Seen.awaitScore(page);
        assertThat(page.getByText("4 of 5 answered")).isVisible();
        JsonNode before = session(program, page);
        // the second answer made some of its points
        int own = before.at("/questions/1/score/percent").asInt();
        Seen.link(page, before.at("/questions/1/prompt").asText()).click();
        assertThat(progress(page, own)).isVisible();
        Seen.button(page, "I did say this").first().click();
        assertThat(Seen.button(page, "Undo")).isVisible();
        int corrected = session(program, page).at("/questions/1/score/percent").asInt();
        assertThat(corrected).isGreaterThan(own);
        assertThat(progress(page, corrected)).isVisible();

        page.locator(".crumb a").first().click();
        // the question's own page shows a score, too
        assertThat(page.getByText("4 of 5 answered")).isVisible();
        assertThat(page.getByText("was " + own)).isVisible();
        String percent = Seen.awaitScore(page).locator(".score-figure").innerText();
        String result = page.url();
        Seen.button(page, "Practise th").click();
        practised(page);

        program.stop();
        program.againLater(A_DAY);
        visit.context()
                .clock()
                .install(new Clock.InstallOptions()
                        .setTime(Instant.now().plus(A_DAY).toEpochMilli()));
        Page tomorrow = visit.another();
        tomorrow.navigate(program.url());
        assertThat(tomorrow.getByText("Yesterday").first()).isVisible();
        Seen.link(tomorrow, "History").click();
        Locator rows = tomorrow.getByRole(AriaRole.ROW);
        // the word alone: there may be a topic with it in its title
        assertThat(rows.filter(new Locator.FilterOptions()
                        .setHas(tomorrow.getByText("practice", new Page.GetByTextOptions().setExact(true)))))
                .hasCount(1);
        Locator row = rows.filter(saying(answers.size() + " of " + QUESTIONS)).filter(saying(percent));
        row.getByRole(AriaRole.LINK).first().click();
        assertThat(tomorrow).hasURL(result);
        assertThat(Seen.awaitScore(tomorrow)).containsText(percent);
        Seen.link(tomorrow, before.at("/questions/1/prompt").asText()).click();
        assertThat(progress(tomorrow, corrected)).isVisible();
        assertThat(tomorrow.getByText("By your word.").first()).isVisible();
        assertThat(session(program, tomorrow).at("/questions/1/answer/text").asText())
                .isEqualTo(answers.get(1));
        tomorrow.goBack();
        Seen.link(tomorrow, before.at("/questions/2/prompt").asText()).click();
        assertThat(Seen.heading(tomorrow, "Your 2 attempts")).isVisible();
    }

    /** Answers the questions: in full, in part, not at all, not well, and leaves the last one empty. */
    private static List<String> held(Program program, Page page) throws IOException, InterruptedException {
        ItemBank bank = SharedBank.bank();
        assertThat(Seen.box(page)).isFocused();
        List<String> answers = new ArrayList<>();
        for (JsonNode question : session(program, page).path("questions")) {
            assertThat(page.getByText(Pattern.compile((answers.size() + 1) + " of " + QUESTIONS))
                            .first())
                    .isVisible();
            if (answers.size() == QUESTIONS - 1) {
                break;
            }
            String reference = QuestionId.parse(question.path("id").asText())
                    .flatMap(bank::question)
                    .orElseThrow()
                    .referenceAnswers()
                    .get(0)
                    .text();
            String answer = switch (answers.size()) {
                case 0 -> reference;
                case 1 -> reference.substring(0, reference.indexOf(". ", A_SENTENCE) + 1);
                case 2 -> "I do not know.";
                default -> "Something with a list, I think.";
            };
            Seen.box(page).fill(answer);
            Seen.button(page, "Next").click();
            answers.add(answer);
        }
        Seen.button(page, "Review and finish").click();
        assertThat(page.getByText("One is empty.")).isVisible();
        Seen.button(page, "Finish and mark").click();
        return answers;
    }

    /** Answers each question of a round until it is over. */
    private static void practised(Page page) {
        Locator onwards = page.locator("[data-onwards]");
        Locator over = Seen.title(page).filter(saying("What changed"));
        do {
            assertThat(Seen.box(page)).isEditable();
            Seen.box(page).fill(SECOND_TRY);
            Seen.button(page, "Mark it").click();
            assertThat(Seen.heading(page, "Your answer")).isVisible();
            String last = onwards.innerText();
            onwards.click();
            if (last.startsWith("End")) {
                assertThat(over).isVisible();
                return;
            }
        } while (true);
    }

    private static Locator progress(Page page, int percent) {
        return page.getByRole(AriaRole.STATUS)
                .filter(saying(percent + " of 100"))
                .first();
    }

    private static JsonNode session(Program program, Page page) throws IOException, InterruptedException {
        return program.get("/api" + page.url().replaceFirst("^.*?(/sessions/[^/#]+).*$", "$1"));
    }

    private static Locator.FilterOptions saying(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }
}
