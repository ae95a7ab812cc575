package rejoinder.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** How much a mark says at once, for three fixed answers: short with gaps, long, code. What is measured is printed and held to its limit. */
@ExtendWith(OnStage.class)
@Tag("model")
class MarkMeasuresTest {
    private static final int MOST_WORDS = 230;
    private static final int MOST_CONTROLS = 20;
    private static final int WIDE = 1280;
    private static final int NARROW = 360;
    private static final int VERY_WIDE = 1600;
    private static final int MOST_HEIGHT_WIDE = 1400;
    private static final int MOST_HEIGHT_NARROW = 2700;
    private static final int FIRST_LOOK = 600;

    /** Words and controls that can be seen, without the answer, the reference and what is folded; how high the page is; where the next action ends. */
    private static final String MEASURE = """
            () => {
              const left = '.answer-text, .reference-text';
              const seen = (element) => element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }) && !element.closest('.unseen, .skip-link');
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              let words = 0;
              while (walker.nextNode()) {
                const parent = walker.currentNode.parentElement;
                if (parent.closest(left) || parent.closest('script, style, noscript') || !seen(parent)) continue;
                words += walker.currentNode.data.match(/[\\p{L}\\p{N}]+(?:['’.][\\p{L}\\p{N}]+)*/gu)?.length ?? 0;
              }
              const controls = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')].filter((one) => !one.closest(left) && seen(one)).length;
              const end = (element) => element.getBoundingClientRect().bottom + scrollY;
              return {
                words, controls, height: document.documentElement.scrollHeight,
                score: end(document.querySelector('.score')), action: end(document.querySelector('.gist .action-primary')),
              };
            }""";

    @TempDir
    private Path folder;

    @Test
    void aMarkIsUnderstoodAtOneLook(Stage stage) throws IOException, InterruptedException {
        Program program = stage.start(
                folder.resolve("data"),
                "--content",
                MeasuredBank.write(folder.resolve("bank")).toString());
        program.awaitGrader();
        List<String> questions = List.of(MeasuredBank.SETS, MeasuredBank.AWAIT, MeasuredBank.DECORATORS);
        List<String> answers =
                List.of(MeasuredBank.SETS_ANSWER, MeasuredBank.AWAIT_ANSWER, MeasuredBank.DECORATORS_ANSWER);
        Interview interview = Interview.of(program, questions, Interview.SUGGESTED);
        for (int place = 0; place < answers.size(); place++) {
            interview.write(place, answers.get(place), false, "not", 100_000);
        }
        interview.submit().graded();
        Visit visit = stage.visit(program);
        for (int place = 0; place < questions.size(); place++) {
            for (int width : List.of(WIDE, NARROW)) {
                visit.page().setViewportSize(width, 800);
                Page page = visit.go(interview.path() + "/questions/" + (place + 1));
                assertThat(page.locator("point-list .sum")).isVisible();
                held(page, questions.get(place), width, true);
            }
        }
        theFullAnswerStandsBesideTheAnswerWhereThereIsRoomAndIsFoldedWhereThereIsLittle(
                visit, interview.path() + "/questions/1");
        Interview practice = Interview.practice(program, questions.subList(0, 1))
                .write(0, MeasuredBank.SETS_ANSWER)
                .settle(0);
        for (int width : List.of(WIDE, NARROW)) {
            visit.page().setViewportSize(width, 800);
            Page page = visit.go(practice.path() + "#1");
            assertThat(page.getByText("How well did you know it?")).isVisible();
            held(page, "practice " + questions.get(0), width, false);
        }
    }

    private static void theFullAnswerStandsBesideTheAnswerWhereThereIsRoomAndIsFoldedWhereThereIsLittle(
            Visit visit, String path) {
        visit.page().setViewportSize(VERY_WIDE, 900);
        Page page = visit.go(path);
        Locator reference = page.locator("full-reference .reference-text");
        assertThat(reference).isVisible();
        BoundingBox answer = page.locator(".answer").boundingBox();
        BoundingBox full = page.locator("full-reference").boundingBox();
        assertThat(full.x).isGreaterThan(answer.x + answer.width);
        assertThat(full.y).isLessThan(answer.y + answer.height);
        assertThat(page.locator(".reference-phrase").first()).isVisible();
        visit.page().setViewportSize(NARROW, 800);
        visit.go(path);
        assertThat(page.locator("point-list .sum")).isVisible();
        assertThat(reference).isHidden();
    }

    private static void held(Page page, String name, int width, boolean all) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        Object measured = page.evaluate(MEASURE);
        assertThat(measured).isInstanceOf(Map.class);
        Map<?, ?> values = (Map<?, ?>) measured;
        System.out.printf(
                "%s at %d: %s words, %s controls, %s px high; score to %.0f px, next action to %.0f px.%n",
                name,
                width,
                values.get("words"),
                values.get("controls"),
                values.get("height"),
                number(values, "score"),
                number(values, "action"));
        if (all) {
            assertThat(number(values, "words")).as("words of " + name).isLessThanOrEqualTo(MOST_WORDS);
            assertThat(number(values, "controls")).as("controls of " + name).isLessThanOrEqualTo(MOST_CONTROLS);
            assertThat(number(values, "height"))
                    .as("height of " + name + " at " + width)
                    .isLessThanOrEqualTo(width == WIDE ? MOST_HEIGHT_WIDE : MOST_HEIGHT_NARROW);
        }
        assertThat(number(values, "score")).isLessThanOrEqualTo(FIRST_LOOK);
        assertThat(number(values, "action")).isLessThanOrEqualTo(FIRST_LOOK);
    }

    private static double number(Map<?, ?> values, String name) {
        return ((Number) Objects.requireNonNull(values.get(name))).doubleValue();
    }
}
