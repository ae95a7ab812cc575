package rejoinder.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Complaints 12 to 17 and 19: marks that cannot be understood, trusted, corrected, found again, practised or taken away. */
@ExtendWith(OnStage.class)
@Tag("model")
class ComplaintsAboutMarksTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FRACTION = Pattern.compile("\\d[.,]\\d+ ?%");
    private static final Pattern PERCENT = Pattern.compile("\\d+ %");
    private static final String BACKGROUND = "element => getComputedStyle(element).backgroundColor";
    /** The sheet with everything that is on it. */
    private static final String SHEET = "document.querySelector('main').innerText";

    @TempDir
    private Path folder;

    @Test
    @Tag("complaint-12")
    void eachPointIsTiedToItsWordsAndTheSumIsOnThePage(Stage stage) throws IOException, InterruptedException {
        Interview interview = Specimen.hold(stage.shared()).interview();
        JsonNode session = interview.graded();
        Visit visit = stage.visit(stage.shared());
        for (int place : List.of(Specimen.FULL, Specimen.HALF, Specimen.WRONG)) {
            JsonNode question = session.path("questions").path(place);
            Page page = visit.go(interview.path() + "/questions/" + (place + 1));
            Locator script =
                    page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName("Your answer, marked"));
            assertThat(script).isVisible();
            Locator points = script.locator(".point");
            assertThat(points.count())
                    .isGreaterThanOrEqualTo(question.at("/grade/findings").size());
            int sum = 0;
            int tied = 0;
            for (Locator point : points.all()) {
                Matcher figure = Pattern.compile("^([\u2212+]?)(\\d+)")
                        .matcher(point.locator(".worth").innerText().strip());
                assertThat(figure.find()).isTrue();
                sum += (figure.group(1).equals("\u2212") ? -1 : 1) * Integer.parseInt(figure.group(2));
                String number = point.getAttribute("data-n");
                Locator words = script.locator("mark[data-n~='" + number + "']");
                if (words.count() > 0) {
                    page.mouse().move(0, 0);
                    Object before = words.first().evaluate(BACKGROUND);
                    point.hover();
                    assertThat(words.first().evaluate(BACKGROUND)).isNotEqualTo(before);
                    tied++;
                }
            }
            assertThat(sum).isEqualTo(question.at("/score/percent").asInt());
            assertThat(script.locator(".sum span").last())
                    .hasText(question.at("/score/percent").asText());
            assertThat(tied).isGreaterThanOrEqualTo(place == Specimen.FULL ? 2 : 1);
            if (place == Specimen.FULL) {
                assertThat(script.locator(".reference-phrase").first()).isVisible();
            }
            assertThat(String.valueOf(page.evaluate(SHEET))).doesNotContainPattern(FRACTION);
        }
        Page result = visit.go(interview.path() + "/result");
        Locator score = Seen.awaitScore(result);
        assertThat(score).containsText(session.at("/score/percent").asText());
        int low = session.at("/score/low").asInt();
        int high = session.at("/score/high").asInt();
        assertThat(low <= high).isTrue();
        assertThat(result.getByText("Between " + low + " and " + high)).hasCount(low < high ? 1 : 0);
        assertThat(String.valueOf(result.evaluate(SHEET))).doesNotContainPattern(FRACTION);
    }

    @Test
    @Tag("complaint-13")
    void markedAgainAnAnswerGetsTheSameGradeToTheByteAlsoAfterARestart(Stage stage)
            throws IOException, InterruptedException {
        Program program = stage.start(folder.resolve("data"));
        program.awaitGrader();
        Interview interview = Specimen.hold(program).interview();
        JsonNode before = interview.graded();
        program.stop();
        program.again();
        program.awaitGrader();
        assertThat(interview.graded().path("questions").toString())
                .isEqualTo(before.path("questions").toString());
        for (JsonNode question : before.path("questions")) {
            ObjectNode again = JSON.createObjectNode().set("text", question.at("/answer/text"));
            assertThat(program.send(
                                    "POST",
                                    "/api" + interview.path() + "/questions/" + question.path("place") + "/try",
                                    again.toString())
                            .toString())
                    .isEqualTo(question.path("grade").toString());
        }
        Page page = stage.visit(program).go(interview.path() + "/questions/1");
        page.getByText("why these marks").first().click();
        Seen.button(page, "Check again").click();
        assertThat(page.getByText("the same score, point by point")).isVisible();
    }

    @Test
    @Tag("complaint-13")
    @Tag("complaint-17")
    void withoutTheModelNothingIsMarkedAndNothingStandsInForItUntilItIsBack(Stage stage)
            throws IOException, InterruptedException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Path inTheWay = Files.writeString(data.resolve("model"), "no folder");
        Program program = stage.start(data);
        Interview interview = Interview.start(program, 2, Interview.UNTIMED, 13);
        program.until(
                "/api/health", health -> health.at("/model/state").asText().equals("broken"));
        Visit visit = stage.visit(program).expectingRefusals();
        Page page = visit.go(interview.path() + "#finish");
        Seen.button(page, "Finish and mark").click();
        assertThat(page.getByText("Not graded yet").first()).isVisible();
        page.navigate(program.url() + interview.path() + "/result");
        assertThat(page.getByText("Not graded yet").first()).isVisible();
        assertThat(page.getByText("could not be unpacked").first()).isVisible();
        assertThat(Seen.button(page, "Try again")).isEnabled();
        assertThat(Seen.button(page, "Practise")).hasCount(0);
        assertThat(String.valueOf(page.evaluate(SHEET))).doesNotContainPattern(PERCENT);
        JsonNode broken = interview.now();
        assertThat(broken.path("score").isNull()).isTrue();
        assertThat(broken.path("questions"))
                .allSatisfy(
                        question -> assertThat(question.path("grade").isNull()).isTrue());

        program.stop();
        Files.delete(inTheWay);
        program.again();
        // the page that was open goes on by itself, and what can be done with a result appears with it
        Seen.awaitScore(page);
        assertThat(Seen.button(page, "Practise these 2")).isEnabled();
    }

    @Test
    @Tag("complaint-14")
    void theCandidatesWordCountsIsRememberedAndCanBeTakenBack(Stage stage) throws IOException, InterruptedException {
        Program program = stage.start(
                folder.resolve("data"),
                "--content",
                SmallBank.write(folder.resolve("bank")).toString());
        program.awaitGrader();
        String own = "Nobody else comes through the door meanwhile.";
        Interview interview = Interview.of(program, SmallBank.questions(), Interview.UNTIMED)
                .write(0, own + " " + SmallBank.RELEASE)
                .submit();
        int before = interview.graded().at("/questions/0/score/percent").asInt();
        Page page = stage.visit(program).go(interview.path() + "/questions/1");
        Seen.button(page, "I did say this").first().click();
        assertThat(Seen.button(page, "Undo")).isVisible();
        page.getByText("Which words?").click();
        page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Words that say it"))
                .selectOption(own);
        page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("accept these words"))
                .check();
        Seen.button(page, "Keep this").click();
        assertThat(page.locator(".under q")).hasText(own);
        JsonNode corrected = interview.question(0);
        // the point counts in full; what the whole answer added or took stays as it was
        assertThat(corrected.at("/score/percent").asInt()).isGreaterThan(before);
        assertThat(corrected.at("/ownScore/percent").asInt()).isEqualTo(before).isLessThan(100);
        assertThat(program.get("/api" + interview.path() + "/export.json").toString())
                .contains("\"corrections\"", own);
        Page result = stage.visit(program).go(interview.path() + "/result");
        assertThat(result.getByText("was " + before)).isVisible();
        // from now on the words count without a word of the candidate
        Interview next = Interview.of(program, List.of(SmallBank.LOCK), Interview.UNTIMED)
                .write(0, own + " " + SmallBank.RELEASE)
                .submit();
        assertThat(next.graded().at("/questions/0/score/percent").asInt()).isGreaterThan(before);

        page.keyboard().press("Control+z");
        assertThat(Seen.button(page, "Undo")).hasCount(0);
        assertThat(interview.question(0).at("/score/percent").asInt()).isEqualTo(before);
        Interview last = Interview.of(program, List.of(SmallBank.LOCK), Interview.UNTIMED)
                .write(0, own + " " + SmallBank.RELEASE)
                .submit();
        assertThat(last.graded().at("/questions/0/score/percent").asInt()).isEqualTo(before);
    }

    @Test
    @Tag("complaint-15")
    void aSessionOpensWithEverythingItShowedThoughTheBankIsAnotherNow(Stage stage)
            throws IOException, InterruptedException {
        Path bank = SmallBank.write(folder.resolve("bank"));
        Program program = stage.start(folder.resolve("data"), "--content", bank.toString());
        program.awaitGrader();
        Interview interview = Interview.of(program, SmallBank.questions(), Interview.SUGGESTED)
                .write(0, SmallBank.OWNER, true, "very", 61_000)
                .write(1, "A queue hands work over.", false, "not", 30_000)
                .submit();
        interview.graded();
        interview.correct(0, "finally", 1, SmallBank.OWNER);
        List<String> before = sheets(stage.visit(program), interview);
        assertThat(before.get(1)).contains("What is a lock for?", SmallBank.RELEASE, SmallBank.OWNER);
        program.stop();
        SmallBank.rewrite(bank);
        program.again();
        program.awaitGrader();
        assertThat(sheets(stage.visit(program), interview)).isEqualTo(before);
        Page history = stage.visit(program).go("/history");
        history.getByRole(AriaRole.SEARCHBOX).fill("hands work over");
        history.getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText("hands work over"))
                .click();
        assertThat(Seen.title(history)).hasText("What is a queue for?");
    }

    /** What the result and each question show. */
    private static List<String> sheets(Visit visit, Interview interview) {
        List<String> shown = new ArrayList<>();
        Page page = visit.go(interview.path() + "/result");
        Seen.awaitScore(page);
        shown.add(String.valueOf(page.evaluate(SHEET)));
        for (int place = 1; place <= SmallBank.questions().size(); place++) {
            visit.go(interview.path() + "/questions/" + place);
            assertThat(Seen.heading(page, "A full answer").first()).isVisible();
            page.waitForLoadState(LoadState.NETWORKIDLE);
            shown.add(String.valueOf(page.evaluate(SHEET)));
        }
        return shown;
    }

    @Test
    @Tag("complaint-16")
    void questionsCountAsSeenFromTheStartUnlessTheStartIsTakenBackAtOnce(Stage stage)
            throws IOException, InterruptedException {
        Program program = stage.shared();
        int fresh = program.get("/api/home").at("/seen/new").asInt();
        Visit visit = stage.visit(program);
        Page page = visit.go("/");
        Seen.button(page, "Start").click();
        assertThat(page.getByText("Nothing is counted.")).isVisible();
        page.keyboard().press("Escape");
        assertThat(Seen.button(page, "Start")).isVisible();
        assertThat(program.get("/api/home").at("/seen/new").asInt()).isEqualTo(fresh);
        // begun and left alone: seen all the same
        Interview left = Interview.start(program, 5, Interview.UNTIMED, 16);
        Interview next = Interview.start(program, 5, Interview.UNTIMED, 16);
        assertThat(next.questions()).doesNotContainAnyElementsOf(left.questions());
        assertThat(program.get("/api/home").at("/seen/new").asInt()).isEqualTo(fresh - 10);
    }

    @Test
    @Tag("complaint-17")
    void whatWasMissedIsPractisedFromTheResultWithOnePress(Stage stage) throws IOException, InterruptedException {
        Interview interview = Specimen.hold(stage.shared()).interview();
        List<String> missed = new ArrayList<>();
        for (JsonNode question : interview.graded().path("questions")) {
            if (question.at("/score/percent").asInt() < 60) {
                missed.add(question.path("id").asText());
            }
        }
        Page page = stage.visit(stage.shared()).go(interview.path() + "/result");
        Seen.button(page, "Practise these " + missed.size()).click();
        assertThat(Seen.box(page)).isEditable();
        JsonNode practice = stage.shared().get("/api" + page.url().replaceFirst("^.*?(/sessions/[^/#]+).*$", "$1"));
        assertThat(practice.path("mode").asText()).isEqualTo("practice");
        List<String> asked = new ArrayList<>();
        practice.path("questions")
                .forEach(question -> asked.add(question.path("id").asText()));
        assertThat(asked).isEqualTo(missed);
    }

    @Test
    @Tag("complaint-19")
    void aResultIsTakenAwayWithOnePress(Stage stage) throws IOException, InterruptedException {
        Interview interview = Specimen.hold(stage.shared()).interview();
        JsonNode session = interview.graded();
        Visit visit = stage.visit(stage.shared());
        visit.context().addInitScript("window.print = () => (window.printed = true)");
        Page page = visit.go(interview.path() + "/result");
        Seen.awaitScore(page);
        Download text =
                page.waitForDownload(() -> Seen.link(page, "Save as Markdown").click());
        Download whole =
                page.waitForDownload(() -> Seen.link(page, "Save as JSON").click());
        String markdown = Files.readString(text.path());
        JsonNode json = JSON.readTree(Files.readString(whole.path()));
        Seen.button(page, "Print").click();
        page.waitForFunction("window.printed");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        String paper = page.locator("body").innerText();
        for (JsonNode question : session.path("questions")) {
            String line =
                    question.at("/answer/text").asText().lines().findFirst().orElse("");
            assertThat(markdown).contains(line);
            assertThat(paper).contains(question.path("prompt").asText());
            assertThat(json.toString()).contains(JSON.writeValueAsString(line).replaceAll("\"$", ""));
        }
        assertThat(text.suggestedFilename()).endsWith(".md");
        assertThat(whole.suggestedFilename()).endsWith(".json");
        assertThat(paper).contains("asdf asdf jkl jkl asdf");
    }
}
