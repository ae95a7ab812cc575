package rejoinder.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The first answer, and what becomes of answers later: words that count from now on, finding them again, taking everything along and away. */
@ExtendWith(OnStage.class)
@Tag("model")
class ReviewTest {
    private static final String OWN_WORDS = "A tortoise carries its house along.";

    /** What is underlined in an answer for evidence of a word or two. */
    private static final String MARKED = """
            async ([text, ...evidence]) => {
              const { blocksOf, marksOf } = await import('/review/text-marks.js');
              return evidence.map((words) => {
                const start = text.indexOf(words);
                const row = { id: words, n: 1, kind: 'made', spans: [{ start, end: start + words.length }] };
                return marksOf(text, blocksOf(text), [row]).map((mark) => text.slice(mark.start, mark.end)).join();
              });
            }""";

    /** What is underlined for one point whose evidence lies in two places. */
    private static final String MARKED_APART = """
            async ([text, ...evidence]) => {
              const { blocksOf, marksOf } = await import('/review/text-marks.js');
              const spans = evidence.map((words) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length }));
              return marksOf(text, blocksOf(text), [{ id: 'point', n: 1, kind: 'made', spans }]).map((mark) => text.slice(mark.start, mark.end));
            }""";

    @TempDir
    private Path folder;

    @Test
    void theFirstAnswerIsMarkedAtOnceAndLeavesNothingBehind(Stage stage) throws IOException, InterruptedException {
        Program program = stage.start(folder.resolve("data"));
        // the page waits for its marks for a while only, and loading takes long where much else runs
        program.awaitGrader();
        Page page = stage.visit(program).go("/try");
        assertThat(Seen.box(page)).isFocused();
        page.keyboard().type(OWN_WORDS);
        page.keyboard().press("Control+Enter");
        // the letters of the marks may be between the words
        assertThat(page.getByRole(AriaRole.ARTICLE)).containsText("tortoise");
        assertThat(page.getByText(Pattern.compile("^How \\d+ was calculated"))).isVisible();
        assertThat(program.get("/api/data").path("sessions").asInt()).isZero();
        Seen.button(page, "Answer it again").click();
        assertThat(Seen.box(page)).hasValue(OWN_WORDS);
    }

    @Test
    void aMarkHoldsADottedNameWholeAndGoesToTheEndOfItsClause(Stage stage) throws IOException, InterruptedException {
        Page page = stage.visit(stage.shared()).go("/history");
        String answer = "For text, `json.loads` parses a string or bytes. A bad file raises `json.JSONDecodeError`.";
        assertThat(page.evaluate(MARKED, List.of(answer, "loads", "parses a string", "JSONDecodeError")))
                .isEqualTo(List.of("`json.loads`", "`json.loads` parses a string or bytes", "`json.JSONDecodeError`"));
        assertThat(page.evaluate(
                        MARKED, List.of("Both are hints, TypeIs since 3.13 and TypeGuard since 3.10 only.", "since 3")))
                .isEqualTo(List.of("TypeIs since 3.13"));
    }

    @Test
    void anAnswerTypedWithoutCapitalLettersIsMarkedSentenceBySentence(Stage stage)
            throws IOException, InterruptedException {
        Page page = stage.visit(stage.shared()).go("/history");
        String answer =
                "the file is utf8, e.g. names. pass encoding=\"utf-8\". str is text, and when you read it from somewhere you decode it";
        assertThat(page.evaluate(MARKED, List.of(answer, "file", "encoding", "str")))
                .isEqualTo(List.of("the file is utf8", "pass encoding", "str is text"));
        assertThat(page.evaluate(MARKED_APART, List.of(answer, "str is text", "decode")))
                .isEqualTo(List.of("str is text"));
    }

    @Test
    void theFollowUpAsksForTheMostValuablePointAndIsCountedApart(Stage stage) throws IOException, InterruptedException {
        Program program = stage.start(
                folder.resolve("data"),
                "--content",
                SmallBank.write(folder.resolve("bank")).toString());
        program.awaitGrader();
        Interview interview = Interview.of(program, List.of(SmallBank.LOCK), Interview.UNTIMED)
                .write(0, SmallBank.RELEASE)
                .submit();
        int before = interview.graded().at("/questions/0/score/percent").asInt();
        JsonNode asks = interview.question(0).path("followUp");
        assertThat(asks.path("point").asText()).isEqualTo("one-at-a-time");
        Page page = stage.visit(program).go(interview.path() + "/questions/1");
        Seen.button(page, "Answer the follow-up").click();
        Locator box = page.getByRole(
                AriaRole.TEXTBOX,
                new Page.GetByRoleOptions().setName(asks.path("ask").asText()));
        assertThat(box).isFocused();
        page.keyboard().type(SmallBank.OWNER);
        page.keyboard().press("Control+Enter");
        Locator asked = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("The interviewer asks"));
        assertThat(asked).containsText("counted separately");
        assertThat(asked.locator(".line-points .made")).containsText(SmallBank.OWNER);
        assertThat(interview.question(0).at("/score/percent").asInt()).isEqualTo(before);
        Seen.button(page, "Answer it again").click();
        assertThat(box).isFocused();
    }

    @Test
    void whyTheseMarksCanBeAskedAndHowMuchOtherWordsWouldChangeThem(Stage stage)
            throws IOException, InterruptedException {
        Program program = stage.start(
                folder.resolve("data"),
                "--content",
                MeasuredBank.write(folder.resolve("bank")).toString());
        program.awaitGrader();
        Interview interview = Interview.of(program, List.of(MeasuredBank.SETS), Interview.UNTIMED)
                .write(0, MeasuredBank.SETS_ANSWER)
                .submit();
        interview.graded();
        Page page = stage.visit(program).go(interview.path() + "/questions/1");
        Locator likeness = page.getByText(Pattern.compile("likeness 0\\.\\d\\d to"));
        assertThat(likeness.first()).isHidden();
        page.getByText("Sources, other answers, why these marks").click();
        page.locator("summary")
                .filter(new Locator.FilterOptions().setHasText("Why these marks?"))
                .click();
        assertThat(likeness.first()).isVisible();
        Seen.button(page, "Reword it 20 times").click();
        assertThat(
                        page.getByRole(AriaRole.STATUS)
                                .filter(
                                        new Locator.FilterOptions()
                                                .setHasText(
                                                        Pattern.compile(
                                                                "The same answer, reworded 20 times .*, scores (between \\d+ and \\d+|\\d+ each time)\\."))))
                .isVisible();
    }

    @Test
    void wordsAreAcceptedFoundAgainAndDeletedWithEverything(Stage stage) throws IOException, InterruptedException {
        Program program = stage.start(folder.resolve("data"));
        program.awaitGrader();
        String question = program.get("/api/sample").path("id").asText();
        Interview interview = Interview.of(program, List.of(question), Interview.UNTIMED)
                .write(0, OWN_WORDS)
                .submit();
        interview.graded();
        Visit visit = stage.visit(program);
        Page page = visit.go(interview.path() + "/questions/1");

        Seen.button(page, "I did say this").first().click();
        page.getByText("Which words?").click();
        page.getByLabel("Words that say it").selectOption(new SelectOption().setIndex(1));
        page.getByLabel("accept these words").check();
        Seen.button(page, "Keep this").click();
        Locator accepted =
                page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Your accepted wordings"));
        assertThat(accepted).containsText(OWN_WORDS);
        assertThat(page.getByText("By your word.").first()).isVisible();

        accepted.getByRole(AriaRole.BUTTON).click();
        assertThat(accepted).containsText("Removed");
        assertThat(program.get("/api/wordings").path("wordings")).isEmpty();
        Seen.button(page, "Undo")
                .filter(new Locator.FilterOptions().setHasNotText("point"))
                .click();
        assertThat(accepted).not().containsText("Removed");
        assertThat(program.get("/api/wordings").path("wordings")).hasSize(1);

        visit.go("/history");
        page.getByRole(AriaRole.SEARCHBOX).fill("house TORTOISE");
        assertThat(page.getByText("tortoise carries")).isVisible();
        page.getByRole(AriaRole.SEARCHBOX).fill("hare");
        assertThat(page.getByText("0 of 1 session")).isVisible();

        visit.expectingRefusals().go("/data");
        assertThat(page.getByText("Stored here: 1 session, 1 answer")).isVisible();
        Seen.button(page, "Delete everything…").click();
        page.keyboard().type("all");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("everything");
        assertThat(program.get("/api/data").path("sessions").asInt()).isEqualTo(1);
        page.getByLabel("Type “everything”").fill("everything");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Everything is deleted.")).isVisible();
        assertThat(program.get("/api/data").path("sessions").asInt()).isZero();
        assertThat(program.get("/api/wordings").path("wordings")).isEmpty();
    }

    @Test
    void howSureOneWasIsSaidByKeyBeforeTheResultAndHeldAgainstIt(Stage stage) throws IOException, InterruptedException {
        Program program = stage.start(
                folder.resolve("data"),
                "--content",
                SmallBank.write(folder.resolve("bank")).toString());
        program.awaitGrader();
        Interview interview = Interview.of(program, SmallBank.questions(), Interview.UNTIMED);
        Visit visit = stage.visit(program);
        Page page = visit.go(interview.path());
        Seen.box(page).pressSequentially(SmallBank.OWNER + " " + SmallBank.RELEASE);
        for (String sure : List.of("Not sure", "Fairly sure", "Very sure")) {
            page.keyboard().press("Alt+c");
            assertThat(sure(page, sure)).isChecked();
            assertThat(page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText(sure + ".")))
                    .hasCount(1);
            assertThat(Seen.box(page)).isFocused();
        }
        page.keyboard().press("Control+Enter");
        Seen.box(page).pressSequentially("Threads eat porridge.");
        sure(page, "Fairly sure").check();
        page.reload();
        assertThat(sure(page, "Fairly sure")).isChecked();
        page.keyboard().press("Alt+q");
        page.keyboard().press("Control+Enter");

        Seen.awaitScore(page);
        int well = interview.question(0).at("/score/percent").asInt();
        int badly = interview.question(1).at("/score/percent").asInt();
        assertThat(well).isGreaterThanOrEqualTo(70);
        assertThat(badly).isLessThan(40);
        assertThat(page.getByRole(AriaRole.ROW).nth(1)).containsText("sure");
        assertThat(page.getByRole(AriaRole.ROW).nth(2)).containsText("fairly sure, but wrong");
        Locator judged = page.getByRole(
                AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName("How well you judged yourself"));
        assertThat(judged).containsText("very sure, and right");
        assertThat(judged).containsText("fairly sure, but wrong");
        visit.go("/history");
        assertThat(
                        page.getByText(
                                "Answers that reached 60 of 100, by how sure you were. Very sure: 1 of 1. Fairly sure: 0 of 1."))
                .isVisible();
    }

    private static Locator sure(Page page, String sure) {
        return page.getByRole(
                AriaRole.RADIO, new Page.GetByRoleOptions().setName(sure).setExact(true));
    }

    @Test
    void allAttemptsAtAQuestionStandSideBySidePointByPoint(Stage stage) throws IOException, InterruptedException {
        Program program = stage.start(
                folder.resolve("data"),
                "--content",
                SmallBank.write(folder.resolve("bank")).toString());
        program.awaitGrader();
        List<String> answers = List.of(SmallBank.OWNER, SmallBank.RELEASE, SmallBank.OWNER + " " + SmallBank.RELEASE);
        List<Interview> interviews = new ArrayList<>();
        for (String answer : answers) {
            Interview interview = Interview.of(program, List.of(SmallBank.LOCK), Interview.UNTIMED)
                    .write(0, answer)
                    .submit();
            interview.graded();
            interviews.add(interview);
        }
        Visit visit = stage.visit(program);
        Page page = visit.go(interviews.get(1).path() + "/questions/1");
        assertThat(Seen.heading(page, "Your 3 attempts at this question")).isVisible();
        Locator table = page.getByRole(
                AriaRole.TABLE, new Page.GetByRoleOptions().setName("What each attempt made of each key point"));
        List<String> first = cells(table, SmallBank.OWNER);
        List<String> second = cells(table, SmallBank.RELEASE);
        assertThat(List.of(first.get(0), first.get(2), second.get(1), second.get(2)))
                .containsOnly("Made");
        assertThat(List.of(first.get(1), second.get(0))).doesNotContain("Made");
        List<String> scores = new ArrayList<>();
        for (Interview interview : interviews) {
            scores.add(interview.question(0).at("/score/percent").asText() + " %");
        }
        assertThat(cells(table, "Score")).isEqualTo(scores);
        assertThat(table.getByRole(AriaRole.COLUMNHEADER).nth(2)).containsText("this one");
        page.getByText("The answers side by side").click();
        assertThat(page.locator(".version-shown .version-text")).hasText(answers.toArray(String[]::new));
        table.getByRole(AriaRole.LINK).last().click();
        assertThat(page).hasURL(Pattern.compile(interviews.get(2).path() + "/questions/1$"));
    }

    @Test
    void onPaperStandNoMoreAttemptsThanFitBesideOneAnother(Stage stage) throws IOException, InterruptedException {
        Program program = stage.start(
                folder.resolve("data"),
                "--content",
                SmallBank.write(folder.resolve("bank")).toString());
        program.awaitGrader();
        List<Interview> held = new ArrayList<>();
        for (int time = 0; time < 7; time++) {
            Interview interview = Interview.of(program, List.of(SmallBank.LOCK), Interview.UNTIMED)
                    .write(0, SmallBank.OWNER)
                    .submit();
            interview.graded();
            held.add(interview);
        }
        Page page = stage.visit(program).go(held.get(6).path() + "/questions/1");
        Locator heads = page.locator("past-attempts thead th:visible");
        assertThat(heads).hasCount(1 + 5);
        Seen.button(page, "All 7 side by side").click();
        assertThat(heads).hasCount(1 + 7);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(heads).hasCount(1 + 5);
        assertThat(page.locator("past-attempts tbody tr").last().locator("td:visible"))
                .hasCount(5);
    }

    private static List<String> cells(Locator table, String row) {
        Locator cells = table.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(row))
                .getByRole(AriaRole.CELL);
        assertThat(cells).hasCount(3);
        return cells.allInnerTexts().stream()
                .map(text -> text.replaceAll("^[^\\p{L}\\d]+", "").strip())
                .toList();
    }

    @Test
    void whatTheCurrentGraderWouldSayIsComparedWithAPressAndChangesNothing(Stage stage)
            throws IOException, InterruptedException {
        Path bank = SmallBank.write(folder.resolve("bank"));
        Program program = stage.start(folder.resolve("data"), "--content", bank.toString());
        program.awaitGrader();
        Interview interview = Interview.of(program, SmallBank.questions(), Interview.UNTIMED)
                .write(0, SmallBank.OWNER + " " + SmallBank.RELEASE)
                .submit();
        int today = interview.graded().at("/score/percent").asInt();
        int asked = interview.question(0).at("/score/percent").asInt();
        program.stop();
        EarlierGrader.regrade(folder.resolve("data"), interview.id());
        program.again();
        program.awaitGrader();
        JsonNode kept = interview.now();
        assertThat(kept.at("/score/percent").asInt()).isLessThan(today);

        Page page = stage.visit(program).go(interview.path() + "/result");
        Locator comparison = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("The current grader"));
        assertThat(comparison).containsText("Graded with " + EarlierGrader.VERSION);
        comparison.getByRole(AriaRole.BUTTON).click();
        assertThat(comparison).containsText("Today it would be " + today + " %");
        assertThat(comparison)
                .containsText("question 1 from "
                        + kept.at("/questions/0/score/percent").asInt() + " to " + asked);
        assertThat(page.locator(".score-figure"))
                .hasText(kept.at("/score/percent").asText());
        assertThat(interview.now().path("questions")).isEqualTo(kept.path("questions"));
    }

    @Test
    void whatWasSaidAboutTheMarksStaysOnRecordThoughItIsTakenBack(Stage stage)
            throws IOException, InterruptedException {
        Program program = stage.start(
                folder.resolve("data"),
                "--content",
                SmallBank.write(folder.resolve("bank")).toString());
        program.awaitGrader();
        Interview interview = Interview.of(program, List.of(SmallBank.LOCK), Interview.UNTIMED)
                .write(0, OWN_WORDS)
                .submit();
        interview.graded();
        Page page = stage.visit(program).go(interview.path() + "/questions/1");
        Locator record = page.locator(".said-so-far");
        assertThat(Seen.button(page, "I did say this").first()).isVisible();
        assertThat(record).hasCount(0);
        interview.correct(0, "finally", 1, OWN_WORDS).correct(0, "", 1, "");
        page.reload();
        page.getByText("Why these marks").first().click();
        page.getByText("Why these marks?").click();
        page.getByText("Your corrections to these marks, twice").click();
        assertThat(record.getByRole(AriaRole.LISTITEM).nth(0))
                .containsText("said: " + SmallBank.RELEASE + " “" + OWN_WORDS);
        assertThat(record.getByRole(AriaRole.LISTITEM).nth(1)).containsText("said: the whole answer");
        page.keyboard().press("Control+z");
        assertThat(record.getByRole(AriaRole.LISTITEM).nth(2)).containsText("taken back: the whole answer");
    }
}
